package dev.nabla.function;

import java.math.BigInteger;

/**
 * exp, log, sin, cos and atan of numbers n·2⁻ᵖ, by argument reduction and Taylor series.
 *
 * <p>At 60 digits an exponential takes some 5 µs; Apfloat's, built for millions of digits, takes a
 * thousand.
 */
final class FixedPoint {
  /** Constants are kept to this many bits; more are computed when asked for. */
  private static final int KEPT = 2048;

  private static final BigInteger LN2 = computeLn2(KEPT);
  private static final BigInteger PI = computePi(KEPT);

  private final int bits;
  private final BigInteger one;

  FixedPoint(int bits) {
    this.bits = bits;
    this.one = BigInteger.ONE.shiftLeft(bits);
  }

  int bits() {
    return bits;
  }

  BigInteger ln2() {
    return bits <= KEPT ? LN2.shiftRight(KEPT - bits) : computeLn2(bits);
  }

  BigInteger pi() {
    return bits <= KEPT ? PI.shiftRight(KEPT - bits) : computePi(bits);
  }

  BigInteger multiply(BigInteger left, BigInteger right) {
    return left.multiply(right).shiftRight(bits);
  }

  BigInteger divide(BigInteger left, BigInteger right) {
    return left.shiftLeft(bits).divide(right);
  }

  /** e^x for |x| ≤ 1: x is halved k times, the series summed, the result squared k times. */
  BigInteger exp(BigInteger x) {
    int halvings = (int) Math.sqrt(bits);
    FixedPoint wide = new FixedPoint(bits + 2 * halvings);
    BigInteger r = x.shiftLeft(halvings);
    BigInteger term = wide.one;
    BigInteger total = wide.one;
    for (int n = 1; term.signum() != 0 && !term.equals(BigInteger.ONE.negate()); n++) {
      term = wide.multiply(term, r).divide(BigInteger.valueOf(n));
      total = total.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      total = wide.multiply(total, total);
    }
    return total.shiftRight(2 * halvings);
  }

  /** log m for m in [1/2, 2]: log m = y + log(m·e^−y) with y the logarithm in doubles. */
  BigInteger log(BigInteger m) {
    double guess = Math.log(m.shiftRight(bits - 60).doubleValue() * 0x1p-60);
    BigInteger y = fromDouble(guess);
    BigInteger z = multiply(m, exp(y.negate())).subtract(one);
    return y.add(alternating(z, z, 2));
  }

  /** atan t for |t| ≤ 1: θ + atan((t·cos θ − sin θ)/(cos θ + t·sin θ)) with θ in doubles. */
  BigInteger atan(BigInteger t) {
    double guess = Math.atan(t.shiftRight(bits - 60).doubleValue() * 0x1p-60);
    BigInteger theta = fromDouble(guess);
    BigInteger[] sinCos = sinCos(theta);
    BigInteger rest =
        divide(multiply(t, sinCos[1]).subtract(sinCos[0]), sinCos[1].add(multiply(t, sinCos[0])));
    BigInteger square = multiply(rest, rest);
    return theta.add(alternating(rest, square, 3));
  }

  /**
   * z − z·s/n₁ + …: for s = z and n = 2, 3, 4, … it is log(1 + z); for s = z² and n = 3, 5, 7, … it
   * is atan z.
   */
  private BigInteger alternating(BigInteger z, BigInteger factor, int first) {
    BigInteger total = z;
    BigInteger power = z;
    for (int n = first; ; n += first - 1) {
      power = multiply(power, factor).negate();
      if (power.bitLength() == 0) {
        return total;
      }
      total = total.add(power.divide(BigInteger.valueOf(n)));
    }
  }

  /** sin x and cos x for |x| ≤ 1: series at x/2ᵏ, then k doublings of 1 − cos. */
  BigInteger[] sinCos(BigInteger x) {
    int halvings = (int) Math.sqrt(bits) / 2;
    FixedPoint wide = new FixedPoint(bits + 4 * halvings);
    BigInteger r = x.shiftLeft(3 * halvings);
    BigInteger square = wide.multiply(r, r);
    // v = 1 − cos r = r²/2 − r⁴/24 + …; doubling: 1 − cos 2r = 2·v·(2 − v).
    BigInteger term = square.shiftRight(1);
    BigInteger versine = term;
    for (long n = 3; term.bitLength() != 0; n += 2) {
      term = wide.multiply(term, square).divide(BigInteger.valueOf(n * (n + 1))).negate();
      versine = versine.add(term);
    }
    BigInteger two = wide.one.shiftLeft(1);
    for (int i = 0; i < halvings; i++) {
      versine = wide.multiply(versine, two.subtract(versine)).shiftLeft(1);
    }
    // sin² = v·(2 − v), which keeps the digits of a small sine.
    BigInteger sine = versine.multiply(two.subtract(versine)).max(BigInteger.ZERO).sqrt();
    BigInteger cosine = wide.one.subtract(versine);
    return new BigInteger[] {
      (x.signum() < 0 ? sine.negate() : sine).shiftRight(4 * halvings),
      cosine.shiftRight(4 * halvings)
    };
  }

  private BigInteger fromDouble(double value) {
    return BigInteger.valueOf((long) (value * 0x1p60)).shiftLeft(bits - 60);
  }

  /** ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749). */
  private static BigInteger computeLn2(int bits) {
    int guarded = bits + 32;
    return reciprocalSeries(26, guarded, false)
        .multiply(BigInteger.valueOf(18))
        .subtract(reciprocalSeries(4801, guarded, false).shiftLeft(1))
        .add(reciprocalSeries(8749, guarded, false).shiftLeft(3))
        .shiftRight(32);
  }

  /** π = 16·arctan(1/5) − 4·arctan(1/239), Machin. */
  private static BigInteger computePi(int bits) {
    int guarded = bits + 32;
    return reciprocalSeries(5, guarded, true)
        .shiftLeft(4)
        .subtract(reciprocalSeries(239, guarded, true).shiftLeft(2))
        .shiftRight(32);
  }

  /** Σ (±1)ⁿ/((2n + 1)·k^(2n+1)). */
  private static BigInteger reciprocalSeries(long k, int bits, boolean alternating) {
    BigInteger square = BigInteger.valueOf(k * k);
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(k));
    BigInteger total = power;
    for (long n = 3; power.signum() != 0; n += 2) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(n));
      total = alternating && n % 4 == 3 ? total.subtract(term) : total.add(term);
    }
    return total;
  }
}
