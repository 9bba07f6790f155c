package dev.nabla.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoweringTest {
  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));
  private final Expr z = pool.element(new Symbol("z", Symbol.Kind.VARIABLE, 2));
  private final Expr pi = pool.constant(Constant.Name.PI);

  private Tape tape(Expr... values) {
    return TapeBuilder.build(List.of(x, y, z), List.of(values), List.of());
  }

  private void assertLowers(String expected, Expr expr) {
    assertEquals(expected, TapeText.of(tape(expr)));
  }

  private Expr over(long numerator, long denominator, Expr expr) {
    return pool.scale(Rational.of(numerator, denominator), expr);
  }

  @Test
  void negativeTermsAreSubtracted() {
    assertLowers("(x - y)", pool.subtract(x, y));
    assertLowers("(y - x)", pool.subtract(y, x));
    assertLowers("(x - sqrt(y))", pool.subtract(x, pool.sqrt(y)));
    assertLowers("-(x + y)", pool.sum(pool.negate(x), pool.negate(y)));
    assertLowers("(1 - (x * x))", pool.subtract(pool.one(), pool.power(x, 2)));
    assertLowers("(x - (y * 2))", pool.sum(x, over(-2, 1, y)));
    assertLowers("(x - 3)", pool.sum(x, pool.num(-3)));
  }

  @Test
  void negativePowersAreOneDivision() {
    assertLowers("(x / y)", pool.divide(x, y));
    assertLowers("(1 / x)", pool.reciprocal(x));
    assertLowers("(x / (y * z))", pool.divide(x, pool.product(y, z)));
    assertLowers("(1 / (x * (y * y)))", pool.reciprocal(pool.product(x, pool.power(y, 2))));
    assertLowers("-(x / sqrt(y))", pool.negate(pool.divide(x, pool.sqrt(y))));
    assertLowers("(1 / sqrt(x))", pool.reciprocal(pool.sqrt(x)));
  }

  @Test
  void aCoefficientIsMultipliedOrDividedWhicheverRoundsLess() {
    assertLowers("(x * 0.75)", over(3, 4, x));
    assertLowers("(x / 3)", over(1, 3, x));
    assertLowers("(x / 1.5)", over(2, 3, x));
    assertLowers("((x * 5) / 3)", over(5, 3, x));
    assertLowers("(x / (y * 3))", over(1, 3, pool.divide(x, y)));
    assertLowers("(0.5 / x)", over(1, 2, pool.reciprocal(x)));
  }

  @Test
  void smallPowersAreProductsAndRoots() {
    assertLowers("(x * x)", pool.power(x, 2));
    assertLowers("(x * (x * x))", pool.power(x, 3));
    assertLowers("((x * x) * (x * x))", pool.power(x, 4));
    assertLowers("sqrt(x)", pool.sqrt(x));
    assertLowers("(x * sqrt(x))", pool.power(x, pool.num(Rational.of(3, 2))));
    assertLowers("(1 / (x * sqrt(x)))", pool.power(x, pool.num(Rational.of(-3, 2))));
    assertLowers("pow(x, 9)", pool.power(x, 9));
    assertLowers("pow(x, -9)", pool.power(x, -9));
    assertLowers("pow(x, y)", pool.power(x, y));
    assertLowers("pow(x, -y)", pool.power(x, pool.negate(y)));
    assertLowers("pow(10, -x)", pool.power(pool.num(Rational.of(1, 10)), x));
  }

  @Test
  void powersGoThroughLowerPowersThatAreNeededAnyway() {
    assertEquals(4, tape(pool.power(x, 7), pool.power(x, 6)).statistics().get(Opcode.MUL));
    assertEquals(3, tape(pool.power(x, 5), pool.power(x, 4)).statistics().get(Opcode.MUL));
    assertEquals(
        4,
        tape(pool.power(x, 5), pool.power(x, 2), pool.power(x, 3), pool.power(x, -4))
            .statistics()
            .get(Opcode.MUL));
  }

  @Test
  void constantsAreRoundedOnce() {
    assertLowers(Double.toString(Math.sqrt(2)), pool.sqrt(pool.num(2)));
    assertLowers("(x * 1.5707963267948966)", over(1, 2, pool.product(pi, x)));
    assertLowers("(x + 4.141592653589793)", pool.sum(pi, pool.one(), x));
    // π·√3, not the rounded π times the rounded √3, which is 5.441398092702653.
    assertLowers("5.441398092702654", pool.product(pi, pool.sqrt(pool.num(3))));
  }

  @Test
  void constantsWithoutARealValueAreLeftToTheDoubles() {
    assertLowers("(1 / 0)", pool.reciprocal(pool.zero()));
    assertLowers("sqrt(-1)", pool.sqrt(pool.num(-1)));
  }

  @Test
  void wideSumsAreBalanced() {
    List<Expr> terms = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      terms.add(pool.apply(FunctionTable.get("tanh"), pool.sum(x, pool.num(i))));
    }
    String text = TapeText.of(tape(pool.sum(terms)));
    int depth = 0;
    int deepest = 0;
    for (char c : text.replaceAll("tanh.*?\\)\\)", "t").toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    assertTrue(deepest <= 5, text);
  }

  @Test
  void sharedValuesAreComputedOnceAndDeadOnesNever() {
    Expr shared = pool.apply(FunctionTable.get("tanh"), pool.product(x, y));
    Expr derivative = pool.product(y, pool.subtract(pool.one(), pool.power(shared, 2)));
    Tape tape =
        TapeBuilder.build(List.of(x, y), List.of(shared), List.of(new Partial(3, derivative)));
    assertEquals(
        Map.of(
            Opcode.INPUT, 2,
            Opcode.CONSTANT, 1,
            Opcode.MUL, 3,
            Opcode.SUB, 1,
            Opcode.CALL_1, 1,
            Opcode.OUTPUT_VALUE, 1,
            Opcode.OUTPUT_PARTIAL, 1),
        tape.statistics());
    assertEquals(4, tape.partialCount());
    assertEquals(1, tape.valueCount());
  }

  @Test
  void whatIsNoInputOrNotExpandedIsNamed() {
    Expr w = pool.element(new Symbol("w", Symbol.Kind.VARIABLE, 3));
    assertMessage("w is not an input", pool.sum(x, w));
    Expr indexed = pool.element(new Symbol("v", Symbol.Kind.VARIABLE, 4), List.of(pool.index("i")));
    assertMessage("v[i] is not an input", pool.sqrt(indexed));
    assertMessage("index i", pool.product(x, pool.index("i")));
    assertMessage("delta", pool.product(x, pool.delta(pool.index("i"), pool.index("j"))));
    Expr sum = pool.reduce(Reduce.Operation.SUM, pool.index("i"), pool.one(), pool.num(3), indexed);
    assertMessage("SUM over an index", pool.sum(x, sum));
    Expr condition = pool.compare(Compare.Relation.LT, x, y);
    assertMessage("condition", condition);
    assertMessage("condition", pool.apply(FunctionTable.get("tanh"), condition));
    assertMessage("number", pool.select(x, y, z));
  }

  private void assertMessage(String part, Expr expr) {
    String message = assertThrows(IllegalArgumentException.class, () -> tape(expr)).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void inputsAreDistinctElements() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TapeBuilder.build(List.of(x, x), List.of(), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> TapeBuilder.build(List.of(pool.sum(x, y)), List.of(), List.of()));
  }

  @Test
  void theListingShowsBlocksIndented() {
    Expr condition = pool.compare(Compare.Relation.LT, x, y);
    Tape tape = tape(pool.select(condition, pool.sqrt(x), y));
    assertFalse(tape.toString().isEmpty());
    assertEquals(
        """
        v0 = inputs[0]
        v1 = inputs[1]
        v2 = v0 < v1
        v3 = phi
        if v2
          v5 = sqrt(v0)
          v3 = v5
        else
          v3 = v1
        end
        values[0] = v3
        """,
        tape.toString());
  }
}
