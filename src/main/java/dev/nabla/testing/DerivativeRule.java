package dev.nabla.testing;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * ∂f/∂x as somebody states it, and the laws that it has to obey.
 *
 * <pre>{@code
 * DerivativeRule.of("swish(x) = x*sigmoid(x)", "swish(x) + sigmoid(x)*(1 - swish(x))").check();
 * }</pre>
 *
 * <p>The function is a definition in the language, or a name whose values come from Java.
 * Immutable; each method gives another rule.
 */
public final class DerivativeRule {
  private final FunctionUnderTest function;
  private final List<String> inverses;
  private final List<Integer> degrees;

  private DerivativeRule(FunctionUnderTest function, List<String> inverses, List<Integer> degrees) {
    this.function = function;
    this.inverses = List.copyOf(inverses);
    this.degrees = List.copyOf(degrees);
  }

  /**
   * The partial derivatives of a definition.
   *
   * @param definition the function, such as {@code swish(x) = x*sigmoid(x)}; where it is a text of
   *     several definitions, the last one
   * @param derivatives one for each variable, in the language; they may use every function of the
   *     definition's text
   * @throws dev.nabla.source.NablaException with the place, where a text is wrong
   */
  public static DerivativeRule of(String definition, String... derivatives) {
    return new DerivativeRule(
        DefinedFunction.of(definition, List.of(derivatives)), List.of(), List.of());
  }

  /**
   * The derivative of a function with values from Java.
   *
   * @param signature its name and its argument, such as {@code besselj0(x)}
   * @param values the values; NaN where there is none
   * @param derivative the derivative in the language; it may use the function itself
   */
  public static DerivativeRule ofJava(
      String signature, DoubleUnaryOperator values, String derivative) {
    return of(unary(signature, values), derivative);
  }

  /** The derivatives of a function of two arguments with values from Java. */
  public static DerivativeRule ofJava(
      String signature, DoubleBinaryOperator values, String first, String second) {
    return of(binary(signature, values), first, second);
  }

  /**
   * The derivatives of a function with values of any number of digits from Java, which are compared
   * to some 15 digits and more.
   *
   * @param signature its name and its arguments
   * @param derivatives one for each argument
   */
  public static DerivativeRule ofDecimals(
      String signature, Decimals values, String... derivatives) {
    return of(JavaValues.ofDecimals(signature, values), derivatives);
  }

  private static DerivativeRule of(JavaValues values, String... derivatives) {
    return new DerivativeRule(
        JavaDefinedFunction.of(values, List.of(derivatives)), List.of(), List.of());
  }

  private static JavaValues unary(String signature, DoubleUnaryOperator values) {
    return JavaValues.ofDoubles(signature, 1, at -> values.applyAsDouble(at[0]));
  }

  private static JavaValues binary(String signature, DoubleBinaryOperator values) {
    return JavaValues.ofDoubles(signature, 2, at -> values.applyAsDouble(at[0], at[1]));
  }

  /** The same rule, where its derivative uses another function from Java. */
  public DerivativeRule using(String signature, DoubleUnaryOperator values) {
    return with(function.using(unary(signature, values)));
  }

  /** The same rule, where its derivative uses another function of two arguments from Java. */
  public DerivativeRule using(String signature, DoubleBinaryOperator values) {
    return with(function.using(binary(signature, values)));
  }

  /** The same rule, where its derivative uses another function from Java, to any digits. */
  public DerivativeRule usingDecimals(String signature, Decimals values) {
    return with(function.using(JavaValues.ofDecimals(signature, values)));
  }

  /** The same rule, stated only for points that satisfy a condition, such as {@code x > 0}. */
  public DerivativeRule where(String condition) {
    return with(function.where(condition));
  }

  /** The same rule of a function that has an inverse: f(g(x)) = x, where {@code text} is g(x). */
  public DerivativeRule inverse(String text) {
    List<String> more = new ArrayList<>(inverses);
    more.add(text);
    return new DerivativeRule(function, more, degrees);
  }

  /** The same rule of a function that is homogeneous: f(λ·x) = λ^degree·f(x) for λ &gt; 0. */
  public DerivativeRule homogeneous(int degree) {
    List<Integer> more = new ArrayList<>(degrees);
    more.add(degree);
    return new DerivativeRule(function, inverses, more);
  }

  private DerivativeRule with(FunctionUnderTest other) {
    return new DerivativeRule(other, inverses, degrees);
  }

  /** The name of the function. */
  public String name() {
    return function.name();
  }

  /** What the rule has to obey; each law says by its name what it compares. */
  public List<Law<?>> laws() {
    RuleLaws common = new RuleLaws(function);
    List<Law<?>> laws = new ArrayList<>(List.of(common.agreement()));
    laws.addAll(function.ownLaws());
    inverses.forEach(text -> laws.add(common.inverse(text)));
    degrees.forEach(degree -> laws.add(common.euler(Rational.of(degree))));
    return laws;
  }

  /**
   * Checks all laws.
   *
   * @throws AssertionError with the smallest failing case
   */
  public void check() {
    laws().forEach(Law::check);
  }
}
