package dev.nabla.simplify;

import java.math.BigInteger;

/**
 * A polynomial modulo a prime, all variables but one set to numbers: a common divisor of two
 * polynomials is one of their images, so images without one prove that there is none.
 */
final class ModularImage {
  private static final long PRIME = 2_147_483_629L;
  private static final BigInteger BIG_PRIME = BigInteger.valueOf(PRIME);

  private final long[] coefficients;

  private ModularImage(long[] coefficients) {
    this.coefficients = coefficients;
  }

  /** The image of a polynomial with integer coefficients in one variable. */
  static ModularImage of(Multinomial polynomial, int variable) {
    long[] image = new long[polynomial.degree(variable) + 1];
    polynomial
        .terms()
        .forEach(
            (monomial, coefficient) -> {
              long value = coefficient.numerator().mod(BIG_PRIME).longValue();
              for (int v = 0; v < monomial.width(); v++) {
                if (v != variable) {
                  long point = (1_000_003L * (v + 3) + 7_919L) % PRIME;
                  value = value * power(point, monomial.degree(v)) % PRIME;
                }
              }
              int degree = monomial.degree(variable);
              image[degree] = (image[degree] + value) % PRIME;
            });
    return new ModularImage(image);
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result * square % PRIME;
      }
      square = square * square % PRIME;
    }
    return result;
  }

  /** Whether neither lost its degree and no polynomial of positive degree divides both. */
  boolean isPrimeTo(ModularImage other) {
    return leading() != 0 && other.leading() != 0 && degreeOfCommon(other) == 0;
  }

  private long leading() {
    return coefficients[coefficients.length - 1];
  }

  /** Euclid's algorithm. */
  private int degreeOfCommon(ModularImage other) {
    long[] p = coefficients.clone();
    long[] q = other.coefficients.clone();
    int degreeOfP = p.length - 1;
    int degreeOfQ = q.length - 1;
    while (true) {
      if (degreeOfP < degreeOfQ) {
        long[] swap = p;
        p = q;
        q = swap;
        int degree = degreeOfP;
        degreeOfP = degreeOfQ;
        degreeOfQ = degree;
      }
      long factor = p[degreeOfP] * power(q[degreeOfQ], PRIME - 2) % PRIME;
      for (int i = 0; i <= degreeOfQ; i++) {
        int at = i + degreeOfP - degreeOfQ;
        p[at] = (p[at] + (PRIME - factor) * q[i]) % PRIME;
      }
      while (degreeOfP >= 0 && p[degreeOfP] == 0) {
        degreeOfP--;
      }
      if (degreeOfP < 0) {
        return degreeOfQ;
      }
    }
  }
}
