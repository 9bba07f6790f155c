package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.function.DecimalMath;
import dev.nabla.function.FunctionTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apfloat.Apfloat;

/**
 * The value of a small expression at one point, in decimals; empty where there is none.
 *
 * <p>With a {@code grain}, what is smaller is 0 and what is larger than its inverse is a pole: so
 * cos(π/2) is 0 and tan(π/2) has no value, though π/2 is rounded.
 */
final class RealArithmetic {
  private final int digits;
  private final MathContext context;
  private final Optional<BigDecimal> grain;
  private final Map<Expr, Optional<BigDecimal>> values = new HashMap<>();
  private final Map<Expr, Optional<Boolean>> truths = new HashMap<>();

  RealArithmetic(Map<Expr, Optional<BigDecimal>> inputs, int digits, Optional<BigDecimal> grain) {
    this.digits = digits;
    this.context = new MathContext(digits);
    this.grain = grain;
    values.putAll(inputs);
  }

  Optional<BigDecimal> value(Expr node) {
    Optional<BigDecimal> known = values.get(node);
    if (known == null) {
      known = settled(compute(node));
      values.put(node, known);
    }
    return known;
  }

  private Optional<BigDecimal> settled(Optional<BigDecimal> value) {
    if (value.isEmpty() || grain.isEmpty()) {
      return value;
    }
    BigDecimal magnitude = value.get().abs();
    if (magnitude.compareTo(grain.get()) < 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    return magnitude.multiply(grain.get()).compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : value;
  }

  private Optional<BigDecimal> compute(Expr node) {
    try {
      if (node instanceof Num num) {
        return Optional.of(
            new BigDecimal(num.value().numerator())
                .divide(new BigDecimal(num.value().denominator()), context));
      } else if (node instanceof Constant constant) {
        return Optional.of(
            constant.name() == Constant.Name.PI
                ? DecimalMath.pi(digits)
                : DecimalMath.exp(BigDecimal.ONE, digits));
      } else if (node instanceof Sum || node instanceof Product) {
        return combined(node);
      } else if (node instanceof Power power) {
        return power(power);
      } else if (node instanceof Select select) {
        return truth(select.condition())
            .flatMap(holds -> value(holds ? select.whenTrue() : select.whenFalse()));
      }
      return applied((Apply) node);
    } catch (ArithmeticException outsideTheDomain) {
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> combined(Expr node) {
    BigDecimal total = node instanceof Sum ? BigDecimal.ZERO : BigDecimal.ONE;
    for (Expr child : node.children()) {
      Optional<BigDecimal> operand = value(child);
      if (operand.isEmpty()) {
        return operand;
      }
      total =
          node instanceof Sum
              ? total.add(operand.get(), context)
              : total.multiply(operand.get(), context);
    }
    return Optional.of(total);
  }

  private Optional<BigDecimal> power(Power power) {
    Optional<BigDecimal> exponent = value(power.exponent());
    Optional<BigDecimal> base = exponent.isEmpty() ? exponent : value(power.base());
    if (base.isEmpty()) {
      return base;
    }
    BigDecimal b = base.get();
    BigDecimal n = exponent.get();
    if (power.hasIntegerExponent()) {
      BigDecimal positive = b.pow(n.abs().intValueExact(), context);
      return Optional.of(n.signum() < 0 ? BigDecimal.ONE.divide(positive, context) : positive);
    }
    if (b.signum() <= 0) {
      return b.signum() == 0 && n.signum() > 0 ? base : Optional.empty();
    }
    return Optional.of(
        n.compareTo(new BigDecimal("0.5")) == 0 ? b.sqrt(context) : DecimalMath.pow(b, n, digits));
  }

  private Optional<BigDecimal> applied(Apply apply) {
    List<Apfloat> arguments = new ArrayList<>();
    for (Expr argument : apply.arguments()) {
      Optional<BigDecimal> value = value(argument);
      if (value.isEmpty()) {
        return value;
      }
      arguments.add(new Apfloat(value.get(), digits));
    }
    Apfloat result = FunctionTable.get(apply.function().name()).highPrecision().apply(arguments);
    return Optional.of(result.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(result.toString()));
  }

  /** A comparison with a side that has no value is false, an inequality true. */
  private Optional<Boolean> truth(Expr condition) {
    Optional<Boolean> known = truths.get(condition);
    if (known == null) {
      known = Optional.of(holds(condition));
      truths.put(condition, known);
    }
    return known;
  }

  private boolean holds(Expr condition) {
    if (condition instanceof Logic logic) {
      return switch (logic.connective()) {
        case AND -> logic.operands().stream().allMatch(this::holds);
        case OR -> logic.operands().stream().anyMatch(this::holds);
        case NOT -> !holds(logic.operands().get(0));
      };
    }
    Compare compare = (Compare) condition;
    Optional<BigDecimal> left = value(compare.left());
    Optional<BigDecimal> right = value(compare.right());
    if (left.isEmpty() || right.isEmpty()) {
      return compare.relation() == Compare.Relation.NE;
    }
    BigDecimal difference = left.get().subtract(right.get(), context);
    return compare.relation().holds(settled(Optional.of(difference)).orElse(difference).signum());
  }
}
