package dev.nabla.loop;

import java.util.Map;
import java.util.TreeMap;

/**
 * The integer constant + Σ coefficient · register over integer registers of a nest.
 *
 * @param constant the constant
 * @param coefficients the coefficients by register, none of them 0
 */
record Affine(int constant, Map<Integer, Integer> coefficients) {
  static Affine constant(int value) {
    return new Affine(value, Map.of());
  }

  static Affine register(int register) {
    return new Affine(0, Map.of(register, 1));
  }

  Affine plus(int value) {
    return new Affine(Math.addExact(constant, value), coefficients);
  }

  Affine plus(Affine other) {
    Map<Integer, Integer> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((register, factor) -> sum.merge(register, factor, Math::addExact));
    sum.values().removeIf(factor -> factor == 0);
    return new Affine(Math.addExact(constant, other.constant), sum);
  }

  Affine minus(Affine other) {
    return plus(other.times(-1));
  }

  Affine times(int factor) {
    Map<Integer, Integer> scaled = new TreeMap<>();
    if (factor != 0) {
      coefficients.forEach((register, c) -> scaled.put(register, Math.multiplyExact(c, factor)));
    }
    return new Affine(Math.multiplyExact(constant, factor), scaled);
  }

  boolean isConstant() {
    return coefficients.isEmpty();
  }

  int coefficient(int register) {
    return coefficients.getOrDefault(register, 0);
  }

  boolean mentions(int register) {
    return coefficients.containsKey(register);
  }

  /** The part without the constant and without one register. */
  Affine without(int register) {
    Map<Integer, Integer> rest = new TreeMap<>(coefficients);
    rest.remove(register);
    return new Affine(0, rest);
  }

  /** This with another integer in the place of a register. */
  Affine substitute(int register, Affine value) {
    int factor = coefficient(register);
    return factor == 0 ? this : without(register).plus(constant).plus(value.times(factor));
  }

  /** Its value where the registers have these values. */
  int value(int[] registers) {
    int value = constant;
    for (Map.Entry<Integer, Integer> entry : coefficients.entrySet()) {
      value += entry.getValue() * registers[entry.getKey()];
    }
    return value;
  }
}
