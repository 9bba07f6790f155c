package dev.nabla.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The declared name that a misspelt one most likely meant. */
final class Spelling {
  private Spelling() {}

  /** The nearest candidate by edit distance, if it is near; ties go by the alphabet. */
  static Optional<String> nearest(String name, Collection<String> candidates) {
    int limit = name.length() <= 2 ? 1 : name.length() <= 5 ? 2 : 3;
    return candidates.stream()
        .distinct()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The Levenshtein distance. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3 || a.length() > 60) {
      return Integer.MAX_VALUE;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] =
            Math.min(previous[j - 1] + change, Math.min(previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
