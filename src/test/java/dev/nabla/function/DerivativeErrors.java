package dev.nabla.function;

import dev.nabla.check.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A derivative text against central differences of the function, which know no rule. */
final class DerivativeErrors {
  private static final int DIGITS = 80;
  private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(20);
  private static final BigDecimal RELATIVE = BigDecimal.ONE.movePointLeft(25);
  private static final BigDecimal ABSOLUTE = BigDecimal.ONE.movePointLeft(38);

  private final ElementaryFunction function;
  private final FunctionTexts texts;

  DerivativeErrors(ElementaryFunction function) {
    this.function = function;
    this.texts = new FunctionTexts(function, DIGITS);
  }

  /** What is wrong with the text as the partial derivative for the argument, if anything. */
  Optional<String> disagreement(String text, int argument, double... point) {
    if (function.kink().filter(kink -> texts.holds(kink, point)).isPresent()) {
      return Optional.empty();
    }
    BigDecimal value;
    BigDecimal difference;
    try {
      value = valueAt(point, argument, BigDecimal.ZERO);
      BigDecimal above = valueAt(point, argument, STEP);
      BigDecimal below = valueAt(point, argument, STEP.negate());
      difference = above.subtract(below).divide(STEP.add(STEP), MathContext.DECIMAL128);
    } catch (ArithmeticException outside) {
      return Optional.empty();
    }
    Outcome derivative = texts.number(text, point);
    if (!(derivative instanceof Outcome.Real real)) {
      return Optional.of(at(point) + text + " has no value: " + derivative);
    }
    BigDecimal error = real.value().subtract(difference).abs();
    BigDecimal bound =
        real.value()
            .abs()
            .multiply(RELATIVE)
            .add(value.abs().add(BigDecimal.ONE).multiply(ABSOLUTE));
    return error.compareTo(bound) <= 0
        ? Optional.empty()
        : Optional.of(at(point) + text + " = " + real.value() + ", not " + difference);
  }

  /** The largest one-sided quotients' disagreement, relative to them; large where they are. */
  double jump(int argument, double... point) {
    BigDecimal value = valueAt(point, argument, BigDecimal.ZERO);
    try {
      BigDecimal right = valueAt(point, argument, STEP).subtract(value);
      BigDecimal left = value.subtract(valueAt(point, argument, STEP.negate()));
      double growth = Math.max(Math.abs(quotient(right)), Math.abs(quotient(left)));
      return growth > 1e8 ? growth : Math.abs(quotient(right.subtract(left)));
    } catch (ArithmeticException edge) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static double quotient(BigDecimal difference) {
    return difference.divide(STEP, MathContext.DECIMAL64).doubleValue();
  }

  private BigDecimal valueAt(double[] point, int argument, BigDecimal shift) {
    List<BigDecimal> arguments = new ArrayList<>(FunctionTexts.decimals(point));
    arguments.set(argument, arguments.get(argument).add(shift));
    return function.value(arguments, DIGITS);
  }

  private String at(double[] point) {
    return function.name()
        + FunctionTexts.decimals(point).stream().map(BigDecimal::doubleValue).toList()
        + ": ";
  }
}
