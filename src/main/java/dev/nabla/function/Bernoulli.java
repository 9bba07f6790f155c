package dev.nabla.function;

import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The Bernoulli numbers B₂, B₄, … (DLMF 24.2), exactly. */
final class Bernoulli {
  private static final int COUNT = 160;
  private static final List<Rational> EVEN = even();

  private Bernoulli() {}

  /** B₂ₖ. */
  static BigDecimal even(int k, MathContext context) {
    if (k > COUNT) {
      throw new ArithmeticException("more digits asked for than Bernoulli numbers are kept for");
    }
    Rational value = EVEN.get(k - 1);
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), context);
  }

  /** B₂ₖ = (−1)^(k+1)·2k/(4^k·(4^k − 1))·Tₖ with the tangent numbers Tₖ (DLMF 24.15.4). */
  private static List<Rational> even() {
    BigInteger[] tangent = new BigInteger[COUNT + 1];
    tangent[1] = BigInteger.ONE;
    for (int k = 2; k <= COUNT; k++) {
      tangent[k] = tangent[k - 1].multiply(BigInteger.valueOf(k - 1L));
    }
    for (int k = 2; k <= COUNT; k++) {
      for (int j = k; j <= COUNT; j++) {
        tangent[j] =
            tangent[j - 1]
                .multiply(BigInteger.valueOf(j - k))
                .add(tangent[j].multiply(BigInteger.valueOf(j - k + 2L)));
      }
    }
    List<Rational> numbers = new ArrayList<>(COUNT);
    for (int k = 1; k <= COUNT; k++) {
      BigInteger four = BigInteger.ONE.shiftLeft(2 * k);
      BigInteger above = tangent[k].multiply(BigInteger.valueOf(k % 2 == 1 ? 2L * k : -2L * k));
      numbers.add(new Rational(above, four.multiply(four.subtract(BigInteger.ONE))));
    }
    return List.copyOf(numbers);
  }
}
