package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Traversal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A readable name for every free and bound index of some expressions: i, j, k, … */
final class IndexNames {
  private static final List<String> FREE =
      List.of(
          "i", "j", "k", "l", "m", "p", "q", "r", "s", "u", "v", "a", "b", "c", "d", "g", "h", "t",
          "w");

  /** Beside free indices, which are i and j as a rule, people sum over k. */
  private static final List<String> BESIDE_FREE =
      List.of(
          "k", "l", "m", "p", "q", "r", "s", "u", "v", "i", "j", "a", "b", "c", "d", "g", "h", "t",
          "w");

  private final Map<String, String> free = new HashMap<>();
  private final Map<Integer, String> bound = new HashMap<>();

  private IndexNames() {}

  /**
   * Names that no symbol of {@code roots} and none of {@code reserved} has; all roots share them.
   */
  static IndexNames choose(Collection<? extends Expr> roots, Set<String> reserved) {
    IndexNames names = new IndexNames();
    Set<String> taken = new HashSet<>(reserved);
    taken.add("e");
    Set<String> unnamed = new TreeSet<>();
    int height = 0;
    for (Expr node : Traversal.postOrder(List.copyOf(roots))) {
      height = Math.max(height, node.height());
      if (node instanceof Element element) {
        taken.add(element.symbol().name());
      } else if (node instanceof Apply apply) {
        taken.add(apply.function().name());
      } else if (node instanceof Index index && !index.isBound()) {
        if (isIdentifier(index.name())) {
          names.free.put(index.name(), index.name());
          taken.add(index.name());
        } else {
          unnamed.add(index.name());
        }
      }
    }
    for (String name : unnamed) {
      names.free.put(name, next(FREE, taken));
    }
    List<String> candidates = names.free.isEmpty() ? FREE : BESIDE_FREE;
    for (int binder = height; binder > 0; binder--) {
      names.bound.put(binder, next(candidates, taken));
    }
    return names;
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isLetter(name.codePointAt(0))
        && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  private static String next(List<String> candidates, Set<String> taken) {
    for (int round = 0; ; round++) {
      for (String candidate : candidates) {
        String name = round == 0 ? candidate : candidate + round;
        if (taken.add(name)) {
          return name;
        }
      }
    }
  }

  String name(Index index) {
    String name = index.isBound() ? bound.get(index.binder()) : free.get(index.name());
    if (name == null) {
      throw new IllegalArgumentException("an index of another expression: " + index);
    }
    return name;
  }
}
