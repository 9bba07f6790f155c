package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.List;

/** Elements x[i, j] and slices A[i, :], in which a whole axis stays an axis. */
final class SubscriptResolver {
  private final ExpressionResolver resolver;
  private final Model model;

  SubscriptResolver(ExpressionResolver resolver, Model model) {
    this.resolver = resolver;
    this.model = model;
  }

  Value resolve(Syntax.Subscript subscript) {
    Value base = resolver.resolve(subscript.base());
    int count = subscript.indices().size();
    if (base.isScalar()) {
      throw resolver.error(subscript.span(), "a scalar has no elements", scalarHint(subscript));
    }
    if (base.rank() != count) {
      throw resolver.error(
          subscript.span(),
          base.describe()
              + " takes "
              + Calls.count(base.rank(), "index", "indices")
              + ", not "
              + count);
    }
    List<Expr> indices = new ArrayList<>();
    List<Expr> kept = new ArrayList<>();
    for (int d = 0; d < base.rank(); d++) {
      Expr size = base.sizes().get(d);
      if (subscript.indices().get(d) instanceof Syntax.WholeAxis) {
        indices.add(model.arrays().axis(kept.size()));
        kept.add(size);
      } else {
        indices.add(index(subscript.indices().get(d), size));
      }
    }
    boolean isRow = base.isRow() && kept.size() == 1;
    return new Value(kept, isRow, model.arrays().at(base, indices));
  }

  private static String scalarHint(Syntax.Subscript subscript) {
    return subscript.base() instanceof Syntax.Name name
        ? "declare its size, " + name.text() + "[n], or write a * before the bracket"
        : "only an array has elements";
  }

  private Expr index(Syntax syntax, Expr size) {
    if (syntax instanceof Syntax.Name name
        && resolver.scope().find(name.text()).orElse(null) instanceof Binding.IndexName index
        && !index.runsOver(size, syntax.span())) {
      throw resolver.error(
          syntax.span(),
          "index '"
              + name.text()
              + "' runs over sizes "
              + Value.sizeText(index.size().get())
              + " and "
              + Value.sizeText(size),
          "sizes must be equal, or write the range: " + name.text() + " = 1.." + "…");
    }
    Expr index = resolver.resolveScalar(syntax, "an index");
    if (!isIntegral(index)) {
      throw resolver.error(
          syntax.span(), "an index is an integer made of indices, sizes and whole numbers");
    }
    if (index instanceof Num i
        && (i.value().signum() <= 0
            || (size instanceof Num n && i.value().compareTo(n.value()) > 0))) {
      throw resolver.error(
          syntax.span(),
          "index " + i.value() + " is outside 1.." + Value.sizeText(size),
          "indices start at 1");
    }
    return index;
  }

  /** Whether only numbers, indices and sizes occur, so that it can come out as a number. */
  static boolean isOfSizes(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .allMatch(
            node ->
                !(node instanceof Element element)
                    || element.symbol().kind() == Symbol.Kind.DIMENSION);
  }

  private static boolean isIntegral(Expr index) {
    for (Expr node : Traversal.postOrder(index)) {
      boolean leaf =
          node instanceof Index
              || (node instanceof Num num && num.value().isInteger())
              || (node instanceof Element element
                  && element.symbol().kind() == Symbol.Kind.DIMENSION);
      boolean inner =
          node instanceof Sum
              || node instanceof Product
              || (node instanceof Power power && power.hasIntegerExponent());
      if (!leaf && !inner) {
        return false;
      }
    }
    return true;
  }
}
