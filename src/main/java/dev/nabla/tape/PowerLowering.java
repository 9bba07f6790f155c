package dev.nabla.tape;

import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * bⁿ by multiplications, b^(k/2) by a square root, e^u by exp, and any other power by {@link
 * Math#pow}.
 *
 * <p>n multiplications may be off by n/2 ulps, {@code pow} by one: so chains end at the eighth
 * power. The chain of a power goes through lower powers that the tape needs anyway, as a
 * derivative's do.
 */
final class PowerLowering {
  private static final int LARGEST_CHAIN = 8;

  private final ValueGraph graph;
  private final Lowering lowering;
  private final Map<Expr, BitSet> wanted = new HashMap<>();

  PowerLowering(ValueGraph graph, Lowering lowering) {
    this.graph = graph;
    this.lowering = lowering;
  }

  /** Takes note of the powers needed of each base, before any is lowered. */
  void collect(Iterable<Expr> nodes) {
    for (Expr node : nodes) {
      if (node instanceof Power power
          && power.exponent() instanceof Num num
          && isChain(num.value())) {
        BitSet exponents = wanted.computeIfAbsent(power.base(), base -> new BitSet());
        exponents.set(floor(num.value().abs()));
      }
    }
  }

  /** base^exponent. */
  int lower(Power power) {
    if (power.exponent() instanceof Num num && isChain(num.value())) {
      int magnitude = chain(power.base(), num.value().abs());
      return num.value().signum() > 0
          ? magnitude
          : graph.divide(graph.constant(1, true), magnitude);
    }
    int exponent = lowering.number(power.exponent());
    if (power.base() instanceof Constant constant && constant.name() == Constant.Name.E) {
      Optional<ElementaryFunction> exponential = FunctionTable.find("exp");
      if (exponential.isPresent()) {
        return graph.call(exponential.get(), List.of(exponent));
      }
    }
    if (power.base() instanceof Num num && isReciprocalOfInteger(num.value())) {
      // (1/q)^u = q^(−u), where q is exact.
      int base = lowering.rational(Rational.ONE.divide(num.value()));
      return graph.binary(Opcode.POW, base, ValueGraph.negate(exponent));
    }
    return graph.binary(Opcode.POW, lowering.number(power.base()), exponent);
  }

  /** Whether the factor is 1/bⁿ or 1/b^(k/2) with a cheap denominator. */
  boolean isDivisor(Expr factor) {
    return factor instanceof Power power
        && power.exponent() instanceof Num num
        && num.value().signum() < 0
        && isChain(num.value());
  }

  /** The denominator of a {@linkplain #isDivisor divisor}. */
  int divisor(Power power) {
    return chain(power.base(), ((Num) power.exponent()).value().abs());
  }

  private static boolean isReciprocalOfInteger(Rational value) {
    return !value.isInteger() && value.numerator().equals(BigInteger.ONE);
  }

  private static boolean isChain(Rational exponent) {
    return (exponent.isInteger() || exponent.denominator().equals(BigInteger.TWO))
        && exponent.numerator().bitLength() < 31
        && floor(exponent.abs()) <= LARGEST_CHAIN
        && !exponent.isZero();
  }

  private static int floor(Rational exponent) {
    return exponent.numerator().intValueExact() / exponent.denominator().intValueExact();
  }

  private int chain(Expr base, Rational exponent) {
    int term = lowering.number(base);
    int whole = floor(exponent);
    if (exponent.isInteger()) {
      return power(base, term, whole);
    }
    int root = graph.unary(Opcode.SQRT, term);
    return whole == 0 ? root : graph.multiply(power(base, term, whole), root);
  }

  private int power(Expr base, int term, int exponent) {
    if (exponent == 1) {
      return term;
    }
    int part = split(wanted.getOrDefault(base, new BitSet()), exponent);
    return graph.multiply(power(base, term, part), power(base, term, exponent - part));
  }

  /** The larger of two exponents that add up to {@code exponent}: wanted ones if possible. */
  private static int split(BitSet exponents, int exponent) {
    for (int part = exponent - 1; 2 * part >= exponent; part--) {
      int rest = exponent - part;
      if ((part == 1 || exponents.get(part)) && (rest == 1 || exponents.get(rest))) {
        return part;
      }
    }
    return exponent % 2 == 0 ? exponent / 2 : exponent - 1;
  }
}
