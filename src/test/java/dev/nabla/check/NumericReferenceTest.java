package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumericReferenceTest {
  private static ReferencePartial partial(String text, int column, double... point) {
    Checked checked = Checked.of(text);
    List<Expr> inputs = List.copyOf(checked.function().inputs());
    List<Integer> wrt = IntStream.range(0, checked.function().variableCount()).boxed().toList();
    return new NumericReference(inputs, checked.function().outputs(), wrt)
        .at(point)
        .column(column)
        .get(0);
  }

  private static void assertDerivative(
      String expected, int digits, String text, int column, double... point) {
    ReferencePartial actual = partial(text, column, point);
    assertTrue(actual instanceof ReferencePartial.Derivative, actual::toString);
    BigDecimal exact = new BigDecimal(expected);
    BigDecimal error = ((ReferencePartial.Derivative) actual).value().subtract(exact).abs();
    BigDecimal allowed = exact.abs().scaleByPowerOfTen(-digits);
    assertTrue(error.compareTo(allowed) <= 0, actual::toString);
  }

  @Test
  void derivativesHaveThirtyFiveDigits() {
    assertDerivative("12", 35, "f(x) = x^3", 0, 2);
    assertDerivative("-0.25", 35, "f(x) = 1/x", 0, 2);
    assertDerivative("0.25", 35, "f(x) = sqrt(x)", 0, 4);
    String tanh = "0.41997434161402606939449673904170144491718672823154";
    assertDerivative(tanh, 35, "f(x) = tanh(x)", 0, 1);
  }

  @Test
  void hugeAndTinyArgumentsKeepTheirDigits() {
    assertDerivative(BigDecimal.valueOf(2).pow(301).toString(), 30, "f(x) = x^2", 0, 0x1p300);
    assertDerivative(
        BigDecimal.valueOf(2).pow(600).negate().toString(), 30, "f(x) = 1/x", 0, 0x1p-300);
    assertDerivative("1", 30, "f(x, y) = x + y", 0, 1e-300, 1e300);
    assertDerivative("1", 30, "f(x, y) = x + y", 1, 1e-300, 1e300);
  }

  @Test
  void aValueThatDrownsTheInputDoesNotDrownItsDerivative() {
    assertDerivative("1", 18, "f(x) = x + 10^30", 0, 1);
    assertDerivative("1", 18, "f(x) = x + 10^80", 0, 1);
    assertDerivative("1", 18, "f(x) = x + 10^200", 0, 1);
    assertDerivative("1", 18, "f(x) = x + 10^300", 0, 1);
    assertDerivative("3", 18, "f(x) = (x^3 + 10^40) - 10^40", 0, 1);
    assertDerivative("0", 0, "f(x, y) = (3 + x*y)^2000/(2 + x*y)^2000", 0, 2, 0);
    assertDerivative("1", 18, "f(x) = x + 10^2000", 0, 1);
  }

  @Test
  void aVanishingDerivativeIsExactlyZero() {
    for (String text :
        List.of("f(x) = x^2", "f(x) = x^3", "f(x) = 1 + x^2*tanh(x)", "f(x) = 1/(1 + x^2)")) {
      assertDerivative("0", 0, text, 0, 0);
    }
    assertDerivative("0", 0, "f(x) = (x - 1)^2*(x + 3)", 0, 1);
    assertDerivative("0", 0, "f(x) = (x^2)^(3/4)", 0, 0);
    // The second derivative is 0 as well, so that the sides agree on what the step leaves out.
    assertDerivative("0", 0, "f(x) = (2/27 - 2*log(x)/9 + log(x)^2/3)*x^3", 0, 1);
    assertEquals(
        new ReferencePartial.Derivative(BigDecimal.ZERO, BigDecimal.ZERO),
        partial("f(x, y) = x^2", 1, 3, 4));
  }

  @Test
  void strongCurvatureIsNoKink() {
    assertDerivative("2e-12", 15, "f(x) = x^2 + 10^-12*x", 0, 0.5e-12);
    assertDerivative("1e15", 15, "f(x) = sqrt(x^2 + 10^-30)*10^15 + 10^15*x", 0, 0);
  }

  @Test
  void aKinkIsSeenWithoutACondition() {
    assertTrue(partial("f(x) = sqrt(x^2)", 0, 0) instanceof ReferencePartial.Kink);
    assertTrue(partial("f(x) = sqrt((x - 1)^2)/10^12 + x", 0, 1) instanceof ReferencePartial.Kink);
    assertTrue(partial("f(x) = (x^2)^(1/4)", 0, 0) instanceof ReferencePartial.Kink);
  }

  @Test
  void aConditionThatOnlyOtherRowsUseIsNoKink() {
    String text = "f(x) = [x^2, if x > 0 then x else 0]";
    assertTrue(partial(text, 0, 0) instanceof ReferencePartial.Derivative);
  }

  @Test
  void aPoleAndAMissingSideHaveNoDerivative() {
    assertTrue(partial("f(x) = 1/x", 0, 0) instanceof ReferencePartial.NoValue);
    assertTrue(partial("f(x) = sqrt(x)", 0, 0) instanceof ReferencePartial.NoValue);
  }

  @Test
  void inputsAreWhatTheFunctionDeclares() {
    Checked checked = Checked.of("f(x; k) = k*x");
    List<Element> inputs = checked.function().inputs();
    assertEquals(2, inputs.size());
    assertDerivative("7", 30, "f(x; k) = k*x", 0, 3, 7);
    assertEquals(
        0,
        new BigDecimal("21")
            .compareTo(
                new NumericReference(List.copyOf(inputs), checked.function().outputs(), List.of(0))
                    .at(new double[] {3, 7})
                    .value(0)
                    .real()
                    .round(MathContext.DECIMAL128)));
  }
}
