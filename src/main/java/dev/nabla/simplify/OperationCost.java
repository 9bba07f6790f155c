package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.Set;

/**
 * What one node costs to compute from its operands, in additions of doubles: the cost for
 * evaluators, as {@link Cost} is the one for readers.
 *
 * <p>A division or a square root takes the time of some four additions, a call of exp or sin that
 * of some twenty, pow twice that. Signs cost nothing, and x⁻² as a factor is a divisor.
 */
final class OperationCost {
  private static final double DIVISION = 4;
  private static final double ROOT = 4;
  private static final double CALL = 20;
  private static final double POW = 40;
  private static final int LARGEST_CHAIN = 8;

  private static final Set<String> SINGLE_INSTRUCTIONS =
      Set.of("abs", "sign", "min", "max", "floor", "ceil", "relu");

  private OperationCost() {}

  /** The cost of the node without that of its operands. */
  static double of(Expr node) {
    boolean divides = node.children().stream().anyMatch(Cost::isReciprocal);
    double division = divides ? DIVISION : 0;
    if (node instanceof Sum sum) {
      return sum.terms().size() - 1 + division;
    } else if (node instanceof Product product) {
      boolean isSign = product.coefficient().abs().isOne() && !product.coefficient().isOne();
      // One of the operations is the division itself.
      return product.factors().size() - (isSign ? 2 : 1) + (divides ? DIVISION - 1 : 0);
    } else if (node instanceof Power power) {
      return division + power(power);
    } else if (node instanceof Apply apply) {
      return division + (SINGLE_INSTRUCTIONS.contains(apply.function().name()) ? 1 : CALL);
    }
    return node.children().isEmpty() ? 0 : division + 1;
  }

  /** |exponent| by repeated multiplication and a square root. */
  private static double power(Power power) {
    if (!(power.exponent() instanceof Num exponent)) {
      return POW;
    }
    Rational magnitude = exponent.value().abs();
    Rational doubled = magnitude.multiply(Rational.of(2));
    if (!doubled.isInteger() || doubled.compareTo(Rational.of(2L * LARGEST_CHAIN + 1)) > 0) {
      return POW;
    }
    int halves = doubled.numerator().intValueExact();
    int whole = halves / 2;
    double root = halves % 2 == 0 ? 0 : ROOT + Math.min(whole, 1);
    return root + (whole == 0 ? 0 : multiplications(whole));
  }

  /** The products in the binary method: ⌊log₂ n⌋ squarings and one for each further bit. */
  private static int multiplications(int n) {
    return 31 - Integer.numberOfLeadingZeros(n) + Integer.bitCount(n) - 1;
  }
}
