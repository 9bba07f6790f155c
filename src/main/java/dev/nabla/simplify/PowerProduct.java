package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * ∏ atom^exponent with rational exponents other than 0, the atoms in the order in which they were
 * met; equal products may differ in that order.
 */
final class PowerProduct {
  static final PowerProduct ONE = new PowerProduct(new Expr[0], new Rational[0], 0);

  private final Expr[] atoms;
  private final Rational[] exponents;
  private final int size;
  private final int hash;

  /** The product of the first {@code size} powers; the arrays are not to be changed any more. */
  private PowerProduct(Expr[] atoms, Rational[] exponents, int size) {
    this.atoms = atoms;
    this.exponents = exponents;
    this.size = size;
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += atoms[i].hashCode() * 31 ^ exponents[i].hashCode();
    }
    this.hash = sum;
  }

  static PowerProduct of(Expr atom, Rational exponent) {
    return exponent.isZero()
        ? ONE
        : new PowerProduct(new Expr[] {atom}, new Rational[] {exponent}, 1);
  }

  static PowerProduct of(Map<Expr, Rational> powers) {
    PowerProduct result = ONE;
    for (Map.Entry<Expr, Rational> power : powers.entrySet()) {
      result = result.times(of(power.getKey(), power.getValue()));
    }
    return result;
  }

  boolean isOne() {
    return size == 0;
  }

  List<Expr> atoms() {
    return Arrays.asList(atoms).subList(0, size);
  }

  boolean contains(Expr atom) {
    return indexOf(atom, size) >= 0;
  }

  /** The exponent of an atom, 0 if it does not occur. */
  Rational exponent(Expr atom) {
    int i = indexOf(atom, size);
    return i < 0 ? Rational.ZERO : exponents[i];
  }

  private int indexOf(Expr atom, int end) {
    for (int i = 0; i < end; i++) {
      if (atoms[i] == atom) {
        return i;
      }
    }
    return -1;
  }

  void forEach(BiConsumer<Expr, Rational> consumer) {
    for (int i = 0; i < size; i++) {
      consumer.accept(atoms[i], exponents[i]);
    }
  }

  boolean anyMatch(BiPredicate<Expr, Rational> predicate) {
    for (int i = 0; i < size; i++) {
      if (predicate.test(atoms[i], exponents[i])) {
        return true;
      }
    }
    return false;
  }

  /** The product with the exponents changed, without the powers whose exponent becomes 0. */
  PowerProduct map(BiFunction<Expr, Rational, Rational> change) {
    Expr[] kept = new Expr[size];
    Rational[] changed = new Rational[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      Rational exponent = change.apply(atoms[i], exponents[i]);
      if (!exponent.isZero()) {
        kept[count] = atoms[i];
        changed[count++] = exponent;
      }
    }
    return new PowerProduct(kept, changed, count);
  }

  PowerProduct inverse() {
    return map((atom, exponent) -> exponent.negate());
  }

  /** The product without an atom. */
  PowerProduct without(Expr removed) {
    return map((atom, exponent) -> atom == removed ? Rational.ZERO : exponent);
  }

  PowerProduct times(PowerProduct other) {
    if (other.size == 0) {
      return this;
    }
    if (size == 0) {
      return other;
    }
    Expr[] factors = Arrays.copyOf(atoms, size + other.size);
    Rational[] sums = Arrays.copyOf(exponents, size + other.size);
    int count = size;
    boolean cancels = false;
    for (int i = 0; i < other.size; i++) {
      int at = indexOf(other.atoms[i], size);
      if (at < 0) {
        factors[count] = other.atoms[i];
        sums[count++] = other.exponents[i];
      } else {
        sums[at] = sums[at].add(other.exponents[i]);
        cancels |= sums[at].isZero();
      }
    }
    PowerProduct product = new PowerProduct(factors, sums, count);
    return cancels ? product.map((atom, exponent) -> exponent) : product;
  }

  /** The greatest product that divides both, its order that of this. */
  PowerProduct common(PowerProduct other) {
    return map(
        (atom, exponent) ->
            other.contains(atom) ? smaller(exponent, other.exponent(atom)) : Rational.ZERO);
  }

  private static Rational smaller(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  @Override
  public boolean equals(Object object) {
    if (this == object) {
      return true;
    }
    if (!(object instanceof PowerProduct other) || hash != other.hash || size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!exponents[i].equals(other.exponent(atoms[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((atom, exponent) -> text.append(atom).append('^').append(exponent).append(' '));
    return text.toString();
  }
}
