package dev.nabla.print;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import java.util.Comparator;
import java.util.List;

/** The order of symbols and indices: indices first, symbols as declared, then by their indices. */
final class SymbolOrder implements Comparator<Expr> {
  static final SymbolOrder INSTANCE = new SymbolOrder();

  private SymbolOrder() {}

  @Override
  public int compare(Expr left, Expr right) {
    if (left == right) {
      return 0;
    }
    if (left instanceof Index a && right instanceof Index b) {
      // Free indices before bound ones, outer binders before inner ones.
      int byBinder = Integer.compare(b.binder(), a.binder());
      if (a.isBound() != b.isBound()) {
        return Boolean.compare(a.isBound(), b.isBound());
      }
      return byBinder != 0 ? byBinder : a.name().compareTo(b.name());
    }
    if (left instanceof Element a && right instanceof Element b) {
      return compareElements(a, b);
    }
    return Boolean.compare(right instanceof Index, left instanceof Index);
  }

  private int compareElements(Element left, Element right) {
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
      int byIndex = compareIndices(a.get(i), b.get(i));
      if (byIndex != 0) {
        return byIndex;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private int compareIndices(Expr left, Expr right) {
    if (left instanceof Num a && right instanceof Num b) {
      return a.value().compareTo(b.value());
    }
    if (left instanceof Index && right instanceof Index) {
      return compare(left, right);
    }
    int byKind = Integer.compare(indexRank(left), indexRank(right));
    return byKind != 0 ? byKind : Long.compare(left.structure(), right.structure());
  }

  private static int indexRank(Expr index) {
    if (index instanceof Num) {
      return 0;
    }
    return index instanceof Index ? 1 : 2;
  }
}
