package dev.nabla.expr;

import java.util.Comparator;
import java.util.List;

/**
 * The total order of operands: by kind, leaves by their names and values, the rest by structural
 * hash. It takes constant time and never looks at ids, so the order is the same in every run.
 */
final class CanonicalOrder implements Comparator<Expr> {
  static final CanonicalOrder INSTANCE = new CanonicalOrder();

  @Override
  public int compare(Expr left, Expr right) {
    if (left == right) {
      return 0;
    }
    int byRank = Integer.compare(rank(left), rank(right));
    if (byRank != 0) {
      return byRank;
    }
    int byValue = compareLeaves(left, right);
    if (byValue != 0) {
      return byValue;
    }
    int byStructure = Long.compareUnsigned(left.structure(), right.structure());
    // Equal 64-bit hashes of different nodes: not to be expected, but the order must be total.
    return byStructure != 0 ? byStructure : Integer.compare(left.id(), right.id());
  }

  private static int rank(Expr expr) {
    if (expr instanceof Num) {
      return 0;
    }
    if (expr instanceof Constant) {
      return 1;
    }
    if (expr instanceof Index) {
      return 2;
    }
    return expr instanceof Element ? 3 : 4;
  }

  private static int compareLeaves(Expr left, Expr right) {
    if (left instanceof Num a && right instanceof Num b) {
      return a.value().compareTo(b.value());
    }
    if (left instanceof Constant a && right instanceof Constant b) {
      return a.name().compareTo(b.name());
    }
    if (left instanceof Index a && right instanceof Index b) {
      int byBinder = Integer.compare(a.binder(), b.binder());
      return byBinder != 0 ? byBinder : a.name().compareTo(b.name());
    }
    if (left instanceof Element a && right instanceof Element b) {
      return compareElements(a, b);
    }
    return 0;
  }

  private static int compareElements(Element left, Element right) {
    int byOrder = Integer.compare(left.symbol().order(), right.symbol().order());
    if (byOrder != 0) {
      return byOrder;
    }
    int byName = left.symbol().name().compareTo(right.symbol().name());
    if (byName != 0) {
      return byName;
    }
    List<Expr> a = left.indices();
    List<Expr> b = right.indices();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (a.get(i) instanceof Num x && b.get(i) instanceof Num y && x != y) {
        return x.value().compareTo(y.value());
      }
    }
    return 0;
  }
}
