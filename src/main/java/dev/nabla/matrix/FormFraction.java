package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A product with its sign and its negative powers drawn out: ± above / below.
 *
 * @param negative whether a minus stands in front
 * @param above the positive integer factor
 * @param below the positive integer divisor
 * @param scalarsAbove the scalar factors
 * @param scalarsBelow the scalar divisors
 * @param arraysAbove the arrays that are multiplied elementwise
 * @param arraysBelow the arrays that divide elementwise
 */
public record FormFraction(
    boolean negative,
    BigInteger above,
    BigInteger below,
    List<MatrixForm> scalarsAbove,
    List<MatrixForm> scalarsBelow,
    List<MatrixForm> arraysAbove,
    List<MatrixForm> arraysBelow) {

  /** The fraction of a product. */
  public static FormFraction of(MatrixForm.Times times) {
    List<MatrixForm> scalarsAbove = new ArrayList<>();
    List<MatrixForm> scalarsBelow = new ArrayList<>();
    List<MatrixForm> arraysAbove = new ArrayList<>();
    List<MatrixForm> arraysBelow = new ArrayList<>();
    times.scalars().forEach(factor -> place(factor, scalarsAbove, scalarsBelow));
    times.arrays().forEach(factor -> place(factor, arraysAbove, arraysBelow));
    Rational coefficient = times.coefficient();
    return new FormFraction(
        coefficient.signum() < 0,
        coefficient.abs().numerator(),
        coefficient.denominator(),
        List.copyOf(scalarsAbove),
        List.copyOf(scalarsBelow),
        List.copyOf(arraysAbove),
        List.copyOf(arraysBelow));
  }

  private static void place(MatrixForm factor, List<MatrixForm> above, List<MatrixForm> below) {
    Optional<MatrixForm> divisor = divisor(factor);
    (divisor.isPresent() ? below : above).add(divisor.orElse(factor));
  }

  /** What a negative power divides by: x² for x⁻². */
  public static Optional<MatrixForm> divisor(MatrixForm factor) {
    if (factor instanceof MatrixForm.Power power
        && power.exponent() instanceof MatrixForm.Numeral exponent
        && exponent.value().signum() < 0) {
      Rational positive = exponent.value().negate();
      return Optional.of(
          positive.isOne()
              ? power.base()
              : new MatrixForm.Power(power.base(), new MatrixForm.Numeral(positive)));
    }
    return Optional.empty();
  }

  /** Whether nothing but the number stands above. */
  public boolean isReciprocal() {
    return scalarsAbove.isEmpty() && arraysAbove.isEmpty();
  }
}
