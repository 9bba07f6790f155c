package dev.nabla.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The declared name that a misspelt one most likely meant. */
final class Spelling {
  private Spelling() {}

  /** Letters that are taken for one another, in one group each. */
  private static final List<String> ALIKE =
      List.of(
          "aαɑ", "bβϐ", "cς", "dδ∂", "eεϵ", "fφϕ", "gγ", "hηℎ", "iι", "kκ", "lℓ", "mμµ", "nη",
          "oοσ0", "pρ", "sσς", "tτ", "uυμ", "vνυ", "wω", "xχ×", "yγψ", "zζ", "qθ");

  /**
   * The nearest candidate by edit distance, if it is near; ties go by the alphabet. A single letter
   * is only ever another case of it, or a letter that looks like it.
   */
  static Optional<String> nearest(String name, Collection<String> candidates) {
    if (name.codePointCount(0, name.length()) == 1) {
      return candidates.stream()
          .filter(candidate -> isLike(name, candidate))
          .min(Comparator.naturalOrder());
    }
    int limit = name.length() < 6 ? 1 : name.length() < 9 ? 2 : 3;
    return candidates.stream()
        .distinct()
        .filter(candidate -> candidate.length() > 1 && distance(name, candidate) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isLike(String letter, String candidate) {
    String a = letter.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    return a.equals(b)
        || (b.length() == 1
            && ALIKE.stream().anyMatch(group -> group.contains(a) && group.contains(b)));
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
