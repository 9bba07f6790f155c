package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Functions that have a definition, in whatever place they are. */
class UnfoldingTest {
  private final ExprPool pool = new ExprPool();
  private final Unfolding unfolding = new Unfolding(pool);
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Symbol array = new Symbol("a", Symbol.Kind.VARIABLE, 1);
  private final Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, -1));
  private final Index i = pool.index("i");
  private final Index j = pool.index("j");
  private final Expr ai = pool.element(array, List.of(i));

  private record Defined(String name, int arity, Optional<Template> definition)
      implements Function {}

  /** half(x) = x/2. */
  private static Function half() {
    ExprPool own = new ExprPool();
    Expr argument = own.element(new Symbol("x", Symbol.Kind.PLACEHOLDER, 0));
    return new Defined("half", 1, Optional.of(new Template(own.scale(Rational.HALF, argument))));
  }

  /** ratio(x, y) = half(x)/y. */
  private static Function ratio() {
    ExprPool own = new ExprPool();
    Expr x = own.element(new Symbol("x", Symbol.Kind.PLACEHOLDER, 0));
    Expr y = own.element(new Symbol("y", Symbol.Kind.PLACEHOLDER, 1));
    return new Defined("ratio", 2, Optional.of(new Template(own.divide(own.apply(half(), x), y))));
  }

  private Expr half(Expr argument) {
    return pool.apply(half(), argument);
  }

  private Expr halved(Expr argument) {
    return pool.scale(Rational.HALF, argument);
  }

  @Test
  void aDefinitionMayUseAnother() {
    Expr y = pool.num(5);
    Expr expected = pool.product(pool.num(Rational.of(1, 10)), x);
    assertSame(expected, unfolding.apply(pool.apply(ratio(), x, y)));
    assertSame(pool.divide(halved(y), x), unfolding.apply(pool.apply(ratio(), y, x)));
    assertSame(pool.scale(Rational.of(1, 4), x), unfolding.apply(half(half(x))));
  }

  @Test
  void whatIsNotDefinedStays() {
    Function opaque = new Defined("opaque", 1, Optional.empty());
    Expr kept = pool.sum(pool.apply(opaque, x), pool.power(x, 3), n);
    assertSame(kept, unfolding.apply(kept));
    Expr inside = pool.power(pool.apply(opaque, half(x)), 3);
    assertEquals(
        List.of(pool.power(pool.apply(opaque, halved(x)), 3), kept),
        unfolding.apply(List.of(inside, kept)));
  }

  @Test
  void theInsideOfABinderIsUnfolded() {
    for (Reduce.Operation operation : Reduce.Operation.values()) {
      Expr plain = pool.reduce(operation, i, pool.one(), n, pool.power(ai, 2));
      assertSame(plain, unfolding.apply(plain));
      Expr whole = pool.reduce(operation, i, pool.one(), n, pool.power(half(ai), 2));
      assertSame(
          pool.reduce(operation, i, pool.one(), n, pool.power(halved(ai), 2)),
          unfolding.apply(whole));
      assertSame(operation, ((Reduce) whole).operation());
      assertSame(
          pool.reduce(operation, i, pool.one(), halved(n), ai),
          unfolding.apply(pool.reduce(operation, i, pool.one(), half(n), ai)));
    }
    List<Axis> axes = List.of(new Axis(i, pool.one(), n));
    Expr outside = pool.arrayApply(ArrayFunction.SOFTMAX, axes, ai, List.of(half(j)));
    assertSame(
        pool.arrayApply(ArrayFunction.SOFTMAX, axes, ai, List.of(halved(j))),
        unfolding.apply(outside));
    Expr softmax = pool.arrayApply(ArrayFunction.SOFTMAX, axes, half(ai), List.of(j));
    assertSame(
        pool.arrayApply(ArrayFunction.SOFTMAX, axes, halved(ai), List.of(j)),
        unfolding.apply(softmax));
  }

  @Test
  void aDefinitionWithASumOfItsOwnDoesNotCaptureAnIndex() {
    ExprPool own = new ExprPool();
    Index k = own.index("k");
    Expr argument = own.element(new Symbol("x", Symbol.Kind.PLACEHOLDER, 0));
    Expr three = own.num(3);
    Template sum =
        new Template(
            own.reduce(Reduce.Operation.SUM, k, own.one(), three, own.product(k, argument)));
    Expr applied = pool.apply(new Defined("moment", 1, Optional.of(sum)), ai);
    Expr inner = pool.reduce(Reduce.Operation.SUM, j, pool.one(), pool.num(3), pool.product(j, ai));
    assertSame(
        pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, inner),
        unfolding.apply(pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, applied)));
  }

  @Test
  void everyNodeOfALargeExpressionIsMetOnceAfterItsOperands() {
    Expr shared = x;
    for (int level = 0; level < 40; level++) {
      shared = pool.sum(pool.power(shared, 2), pool.power(shared, 3), pool.num(level));
    }
    List<Expr> nodes = Traversal.postOrder(List.of(shared, x, shared));
    assertEquals(nodes.size(), nodes.stream().distinct().count());
    // x, two powers and a sum for each level, and the numbers 1 to 39.
    assertEquals(1 + 3 * 40 + 39, nodes.size());
    for (Expr node : nodes) {
      for (Expr child : node.children()) {
        assertEquals(-1, Integer.signum(nodes.indexOf(child) - nodes.indexOf(node)));
      }
    }
  }
}
