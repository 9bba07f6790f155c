package dev.nabla.tape;

import java.util.HashMap;
import java.util.Map;

/** bⁿ for the products of a graph: which of them is a power, and of what. */
final class IntegerPowers {
  private final ValueGraph graph;
  private final Map<Integer, Power> known = new HashMap<>();

  private record Power(int base, int exponent) {}

  IntegerPowers(ValueGraph graph) {
    this.graph = graph;
  }

  /** b, where the operation is bⁿ; the operation itself where it is no product of equal parts. */
  int base(int number) {
    return power(number).base();
  }

  /** n, at least 1. */
  int exponent(int number) {
    return power(number).exponent();
  }

  /** Chains are short: their depth is at most that of the eighth power. */
  private Power power(int number) {
    if (graph.opcode(number) != Opcode.MUL) {
      return new Power(number, 1);
    }
    Power present = known.get(number);
    if (present == null) {
      present = ofProduct(number);
      known.put(number, present);
    }
    return present;
  }

  private Power ofProduct(int number) {
    int left = graph.first(number);
    int right = graph.second(number);
    if (left == right) {
      Power half = power(left);
      return new Power(half.base(), 2 * half.exponent());
    }
    Power a = smallPower(left);
    Power b = smallPower(right);
    return a.base() == b.base()
        ? new Power(a.base(), a.exponent() + b.exponent())
        : new Power(number, 1);
  }

  /** Looks one product deep only, so that a chain of products takes linear time. */
  private Power smallPower(int number) {
    return known.getOrDefault(number, new Power(number, 1));
  }

  /** The operation baseⁿ, made by a chain of multiplications if it does not exist. */
  int of(int base, int exponent) {
    if (exponent == 1) {
      return base;
    }
    int half = of(base, exponent / 2);
    int square = graph.multiply(ValueGraph.term(half), ValueGraph.term(half)) >> 1;
    return exponent % 2 == 0
        ? square
        : graph.multiply(ValueGraph.term(square), ValueGraph.term(base)) >> 1;
  }
}
