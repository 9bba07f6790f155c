package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters whose elements are indices, each with the size of the axis that it indexes. */
final class IndexInputs {
  private record Comparison(Symbol symbol, Binding.IndexName index) {}

  private final SizeEquality equality;
  private final Map<Symbol, Expr> sizes = new LinkedHashMap<>();
  private final List<Comparison> compared = new ArrayList<>();

  IndexInputs(SizeEquality equality) {
    this.equality = equality;
  }

  /** Whether the expression is an element of a parameter. */
  static boolean isParameter(Expr expr) {
    return expr instanceof Element element && element.symbol().kind() == Symbol.Kind.PARAMETER;
  }

  /** The size that the parameter indexes, from now on {@code size} if there was none. */
  Expr indexes(Symbol symbol, Expr size) {
    return sizes.merge(symbol, size, (known, other) -> known);
  }

  /** Notes that the parameter is compared with an index, which may not have its range yet. */
  void isComparedWith(Symbol symbol, Binding.IndexName index) {
    compared.add(new Comparison(symbol, index));
  }

  /** All of them, complete; what is only compared with indices runs as far as these do. */
  Map<Symbol, Expr> bySymbol() {
    Map<Symbol, Expr> result = new LinkedHashMap<>(sizes);
    for (Comparison comparison : compared) {
      comparison
          .index()
          .range()
          .map(IndexBounds.Range::upper)
          .filter(upper -> !equality.complete(upper).isIndexed())
          .ifPresent(upper -> result.putIfAbsent(comparison.symbol(), upper));
    }
    result.replaceAll((symbol, size) -> equality.complete(size));
    return result;
  }
}
