package dev.nabla.testing;

import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The laws that any stated derivative obeys, by the numbers alone. */
final class RuleLaws {
  private final FunctionUnderTest function;

  RuleLaws(FunctionUnderTest function) {
    this.function = function;
  }

  /** ∂f/∂x is the limit of differences of f. */
  Law<RulePoint> agreement() {
    return new Law<>(
        "derivative of " + function.name() + " against differences of its values",
        RulePoint.any(function.variables()),
        point -> function.agreement(point.coordinates()));
  }

  /** f′(g(x))·g′(x) = 1. */
  Law<RulePoint> inverse(String text) {
    if (function.variables().size() != 1) {
      throw new IllegalArgumentException(
          function.name() + " has several variables, so that it has no inverse");
    }
    InverseFunction inverse = InverseFunction.of(text, function.variables().get(0));
    return new Law<>(
        "derivative of " + function.name() + " against that of its inverse " + text,
        RulePoint.any(function.variables()),
        point -> {
          Optional<BigDecimal> inner = inverse.value(point.decimals());
          if (inner.isEmpty()) {
            return new Verdict.Undefined("the inverse has no value");
          }
          Optional<BigDecimal> outer = function.stated(0, List.of(inner.get()));
          Optional<BigDecimal> slope = inverse.derivative(point.decimals());
          if (outer.isEmpty() || slope.isEmpty()) {
            return new Verdict.Undefined("no derivative");
          }
          return equal(outer.get().multiply(slope.get()), BigDecimal.ONE, "f'(g(x))*g'(x)");
        });
  }

  /** x·∇f = k·f. */
  Law<RulePoint> euler(Rational degree) {
    return new Law<>(
        "Euler's theorem for " + function.name() + ", of degree " + degree,
        RulePoint.any(function.variables()),
        point -> {
          List<BigDecimal> at = point.decimals();
          List<BigDecimal> terms = new ArrayList<>();
          for (int i = 0; i < at.size(); i++) {
            BigDecimal coordinate = at.get(i);
            function.stated(i, at).ifPresent(value -> terms.add(value.multiply(coordinate)));
          }
          Optional<BigDecimal> value = function.value(at);
          if (value.isEmpty() || terms.size() < at.size()) {
            return new Verdict.Undefined("no value");
          }
          BigDecimal total = terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
          BigDecimal numerator = value.get().multiply(new BigDecimal(degree.numerator()));
          return equal(
              total.multiply(new BigDecimal(degree.denominator())),
              numerator,
              "x*grad f against k*f");
        });
  }

  private Verdict equal(BigDecimal left, BigDecimal right, String what) {
    return Equation.isClose(left, right, function.tolerance())
        ? Verdict.holds()
        : new Verdict.Broken(
            what + ": " + Equation.shown(left) + " is not " + Equation.shown(right));
  }
}
