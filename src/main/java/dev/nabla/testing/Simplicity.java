package dev.nabla.testing;

import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which numbers are simpler: 0, 1, 2, then whole ones, then those of few digits. */
final class Simplicity {
  private static final int MOST_DECIMALS = 3;

  private Simplicity() {}

  static Stream<Rational> simpler(Rational value) {
    return Stream.concat(
            LongStream.of(0, 1, 2).mapToObj(Rational::of),
            Stream.of(value.abs(), truncated(value), truncated(value).abs()))
        .filter(candidate -> isSimpler(candidate, value))
        .distinct();
  }

  private static Rational truncated(Rational value) {
    return new Rational(value.numerator().divide(value.denominator()), Rational.ONE.numerator());
  }

  private static boolean isSimpler(Rational left, Rational right) {
    if (left.isInteger() != right.isInteger()) {
      return left.isInteger();
    }
    int order = left.abs().compareTo(right.abs());
    return order < 0 || (order == 0 && left.signum() > right.signum());
  }

  /** The same for a coordinate of a point, a finite double. */
  static Stream<Double> simpler(double value) {
    DoubleStream decimals =
        LongStream.range(1, MOST_DECIMALS)
            .mapToDouble(
                digits ->
                    new BigDecimal(value)
                        .setScale((int) digits, RoundingMode.HALF_EVEN)
                        .doubleValue());
    return DoubleStream.concat(
            DoubleStream.of(0, 1, 2, -1, -2, truncated(value), Math.rint(value)), decimals)
        .map(candidate -> candidate + 0.0) // not −0
        .filter(candidate -> rank(candidate) < rank(value))
        .distinct()
        .boxed();
  }

  private static double truncated(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  /** A coordinate as people write it. */
  static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The digits behind the point first, then the size, then the sign. */
  private static double rank(double value) {
    int decimals = value == Math.rint(value) ? 0 : BigDecimal.valueOf(value).scale();
    return decimals * 1e20 + 2 * Math.min(Math.abs(value), 1e18) + (value < 0 ? 1 : 0);
  }
}
