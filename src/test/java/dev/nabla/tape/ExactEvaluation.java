package dev.nabla.tape;

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
import dev.nabla.function.FunctionTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** The value of an expression to 60 digits, by its definition; it knows nothing of tapes. */
final class ExactEvaluation {
  private static final int DIGITS = 60;

  /** A value that cannot be told here: undefined, far out of range, or a comparison too close. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecided(String reason) {
      super(reason);
    }
  }

  private final Map<Expr, Apfloat> numbers = new HashMap<>();

  ExactEvaluation(List<Expr> inputs, double[] point) {
    for (int i = 0; i < point.length; i++) {
      numbers.put(inputs.get(i), new Apfloat(new BigDecimal(point[i]), DIGITS));
    }
  }

  Apfloat number(Expr expr) {
    Apfloat known = numbers.get(expr);
    if (known == null) {
      known = inRange(compute(expr));
      numbers.put(expr, known);
    }
    return known;
  }

  private static Apfloat inRange(Apfloat value) {
    if (value.signum() != 0 && Math.abs(value.scale()) > 200) {
      throw new Undecided("out of range");
    }
    return value.precision(DIGITS);
  }

  private Apfloat compute(Expr expr) {
    if (expr instanceof Num num) {
      return new Apfloat(num.value().numerator(), DIGITS)
          .divide(new Apfloat(num.value().denominator(), DIGITS));
    }
    if (expr instanceof Constant constant) {
      return constant.name() == Constant.Name.PI
          ? ApfloatMath.pi(DIGITS)
          : ApfloatMath.exp(new Apfloat(1, DIGITS));
    }
    if (expr instanceof Sum sum) {
      return sum.terms().stream().map(this::number).reduce(Apfloat.ZERO, this::sum);
    }
    if (expr instanceof Product product) {
      return product.factors().stream().map(this::number).reduce(Apfloat.ONE, Apfloat::multiply);
    }
    if (expr instanceof Power power) {
      return power(number(power.base()), number(power.exponent()));
    }
    if (expr instanceof Select select) {
      return number(holds(select.condition()) ? select.whenTrue() : select.whenFalse());
    }
    if (expr instanceof Apply apply) {
      return FunctionTable.get(apply.function().name())
          .highPrecision()
          .apply(apply.arguments().stream().map(this::number).toList());
    }
    throw new Undecided("no value of " + expr);
  }

  private Apfloat sum(Apfloat left, Apfloat right) {
    Apfloat sum = left.add(right);
    if (sum.signum() != 0 && left.signum() != 0 && sum.scale() < left.scale() - 20) {
      throw new Undecided("cancellation");
    }
    return sum;
  }

  private static Apfloat power(Apfloat base, Apfloat exponent) {
    if (exponent.equals(exponent.truncate()) && exponent.scale() < 4) {
      if (base.signum() == 0 && exponent.signum() <= 0) {
        throw new Undecided("a pole");
      }
      return ApfloatMath.pow(base, exponent.longValue());
    }
    if (base.signum() <= 0) {
      throw new Undecided("outside the domain");
    }
    double size = Math.abs(exponent.doubleValue()) * Math.abs(Math.log(base.doubleValue()));
    if (size > 400) {
      throw new Undecided("out of range");
    }
    return ApfloatMath.pow(base, exponent);
  }

  private boolean holds(Expr condition) {
    if (condition instanceof Compare compare) {
      Apfloat left = number(compare.left());
      Apfloat difference = sum(left, number(compare.right()).negate());
      if (difference.signum() != 0
          && difference.scale() < Math.max(left.signum() == 0 ? 0 : left.scale(), -5) - 9) {
        throw new Undecided("too close");
      }
      if (difference.signum() == 0) {
        throw new Undecided("equal, where rounding may tell them apart");
      }
      return compare.relation().holds(difference.signum());
    }
    Logic logic = (Logic) condition;
    return switch (logic.connective()) {
      case AND -> logic.operands().stream().allMatch(this::holds);
      case OR -> logic.operands().stream().anyMatch(this::holds);
      case NOT -> !holds(logic.operands().get(0));
    };
  }
}
