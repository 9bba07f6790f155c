package dev.nabla.testing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * f: ℝⁿ → ℝ with values from Java.
 *
 * @param name its name
 * @param variables the names of its arguments
 * @param values the values; an {@link ArithmeticException} where there is none
 * @param isDoubleOnly whether they have no more digits than a double
 */
record JavaValues(String name, List<String> variables, Decimals values, boolean isDoubleOnly) {
  private static final Pattern SIGNATURE = Pattern.compile("\\s*(\\w+)\\s*\\(([\\w\\s,]+)\\)\\s*");

  static JavaValues ofDoubles(String signature, int arity, ToDoubleFunction<double[]> method) {
    return of(
        signature,
        arity,
        (arguments, digits) -> {
          double value =
              method.applyAsDouble(
                  arguments.stream().mapToDouble(BigDecimal::doubleValue).toArray());
          if (!Double.isFinite(value)) {
            throw new ArithmeticException("the value from Java is " + value);
          }
          return new BigDecimal(value);
        },
        true);
  }

  static JavaValues ofDecimals(String signature, Decimals values) {
    return of(signature, 0, values, false);
  }

  /** A signature of that arity; 0 stands for any. */
  private static JavaValues of(String signature, int arity, Decimals values, boolean isDoubleOnly) {
    Matcher matcher = SIGNATURE.matcher(signature);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + signature + "' is no name with its arguments, such as besselj0(x)");
    }
    List<String> variables = Arrays.stream(matcher.group(2).split(",")).map(String::strip).toList();
    if (arity > 0 && variables.size() != arity) {
      throw new IllegalArgumentException(
          "the values of " + signature + " are of " + arity + " arguments");
    }
    return new JavaValues(matcher.group(1), variables, values, isDoubleOnly);
  }

  /** The value, if there is one. */
  Optional<BigDecimal> at(List<BigDecimal> point, int digits) {
    try {
      return Optional.of(values.apply(point, digits));
    } catch (ArithmeticException outside) {
      return Optional.empty();
    }
  }
}
