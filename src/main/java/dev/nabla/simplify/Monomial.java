package dev.nabla.simplify;

import java.util.Arrays;

/** ∏ vᵢ^kᵢ for variables numbered 0, 1, 2, … and exponents that are not negative. */
final class Monomial implements Comparable<Monomial> {
  static final Monomial ONE = new Monomial(new int[0]);

  private final int[] exponents;

  /** The exponents without zeros at the end, so that equal monomials have equal arrays. */
  private Monomial(int[] exponents) {
    this.exponents = exponents;
  }

  private static Monomial trimmed(int[] exponents) {
    int length = exponents.length;
    while (length > 0 && exponents[length - 1] == 0) {
      length--;
    }
    return length == 0
        ? ONE
        : new Monomial(length == exponents.length ? exponents : Arrays.copyOf(exponents, length));
  }

  static Monomial of(int variable, int exponent) {
    int[] exponents = new int[variable + 1];
    exponents[variable] = exponent;
    return trimmed(exponents);
  }

  /** One more than the largest number of a variable that occurs. */
  int width() {
    return exponents.length;
  }

  int degree(int variable) {
    return variable < exponents.length ? exponents[variable] : 0;
  }

  boolean isOne() {
    return exponents.length == 0;
  }

  Monomial times(Monomial other) {
    boolean longer = exponents.length >= other.exponents.length;
    int[] product = (longer ? exponents : other.exponents).clone();
    int[] shorter = longer ? other.exponents : exponents;
    for (int i = 0; i < shorter.length; i++) {
      product[i] += shorter[i];
    }
    return new Monomial(product);
  }

  boolean isDivisibleBy(Monomial divisor) {
    for (int i = 0; i < divisor.exponents.length; i++) {
      if (divisor.exponents[i] > degree(i)) {
        return false;
      }
    }
    return true;
  }

  /** this / divisor, which must divide it. */
  Monomial over(Monomial divisor) {
    int[] quotient = exponents.clone();
    for (int i = 0; i < divisor.exponents.length; i++) {
      quotient[i] -= divisor.exponents[i];
    }
    return trimmed(quotient);
  }

  /** The same monomial with another exponent of one variable. */
  Monomial with(int variable, int exponent) {
    int[] changed = Arrays.copyOf(exponents, Math.max(exponents.length, variable + 1));
    changed[variable] = exponent;
    return trimmed(changed);
  }

  Monomial greatestCommonDivisor(Monomial other) {
    int[] common = new int[Math.min(exponents.length, other.exponents.length)];
    for (int i = 0; i < common.length; i++) {
      common[i] = Math.min(exponents[i], other.exponents[i]);
    }
    return trimmed(common);
  }

  /** Lexicographic: the variable of the lowest number counts most. */
  @Override
  public int compareTo(Monomial other) {
    int length = Math.max(exponents.length, other.exponents.length);
    for (int i = 0; i < length; i++) {
      int comparison = Integer.compare(degree(i), other.degree(i));
      if (comparison != 0) {
        return comparison;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial monomial && Arrays.equals(exponents, monomial.exponents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(exponents);
  }

  @Override
  public String toString() {
    return Arrays.toString(exponents);
  }
}
