package dev.nabla.simplify;

import dev.nabla.expr.Rational;
import java.util.List;

/** The sine and cosine of one angle, circular or hyperbolic. */
record SinePair(Quotient sine, Quotient cosine) {
  /** sin(k·u) and cos(k·u) by angle addition (DLMF 4.21.2, 4.35.2). */
  SinePair multiple(QuotientRing ring, int k, boolean circular) {
    Quotient sign = constant(circular ? Rational.MINUS_ONE : Rational.ONE);
    Quotient s = sine;
    Quotient c = cosine;
    for (int i = 1; i < Math.abs(k); i++) {
      Quotient next = ring.sum(List.of(ring.multiply(s, cosine), ring.multiply(c, sine)));
      Quotient product = ring.multiply(sign, ring.multiply(s, sine));
      c = ring.sum(List.of(ring.multiply(c, cosine), product));
      s = next;
    }
    return new SinePair(k < 0 ? ring.multiply(s, constant(Rational.MINUS_ONE)) : s, c);
  }

  private static Quotient constant(Rational value) {
    return Quotient.of(Multinomial.constant(value));
  }
}
