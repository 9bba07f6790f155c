package dev.nabla.simplify;

/**
 * numerator / denominator.
 *
 * @param numerator a polynomial in atoms
 * @param denominator positive powers of atoms and of sums
 */
record Fraction(Polynomial numerator, PowerProduct denominator) {
  static Fraction of(Polynomial numerator) {
    return new Fraction(numerator, PowerProduct.ONE);
  }
}
