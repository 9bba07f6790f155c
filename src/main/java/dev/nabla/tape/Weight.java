package dev.nabla.tape;

/**
 * c·m: a partial derivative with its constant factor apart, so that constants meet constants and
 * are multiplied once, when the derivative is compiled.
 *
 * @param coefficient c, with the sign
 * @param monomial m: the number of an operation, or {@link #UNIT} for 1
 */
record Weight(double coefficient, int monomial) {
  static final int UNIT = -1;
  static final Weight ONE = new Weight(1, UNIT);

  boolean isConstant() {
    return monomial == UNIT;
  }

  /** Whether a product with it needs no operation. */
  boolean isSign() {
    return isConstant() && Math.abs(coefficient) == 1;
  }
}
