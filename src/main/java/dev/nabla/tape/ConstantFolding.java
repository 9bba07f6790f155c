package dev.nabla.tape;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Function;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.function.FunctionTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apfloat.NumericComputationException;

/**
 * The doubles nearest to expressions without inputs, such as π/2 or √2, by way of 60 digits.
 *
 * <p>What has no real value there (1/0, log(−1)), or cancels beyond what the digits can tell, is
 * left to the tape, which computes it as doubles do.
 */
final class ConstantFolding {
  private static final int DIGITS = 60;
  private static final int TRUSTED_DIGITS = 30;
  private static final int SMALLEST_SCALE = -290;
  private static final int LARGEST_SCALE = 300;

  private final Map<Expr, Optional<Apfloat>> values = new HashMap<>();
  private final Map<Expr, Apfloat> leaves = new HashMap<>();

  /** Takes note of {@code node}, whose operands were seen before. */
  void visit(Expr node) {
    if (isComposite(node) && node.children().stream().allMatch(this::isConstant)) {
      values.put(node, evaluated(node));
    }
  }

  private static boolean isComposite(Expr node) {
    return node instanceof Sum
        || node instanceof Product
        || node instanceof Power
        || node instanceof Apply;
  }

  /** Whether no input occurs in {@code expr}. */
  boolean isConstant(Expr expr) {
    return expr instanceof Num || expr instanceof Constant || values.containsKey(expr);
  }

  /** The double nearest to a composite constant. */
  Optional<Double> rounded(Expr expr) {
    return values.getOrDefault(expr, Optional.empty()).flatMap(ConstantFolding::nearest);
  }

  /** The double nearest to a sum of constants. */
  Optional<Double> sum(List<Expr> terms) {
    return operands(terms).flatMap(ConstantFolding::sumOf).flatMap(ConstantFolding::nearest);
  }

  /** The double nearest to a product of constants. */
  Optional<Double> product(List<Expr> factors) {
    return operands(factors).map(ConstantFolding::productOf).flatMap(ConstantFolding::nearest);
  }

  private static Optional<Double> nearest(Apfloat value) {
    boolean inRange =
        value.signum() == 0 || (value.scale() > SMALLEST_SCALE && value.scale() < LARGEST_SCALE);
    return inRange ? Optional.of(new BigDecimal(value.toString()).doubleValue()) : Optional.empty();
  }

  private Optional<Apfloat> evaluated(Expr node) {
    Optional<List<Apfloat>> known = operands(node.children());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<Apfloat> operands = known.get();
    try {
      if (node instanceof Sum) {
        return sumOf(operands);
      }
      if (node instanceof Product) {
        return Optional.of(productOf(operands));
      }
      if (node instanceof Power power) {
        return powerOf(operands, power);
      }
      Function function = ((Apply) node).function();
      return Optional.of(FunctionTable.of(function).highPrecision().apply(operands));
    } catch (ArithmeticException | NumericComputationException undefined) {
      // No real value: the tape shall give what the operations on doubles give there.
      return Optional.empty();
    }
  }

  private Optional<List<Apfloat>> operands(List<Expr> expressions) {
    List<Apfloat> operands = new ArrayList<>(expressions.size());
    for (Expr expr : expressions) {
      Optional<Apfloat> value = value(expr);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      operands.add(value.get());
    }
    return Optional.of(operands);
  }

  private Optional<Apfloat> value(Expr expr) {
    if (expr instanceof Num || expr instanceof Constant) {
      return Optional.of(leaves.computeIfAbsent(expr, ConstantFolding::leaf));
    }
    return values.get(expr);
  }

  private static Apfloat leaf(Expr expr) {
    if (expr instanceof Num num) {
      return apfloat(num.value());
    }
    return switch (((Constant) expr).name()) {
      case PI -> ApfloatMath.pi(DIGITS);
      case E -> ApfloatMath.exp(new Apfloat(1, DIGITS));
    };
  }

  private static Apfloat apfloat(Rational value) {
    if (value.isInteger()) {
      return new Apfloat(value.numerator(), DIGITS);
    }
    // Decimal division takes a tenth of the time of Apfloat's.
    BigDecimal quotient =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS + 2));
    return new Apfloat(quotient, DIGITS);
  }

  private static Optional<Apfloat> sumOf(List<Apfloat> terms) {
    Apfloat sum = Apfloat.ZERO;
    long largest = Long.MIN_VALUE;
    for (Apfloat term : terms) {
      sum = sum.add(term);
      largest = Math.max(largest, term.signum() == 0 ? Long.MIN_VALUE : term.scale());
    }
    boolean trusted = sum.signum() != 0 && sum.scale() > largest - TRUSTED_DIGITS;
    return trusted ? Optional.of(sum) : Optional.empty();
  }

  private static Apfloat productOf(List<Apfloat> factors) {
    Apfloat product = new Apfloat(1, DIGITS);
    for (Apfloat factor : factors) {
      product = product.multiply(factor);
    }
    return product;
  }

  private static Optional<Apfloat> powerOf(List<Apfloat> operands, Power power) {
    Apfloat base = operands.get(0);
    if (power.exponent() instanceof Num num && num.value().isInt()) {
      return Optional.of(ApfloatMath.pow(base, num.value().intValue()));
    }
    if (base.signum() <= 0) {
      return Optional.empty();
    }
    if (power.exponent() instanceof Num num
        && num.value().denominator().equals(BigInteger.TWO)
        && num.value().numerator().equals(BigInteger.ONE)) {
      return Optional.of(ApfloatMath.sqrt(base));
    }
    return Optional.of(ApfloatMath.pow(base, operands.get(1)));
  }
}
