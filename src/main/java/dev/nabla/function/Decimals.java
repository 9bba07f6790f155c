package dev.nabla.function;

import java.math.BigDecimal;
import java.util.List;

/** A function's value to as many digits as are asked for. */
@FunctionalInterface
public interface Decimals {
  /**
   * The value to {@code digits} significant digits (near a zero other than 0, as many decimals).
   *
   * @throws ArithmeticException outside the domain
   */
  BigDecimal apply(List<BigDecimal> arguments, int digits);
}
