package dev.nabla.function;

import java.math.BigDecimal;
import org.apfloat.Apfloat;

/**
 * The elementary functions of {@code ApfloatMath}, by name and meaning, made for some 60 digits:
 * microseconds where that takes milliseconds.
 *
 * <p>A result has the precision of the argument, also where the formula cancels.
 */
public final class PreciseMath {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private PreciseMath() {}

  /** A function of decimals, to the given number of digits. */
  private interface Decimal {
    BigDecimal apply(BigDecimal x, int digits);
  }

  public static Apfloat exp(Apfloat x) {
    return at(x, DecimalMath::exp);
  }

  /** e^x − 1. */
  public static Apfloat expm1(Apfloat x) {
    return small(x, (v, digits) -> DecimalMath.exp(v, digits).subtract(ONE));
  }

  public static Apfloat log(Apfloat x) {
    return at(x, DecimalMath::log);
  }

  /** log(1 + x). */
  public static Apfloat log1p(Apfloat x) {
    return small(x, (v, digits) -> DecimalMath.log(v.add(ONE), digits));
  }

  public static Apfloat sin(Apfloat x) {
    return at(x, DecimalMath::sin);
  }

  public static Apfloat cos(Apfloat x) {
    return at(x, DecimalMath::cos);
  }

  /** sin x / cos x. */
  public static Apfloat tan(Apfloat x) {
    return at(
        x,
        (v, digits) ->
            DecimalMath.sin(v, digits)
                .divide(DecimalMath.cos(v, digits), DecimalMath.context(digits)));
  }

  public static Apfloat atan(Apfloat x) {
    return at(x, DecimalMath::atan);
  }

  /** atan(x / √(1 − x²)). */
  public static Apfloat asin(Apfloat x) {
    return at(
        x,
        (v, digits) -> {
          BigDecimal side = root(ONE.subtract(v).multiply(ONE.add(v)), digits, "asin");
          return side.signum() == 0
              ? quarter(digits).multiply(BigDecimal.valueOf(v.signum()))
              : DecimalMath.atan(v.divide(side, DecimalMath.context(digits)), digits);
        });
  }

  /** 2·atan(√((1 − x)/(1 + x))). */
  public static Apfloat acos(Apfloat x) {
    return at(
        x,
        (v, digits) -> {
          if (v.compareTo(ONE.negate()) == 0) {
            return quarter(digits).multiply(TWO);
          }
          if (v.compareTo(ONE.negate()) < 0) {
            throw new ArithmeticException("acos outside [-1, 1]");
          }
          BigDecimal ratio = ONE.subtract(v).divide(ONE.add(v), DecimalMath.context(digits));
          return DecimalMath.atan(root(ratio, digits, "acos"), digits).multiply(TWO);
        });
  }

  /** (e^x − e^−x)/2. */
  public static Apfloat sinh(Apfloat x) {
    return small(
        x,
        (v, digits) -> {
          BigDecimal e = DecimalMath.exp(v, digits);
          return e.subtract(ONE.divide(e, DecimalMath.context(digits)))
              .divide(TWO, DecimalMath.context(digits));
        });
  }

  /** (e^x + e^−x)/2. */
  public static Apfloat cosh(Apfloat x) {
    return at(
        x,
        (v, digits) -> {
          BigDecimal e = DecimalMath.exp(v, digits);
          return e.add(ONE.divide(e, DecimalMath.context(digits)))
              .divide(TWO, DecimalMath.context(digits));
        });
  }

  /** (1 − e^−2|x|)/(1 + e^−2|x|) with the sign of x. */
  public static Apfloat tanh(Apfloat x) {
    return small(
        x,
        (v, digits) -> {
          BigDecimal e = DecimalMath.exp(v.abs().multiply(TWO).negate(), digits);
          BigDecimal value = ONE.subtract(e).divide(ONE.add(e), DecimalMath.context(digits));
          return v.signum() < 0 ? value.negate() : value;
        });
  }

  /** log(|x| + √(x² + 1)) with the sign of x. */
  public static Apfloat asinh(Apfloat x) {
    return small(
        x,
        (v, digits) -> {
          BigDecimal side = root(v.multiply(v).add(ONE), digits, "asinh");
          BigDecimal value = DecimalMath.log(v.abs().add(side), digits);
          return v.signum() < 0 ? value.negate() : value;
        });
  }

  /** log(x + √((x − 1)·(x + 1))). */
  public static Apfloat acosh(Apfloat x) {
    return at(
        x,
        (v, digits) -> {
          BigDecimal excess = v.subtract(ONE);
          if (excess.signum() < 0) {
            throw new ArithmeticException("acosh below 1");
          }
          int guarded = digits + Math.max(0, -DecimalMath.exponent(excess));
          return DecimalMath.log(
              v.add(root(excess.multiply(v.add(ONE)), guarded, "acosh")), guarded);
        });
  }

  /** log((1 + x)/(1 − x))/2. */
  public static Apfloat atanh(Apfloat x) {
    return small(
        x,
        (v, digits) -> {
          if (v.abs().compareTo(ONE) >= 0) {
            throw new ArithmeticException("atanh outside (-1, 1)");
          }
          BigDecimal ratio = ONE.add(v).divide(ONE.subtract(v), DecimalMath.context(digits));
          return DecimalMath.log(ratio, digits).divide(TWO, DecimalMath.context(digits));
        });
  }

  private static BigDecimal root(BigDecimal square, int digits, String name) {
    if (square.signum() < 0) {
      throw new ArithmeticException(name + " outside its domain");
    }
    return square.sqrt(DecimalMath.context(digits));
  }

  /** π/2. */
  private static BigDecimal quarter(int digits) {
    return DecimalMath.pi(digits).divide(TWO, DecimalMath.context(digits));
  }

  private static Apfloat at(Apfloat x, Decimal function) {
    return convert(x, function);
  }

  /** Of a function x + O(x²) that cancels: with as many digits more as x is small. */
  private static Apfloat small(Apfloat x, Decimal function) {
    return convert(
        x,
        (v, digits) ->
            DecimalMath.exponent(v) < -2 * digits
                ? v
                : function.apply(v, digits + Math.max(0, -DecimalMath.exponent(v))));
  }

  private static Apfloat convert(Apfloat x, Decimal function) {
    int digits = x.precision() == Apfloat.INFINITE ? 64 : (int) x.precision();
    BigDecimal argument = x.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(x.toString());
    return new Apfloat(function.apply(argument, digits), digits);
  }
}
