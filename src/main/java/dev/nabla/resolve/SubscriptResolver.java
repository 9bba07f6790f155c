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
import java.util.Optional;

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
    Optional<Binding.IndexName> name = indexName(syntax);
    if (name.isPresent() && !name.get().runsOver(size, model.pool(), model.equality())) {
      String text = resolver.text(syntax.span());
      throw resolver.error(
          syntax.span(),
          "index '"
              + text
              + "' runs over sizes "
              + Value.sizeText(model.equality().complete(name.get().size().get()))
              + " and "
              + Value.sizeText(size),
          "sizes must be equal, or write the range: " + text + " = 1.." + "…");
    }
    Expr index = integer(syntax);
    if (index instanceof Element element && IndexInputs.isParameter(element)) {
      readIndex(syntax, element, size);
    } else if (hasParameter(index)) {
      throw resolver.error(
          syntax.span(),
          "an index that is read from a parameter stands alone",
          "write E[token[i], j], and put the shift into the parameter's values");
    }
    new RangeCheck(resolver, model, syntax.span(), index, size).run();
    return index;
  }

  private Optional<Binding.IndexName> indexName(Syntax syntax) {
    return syntax instanceof Syntax.Name name
            && resolver.scope().find(name.text()).orElse(null) instanceof Binding.IndexName index
        ? Optional.of(index)
        : Optional.empty();
  }

  /** An index expression; a variable in it is an error. */
  private Expr integer(Syntax syntax) {
    Expr index = resolver.resolveScalar(syntax, "an index");
    Optional<Symbol> variable = variable(index);
    if (variable.isPresent()) {
      throw resolver.error(
          syntax.span(),
          "'"
              + variable.get().name()
              + "' is a variable: what depends on it as an index has no derivative",
          "an index is made of indices, sizes and whole numbers, or read from a parameter:"
              + " declare '"
              + variable.get().name()
              + "' behind the ';'");
    }
    if (!isIntegral(index)) {
      throw resolver.error(
          syntax.span(), "an index is an integer made of indices, sizes and whole numbers");
    }
    return index;
  }

  private static Optional<Symbol> variable(Expr index) {
    return Traversal.postOrder(index).stream()
        .filter(Element.class::isInstance)
        .map(node -> ((Element) node).symbol())
        .filter(symbol -> symbol.kind() == Symbol.Kind.VARIABLE)
        .findFirst();
  }

  private static boolean hasParameter(Expr index) {
    return Traversal.postOrder(index).stream().anyMatch(IndexInputs::isParameter);
  }

  /** token[t] as an index: the parameter's elements are whole numbers from 1 to that size. */
  private void readIndex(Syntax syntax, Element element, Expr size) {
    Expr known = model.indexInputs().indexes(element.symbol(), size);
    if (!model.equality().equal(known, size)) {
      throw resolver.error(
          syntax.span(),
          "'"
              + element.symbol().name()
              + "' is an index into sizes "
              + Value.sizeText(known)
              + " and "
              + Value.sizeText(size),
          "sizes must be equal");
    }
  }

  /** δ of two index expressions, where a parameter's element is one too. */
  Value delta(Syntax.Call call) {
    List<Expr> sides = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      sides.add(integer(argument));
    }
    for (int i = 0; i < 2; i++) {
      if (sides.get(i) instanceof Element element && IndexInputs.isParameter(element)) {
        indexName(call.arguments().get(1 - i))
            .ifPresent(index -> model.indexInputs().isComparedWith(element.symbol(), index));
      }
    }
    return Value.scalar(model.pool().delta(sides.get(0), sides.get(1)));
  }

  /** Whether only numbers, indices and sizes occur, so that it can come out as a number. */
  static boolean isOfSizes(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .allMatch(
            node ->
                !(node instanceof Element element)
                    || element.symbol().kind() == Symbol.Kind.DIMENSION);
  }

  /** Whether a condition may differ between indices or sizes, or is decided already. */
  static boolean isDecidedBySizes(Expr condition) {
    return isOfSizes(condition)
        || Traversal.postOrder(condition).stream()
            .anyMatch(
                node ->
                    node instanceof Index
                        || (node instanceof Element element
                            && element.symbol().kind() == Symbol.Kind.DIMENSION));
  }

  /** Whether it is an integer if what is read from parameters is. */
  private static boolean isIntegral(Expr index) {
    for (Expr node : Traversal.postOrder(index)) {
      boolean leaf =
          node instanceof Index
              || (node instanceof Num num && num.value().isInteger())
              || (node instanceof Element element
                  && (element.symbol().kind() == Symbol.Kind.DIMENSION
                      || element.symbol().kind() == Symbol.Kind.PARAMETER));
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
