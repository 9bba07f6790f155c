package dev.nabla.simplify;

import java.util.List;

/** The range of an elementary function, given the ranges of its arguments. */
final class FunctionRanges {
  private static final Interval UNIT = Interval.closed(-1, 1);
  private static final Interval OPEN_UNIT = Interval.open(-1, 1);
  private static final double ABOVE_PI = Math.nextUp(Math.PI);
  private static final double ABOVE_HALF_PI = Math.nextUp(Math.PI / 2);

  private FunctionRanges() {}

  static Interval of(String function, List<Interval> arguments) {
    Interval x = arguments.get(0);
    return switch (function) {
      case "exp" -> exponential(x);
      case "expm1", "sinh", "tanh", "asinh", "atan", "erf", "asin", "cbrt", "atanh", "sign" ->
          odd(function, x);
      case "sin", "cos" -> UNIT;
      case "cosh" -> Interval.above(1, x.excludesZero());
      case "sech" -> new Interval(0, 1, true, false);
      case "acosh" -> Interval.NON_NEGATIVE;
      case "acos" -> Interval.closed(0, ABOVE_PI);
      case "erfc" -> Interval.open(0, 2);
      case "sigmoid" -> Interval.open(0, 1);
      case "softplus" -> Interval.POSITIVE;
      case "relu" -> Interval.above(0, x.isPositive());
      case "abs" -> Interval.above(0, x.excludesZero());
      case "hypot" -> Interval.above(0, x.excludesZero() || arguments.get(1).excludesZero());
      case "log" -> logarithm(x);
      case "log1p" -> odd(function, x);
      case "atan2" -> Interval.closed(-ABOVE_PI, ABOVE_PI);
      case "min" -> minimum(x, arguments.get(1));
      case "max" -> minimum(x.negate(), arguments.get(1).negate()).negate();
      default -> Interval.ALL;
    };
  }

  private static Interval exponential(Interval x) {
    if (x.isNonNegative()) {
      return Interval.above(1, x.isPositive());
    }
    return x.isNonPositive() ? new Interval(0, 1, true, x.isNegative()) : Interval.POSITIVE;
  }

  private static Interval logarithm(Interval x) {
    if (x.lower() >= 1) {
      return Interval.above(0, x.lower() > 1 || x.lowerOpen());
    }
    return x.upper() <= 1
        ? Interval.above(0, x.upper() < 1 || x.upperOpen()).negate()
        : Interval.ALL;
  }

  /** Increasing functions that vanish at 0 keep the sign. */
  private static Interval odd(String function, Interval x) {
    Interval range =
        switch (function) {
          case "tanh", "erf" -> OPEN_UNIT;
          case "sign" -> UNIT;
          case "atan", "asin" -> Interval.closed(-ABOVE_HALF_PI, ABOVE_HALF_PI);
          case "expm1" -> Interval.above(-1, true);
          default -> Interval.ALL;
        };
    if (x.isNonNegative()) {
      return range.intersect(Interval.above(0, x.isPositive()));
    }
    return x.isNonPositive() ? range.intersect(Interval.above(0, x.isNegative()).negate()) : range;
  }

  private static Interval minimum(Interval x, Interval y) {
    double low = Math.min(x.lower(), y.lower());
    double high = Math.min(x.upper(), y.upper());
    return new Interval(
        low,
        high,
        (x.lower() != low || x.lowerOpen()) && (y.lower() != low || y.lowerOpen()),
        (x.upper() == high && x.upperOpen()) || (y.upper() == high && y.upperOpen()));
  }
}
