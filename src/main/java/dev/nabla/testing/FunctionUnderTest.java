package dev.nabla.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** f: ℝⁿ → ℝ with its partial derivatives as stated. */
interface FunctionUnderTest {
  /** The digits of values and of stated derivatives. */
  int DIGITS = 60;

  String name();

  /** The names of the variables. */
  List<String> variables();

  /** The same, but the rule is stated only where a condition holds. */
  FunctionUnderTest where(String condition);

  /** The same, but the derivatives may use another function from Java. */
  FunctionUnderTest using(JavaValues values);

  /** f at a point; empty where it has no value or the rule says nothing. */
  Optional<BigDecimal> value(List<BigDecimal> point);

  /** ∂f/∂x as stated, for the variable numbered from 0; empty where that has no value. */
  Optional<BigDecimal> stated(int variable, List<BigDecimal> point);

  /** Whether what is stated is what differences of f give. */
  Verdict agreement(List<Double> point);

  /** How close two numbers are that a law says are equal. */
  BigDecimal tolerance();

  /** The laws that only this kind of function has. */
  List<Law<?>> ownLaws();
}
