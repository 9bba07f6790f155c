package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a pool makes of its operands, and what it says it leaves out. */
class ExprPoolTest {
  private final ExprPool pool = new ExprPool();
  private final Symbol array = new Symbol("a", Symbol.Kind.VARIABLE, 0);
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 1));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 2));
  private final Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, -1));
  private final Index i = pool.index("i");
  private final Index j = pool.index("j");

  @Test
  void thousandsOfNodesAreFoundAgain() {
    List<Expr> numbers = IntStream.range(0, 5000).mapToObj(pool::num).toList();
    int size = pool.size();
    for (int value = 0; value < numbers.size(); value++) {
      assertSame(numbers.get(value), pool.num(value));
    }
    assertEquals(size, pool.size());
  }

  @Test
  void aSumThatLosesItsCoefficientMeetsTheOtherTerms() {
    Expr sum = pool.sum(x, y);
    Expr three = pool.scale(Rational.of(3), sum);
    Expr minusTwo = pool.scale(Rational.of(-2), sum);
    assertSame(sum, pool.sum(three, minusTwo));
    assertSame(pool.sum(x, y, pool.one()), pool.sum(three, minusTwo, pool.one()));
    assertSame(pool.sum(pool.scale(Rational.of(2), x), y), pool.sum(three, minusTwo, x));
  }

  @Test
  void whatIsLeftOutIsTold() {
    Expr root = pool.sqrt(x);
    assertEquals(List.of(root), leftOut(() -> pool.scale(Rational.ZERO, root)));
    assertEquals(List.of(root), leftOut(() -> pool.subtract(root, root)));
    assertEquals(List.of(root), leftOut(() -> pool.power(root, 0)));
    assertEquals(List.of(root), leftOut(() -> pool.power(pool.one(), root)));
    assertEquals(List.of(root, y), leftOut(() -> pool.product(root, pool.zero(), y)));
    assertEquals(List.of(), leftOut(() -> pool.product(root, y)));
    pool.onLeftOut(Optional.empty());
    assertSame(pool.zero(), pool.product(pool.zero(), root));
  }

  private List<Expr> leftOut(Runnable made) {
    List<Expr> told = new ArrayList<>();
    pool.onLeftOut(Optional.of(told::add));
    made.run();
    return told;
  }

  @Test
  void operandsStandByKindAndThenByNameOrPlace() {
    Index bound = pool.index("", 1);
    Index outer = pool.index("", 2);
    Symbol noted = new Symbol("b", Symbol.Kind.VARIABLE, 0);
    List<Expr> ordered =
        List.of(
            pool.constant(Constant.Name.PI),
            pool.constant(Constant.Name.E),
            i,
            j,
            bound,
            outer,
            n,
            pool.element(array, List.of(pool.num(2))),
            pool.element(array, List.of(pool.num(10))),
            pool.element(noted, List.of(pool.num(1))),
            x,
            y,
            pool.product(x, y));
    Random random = new Random(7);
    for (int tries = 0; tries < 20; tries++) {
      List<Expr> shuffled = new ArrayList<>(ordered);
      Collections.shuffle(shuffled, random);
      assertEquals(ordered, pool.sum(shuffled).children());
      assertEquals(pool.num(3), pool.sum(pool.num(3), pool.sum(shuffled)).children().get(0));
    }
  }

  @Test
  void numbersAreOrderedByValueAndRowsByTheirFirstDifference() {
    assertTrue(CanonicalOrder.INSTANCE.compare(pool.num(2), pool.num(10)) < 0);
    assertTrue(CanonicalOrder.INSTANCE.compare(pool.num(10), pool.num(Rational.HALF)) > 0);
    assertEquals(0, CanonicalOrder.INSTANCE.compare(x, x));
    List<Expr> entries = new ArrayList<>();
    for (int row = 1; row <= 3; row++) {
      for (int column = 9; column <= 11; column++) {
        entries.add(pool.element(array, List.of(pool.num(row), pool.num(column))));
      }
    }
    List<Expr> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, new Random(3));
    assertEquals(entries, pool.sum(shuffled).children());
  }

  @Test
  void aScaleMultipliesTheNumberInFront() {
    Expr xy = pool.product(x, y);
    Rational half = Rational.HALF;
    assertSame(pool.num(3), pool.scale(half, pool.num(6)));
    assertSame(pool.zero(), pool.scale(Rational.ZERO, pool.num(6)));
    assertSame(pool.product(pool.num(3), x), pool.scale(half, pool.product(pool.num(6), x)));
    assertSame(x, pool.scale(half, pool.product(pool.num(2), x)));
    assertSame(xy, pool.scale(half, pool.product(pool.num(2), x, y)));
    assertSame(pool.product(pool.num(4), x, y), pool.scale(Rational.of(4), xy));
    assertSame(x, pool.scale(Rational.ONE, x));
    assertSame(xy, pool.withoutCoefficient((Product) xy));
    assertSame(pool.product(x, pool.power(y, -1)), pool.divide(x, y));
  }

  @Test
  void aDeltaIsSymmetric() {
    assertSame(pool.delta(i, j), pool.delta(j, i));
    assertEquals(List.of(i, j), pool.delta(j, i).children());
    assertSame(pool.one(), pool.delta(i, i));
    Expr next = pool.sum(i, pool.one());
    assertSame(pool.zero(), pool.delta(next, i));
    assertSame(pool.zero(), pool.delta(i, next));
    assertSame(pool.zero(), pool.delta(next, pool.sum(i, pool.num(2))));
  }

  @Test
  void aFunctionOfAMatrixBindsTwoIndices() {
    Expr entry = pool.element(array, List.of(i, j));
    List<Axis> axes = List.of(new Axis(i, pool.one(), n), new Axis(j, pool.num(2), x));
    ArrayApply inverse =
        (ArrayApply) pool.arrayApply(ArrayFunction.INVERSE, axes, entry, List.of(j, i));
    assertSame(ArrayFunction.INVERSE, inverse.function());
    assertEquals("[#1, #2]", inverse.axes().stream().map(Axis::index).toList().toString());
    assertEquals(
        List.of(pool.one(), pool.num(2)), inverse.axes().stream().map(Axis::lower).toList());
    assertEquals(List.of(n, x), inverse.axes().stream().map(Axis::upper).toList());
    assertEquals("a[#1, #2]", inverse.body().toString());
    assertEquals(List.of(j, i), inverse.subscripts());
    assertEquals(2, inverse.height());
    assertEquals("inv[#1, 1, n, #2, 2, x, a[#1, #2], j, i]", inverse.toString());
    assertSame(inverse, inverse.rebuild(pool, inverse.children()));
    Opening opening = Opening.of(pool, inverse);
    assertSame(pool.element(array, List.of(x, y)), opening.at(pool, List.of(x, y)));
    Expr around = pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, inverse);
    assertEquals("#3", ((Reduce) around).index().toString());
    assertEquals(
        "[#4, #5]",
        ((ArrayApply)
                pool.arrayApply(
                    ArrayFunction.DETERMINANT, axes, pool.product(around, entry), List.of()))
            .axes().stream().map(Axis::index).toList().toString());
  }

  @Test
  void functionsOfOneShapeAreDifferentNodes() {
    List<Axis> axes = List.of(new Axis(i, pool.one(), n));
    Expr entry = pool.element(array, List.of(i));
    Expr sum = pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, entry);
    Expr softmax = pool.arrayApply(ArrayFunction.SOFTMAX, axes, entry, List.of(j));
    assertNotEquals(softmax, pool.arrayApply(ArrayFunction.SOFTMAX, axes, entry, List.of(i)));
    assertNotEquals(sum.structure(), softmax.structure());
  }

  @Test
  void powersOfNumbersAreWorkedOutUpToALimit() {
    assertSame(pool.num(Rational.of(2).pow(2048)), pool.power(pool.num(2), 2048));
    assertEquals("Power[2, 2049]", pool.power(pool.num(2), 2049).toString());
    assertSame(pool.num(Rational.HALF.pow(2048)), pool.power(pool.num(2), -2048));
    assertSame(pool.one(), pool.power(pool.num(-1), 1_000_000));
    assertEquals("Power[0, -1]", pool.reciprocal(pool.zero()).toString());
    Expr two64 = pool.num(Rational.of(2).pow(64));
    assertSame(pool.num(2), pool.power(two64, pool.num(Rational.of(1, 64))));
    Expr two65 = pool.num(Rational.of(2).pow(65));
    Expr deeper = pool.power(two65, pool.num(Rational.of(1, 65)));
    assertEquals(List.of(two65, pool.num(Rational.of(1, 65))), deeper.children());
    assertSame(
        pool.num(Rational.of(2).pow(1021)),
        pool.power(pool.num(8), pool.num(Rational.of(1021, 3))));
    assertEquals(
        "Power[8, 1024/3]", pool.power(pool.num(8), pool.num(Rational.of(1024, 3))).toString());
  }

  @Test
  void longProductsAreFactorsOfLongerOnes() {
    List<Expr> roots = new ArrayList<>();
    for (int k = 1; k <= Sums.FLATTEN_LIMIT; k++) {
      roots.add(pool.sqrt(pool.sum(x, pool.num(k))));
    }
    Expr longest = pool.product(roots);
    Expr flat = pool.product(longest, y);
    assertEquals(Sums.FLATTEN_LIMIT + 1, flat.children().size());
    assertEquals(2, pool.product(flat, pool.sqrt(y)).children().size());
  }
}
