package dev.nabla.symja;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Σₖ x[k]² as x[1]² + x[2]² + …: Symja would take the derivative of a sum over elements to be 0.
 *
 * <p>Sums and products that read no element at their index stay what they are.
 */
final class WrittenOut {
  private static final BigInteger MOST_TERMS = BigInteger.valueOf(10_000);

  private final ExprPool pool;

  WrittenOut(ExprPool pool) {
    this.pool = pool;
  }

  Expr of(Expr root) {
    if (!root.isIndexed()) {
      return root;
    }
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      List<Expr> children = node.children().stream().map(images::get).toList();
      Expr image = children.equals(node.children()) ? node : node.rebuild(pool, children);
      images.put(node, image instanceof Reduce reduce && !stays(reduce) ? terms(reduce) : image);
    }
    return images.get(root);
  }

  private static boolean stays(Reduce reduce) {
    boolean isArithmetic =
        reduce.operation() == Reduce.Operation.SUM
            || reduce.operation() == Reduce.Operation.PRODUCT;
    return isArithmetic
        && Traversal.postOrder(reduce.body()).stream()
            .noneMatch(
                node ->
                    node instanceof Element element
                        && element.indices().stream().anyMatch(Expr::isIndexed));
  }

  private Expr terms(Reduce reduce) {
    String name = reduce.operation().name().toLowerCase(Locale.ROOT);
    if (!(reduce.lower() instanceof Num lower && reduce.upper() instanceof Num upper)) {
      throw NoCounterpartException.inSymja("a " + name + " over a size without a value");
    }
    BigInteger first = lower.value().numerator();
    BigInteger last = upper.value().numerator();
    if (last.subtract(first).compareTo(MOST_TERMS) > 0) {
      throw NoCounterpartException.inSymja("a " + name + " of more than " + MOST_TERMS + " terms");
    }
    List<Expr> terms = new ArrayList<>();
    for (long k = first.longValueExact(); k <= last.longValueExact(); k++) {
      terms.add(new Substitution(pool, Map.of(reduce.index(), pool.num(k))).apply(reduce.body()));
    }
    return switch (reduce.operation()) {
      case SUM -> pool.sum(terms);
      case PRODUCT -> pool.product(terms);
      case MAX -> folded("max", terms);
      case MIN -> folded("min", terms);
    };
  }

  private Expr folded(String function, List<Expr> terms) {
    return terms.stream()
        .reduce((a, b) -> pool.apply(FunctionTable.get(function), a, b))
        .orElseThrow(
            () -> NoCounterpartException.inSymja("the " + function + " of an empty range"));
  }
}
