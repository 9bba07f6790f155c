package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * The length of an expression as a person counts it: names, numbers, operators, and two for a pair
 * of parentheses.
 */
public final class Cost {
  private static final double PARENTHESES = 2;
  private static final double FUNCTION = 2.5;
  private static final double ROOT = 2;
  private static final double BAR = 1.25;

  private static final double UNRESOLVED_INVERSE = 10;
  private static final Set<String> DIRECT = Set.of("sin", "cos", "tan", "sinh", "cosh", "tanh");
  private static final Set<String> INVERSES =
      Set.of("asin", "acos", "atan", "atan2", "asinh", "acosh", "atanh");

  private final double factorParentheses;
  private double[] memo = new double[1 << 10];

  /** The length with all parentheses. */
  public Cost() {
    this(PARENTHESES);
  }

  private Cost(double factorParentheses) {
    this.factorParentheses = factorParentheses;
  }

  /**
   * A length in which the parentheses of a factor do not count: 2·(x + 1) is what a person writes,
   * though 2·x + 2 takes less ink.
   */
  static Cost favouringFactors() {
    return new Cost(0);
  }

  /** The length; infinite where sharing makes the written-out form astronomically long. */
  public double of(Expr root) {
    if (isKnown(root)) {
      return memo[root.id()];
    }
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      boolean complete = true;
      for (Expr child : node.children()) {
        if (!isKnown(child)) {
          open.push(child);
          complete = false;
        }
      }
      if (complete) {
        open.pop();
        remember(node, compute(node));
      }
    }
    return memo[root.id()];
  }

  private boolean isKnown(Expr node) {
    return node.id() < memo.length && memo[node.id()] != 0;
  }

  private void remember(Expr node, double cost) {
    if (node.id() >= memo.length) {
      memo = Arrays.copyOf(memo, Math.max(node.id() + 1, memo.length * 2));
    }
    memo[node.id()] = cost;
  }

  private double known(Expr node) {
    return memo[node.id()];
  }

  private double compute(Expr node) {
    if (node instanceof Num num) {
      return number(num.value());
    } else if (node instanceof Sum sum) {
      return ofSum(sum);
    } else if (node instanceof Product product) {
      return new Quotient(product).cost();
    } else if (node instanceof Power power) {
      return isReciprocal(power) ? 1 + BAR + below(power) : positivePower(power);
    }
    return children(node) + overhead(node);
  }

  private static double overhead(Expr node) {
    if (node instanceof Apply apply) {
      double unresolved = isOfInverse(apply) ? UNRESOLVED_INVERSE : 0;
      // e^(x + z) + e^(x + y) is no shorter than e^x·(e^y + e^z).
      boolean exponentOfSum = isExponential(apply) && apply.arguments().get(0) instanceof Sum;
      return FUNCTION + apply.arguments().size() - 1 + unresolved + (exponentOfSum ? 1 : 0);
    } else if (node instanceof Select) {
      return 3;
    } else if (node instanceof Reduce) {
      return 4;
    } else if (node instanceof ArrayApply) {
      return FUNCTION;
    } else if (node instanceof Logic logic) {
      return Math.max(1, logic.operands().size() - 1);
    }
    return 1;
  }

  /** cos(atan(x)): a person who meets it works it out, though the result is longer. */
  private static boolean isOfInverse(Apply apply) {
    return apply.arguments().get(0) instanceof Apply inner
        && INVERSES.contains(inner.function().name())
        && DIRECT.contains(apply.function().name());
  }

  private double children(Expr node) {
    double sum = 0;
    for (Expr child : node.children()) {
      sum += known(child);
    }
    return sum;
  }

  private static double number(Rational value) {
    double sign = value.signum() < 0 ? 1 : 0;
    return sign + digits(value) + (value.isInteger() ? 0 : 1 + BAR);
  }

  private static double digits(Rational value) {
    int bits = value.numerator().bitLength() + value.denominator().bitLength();
    return 1 + Math.max(0, bits - 12) / 8;
  }

  /** A minus sign in a sum stands for the plus sign. */
  private double ofSum(Sum sum) {
    Optional<Apply> tanh = squaredTanh(sum);
    if (tanh.isPresent()) {
      return known(tanh.get()) + 2;
    }
    double cost = sum.terms().size() - 1;
    boolean positive = false;
    for (Expr term : sum.terms()) {
      boolean negative = isNegative(term);
      positive |= !negative;
      cost += known(term) - (negative ? 1 : 0) + (term instanceof Select ? PARENTHESES : 0);
    }
    // −(a + b) rather than −a − b as a factor.
    return positive ? cost : cost + 1.5;
  }

  /** tanh(u) in 1 − tanh²(u), which is read at a glance: it counts like sech²(u). */
  private static Optional<Apply> squaredTanh(Sum sum) {
    if (sum.terms().size() == 2
        && sum.terms().get(0) instanceof Num num
        && num.value().isOne()
        && sum.terms().get(1) instanceof Product product
        && product.coefficient().equals(Rational.MINUS_ONE)
        && product.factors().size() == 2
        && product.factors().get(1) instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().equals(Rational.of(2))
        && power.base() instanceof Apply apply
        && apply.function().name().equals("tanh")) {
      return Optional.of(apply);
    }
    return Optional.empty();
  }

  static boolean isNegative(Expr term) {
    return (term instanceof Num num && num.value().signum() < 0)
        || (term instanceof Product product && product.coefficient().signum() < 0);
  }

  static boolean isReciprocal(Expr factor) {
    return factor instanceof Power power
        && power.exponent() instanceof Num num
        && num.value().signum() < 0;
  }

  /**
   * base^|exponent| under a 1: a sum has parentheses in text, none under a bar; they count little.
   */
  private double below(Power power) {
    boolean sum = power.base() instanceof Sum && ((Num) power.exponent()).value().abs().isOne();
    return positivePower(power) + (sum ? factorParentheses / 4 : 0);
  }

  /** base^|exponent|. */
  private double positivePower(Power power) {
    if (power.exponent() instanceof Num num) {
      Rational exponent = num.value().abs();
      if (exponent.isOne()) {
        // A person writes e^(−x) rather than 1/e^x.
        return known(power.base()) + (isExponential(power.base()) ? PARENTHESES : 0);
      }
      if (exponent.equals(Rational.HALF)) {
        return ROOT + known(power.base());
      }
      double parentheses = exponent.isInteger() ? 0 : PARENTHESES / 2;
      return base(power.base()) + 1 + number(exponent) + parentheses;
    }
    boolean atom = power.exponent().children().isEmpty();
    return base(power.base()) + 1.5 + known(power.exponent()) + (atom ? 0 : PARENTHESES);
  }

  private double base(Expr base) {
    // (e^x)² is written with parentheses, sin²(x) is not.
    boolean bare =
        base.children().isEmpty()
            ? !(base instanceof Num num) || (num.value().isInteger() && num.value().signum() >= 0)
            : base instanceof Element || (base instanceof Apply && !isExponential(base));
    double nested = base instanceof Power ? 1 : 0;
    return known(base) + (bare ? 0 : PARENTHESES) + nested;
  }

  private static boolean isExponential(Expr expr) {
    return expr instanceof Apply apply && apply.function().name().equals("exp");
  }

  /** A product as a fraction: what stands above and below the bar. */
  private final class Quotient {
    private double above;
    private double below;
    private int factorsAbove;
    private int factorsBelow;
    private boolean sumBelow;
    private final double sign;

    Quotient(Product product) {
      Rational coefficient = product.coefficient();
      sign = coefficient.signum() < 0 ? 1 : 0;
      Rational top = new Rational(coefficient.numerator().abs(), BigInteger.ONE);
      Rational bottom = new Rational(coefficient.denominator(), BigInteger.ONE);
      if (!top.isOne()) {
        above(number(top));
      }
      if (!bottom.isOne()) {
        below(number(bottom));
      }
      for (Expr factor : product.factors()) {
        if (!(factor instanceof Num)) {
          add(factor);
        }
      }
    }

    private void add(Expr factor) {
      if (isReciprocal(factor)) {
        Power power = (Power) factor;
        below(positivePower(power));
        sumBelow |= power.base() instanceof Sum && ((Num) power.exponent()).value().abs().isOne();
      } else {
        boolean parentheses = factor instanceof Sum || factor instanceof Select;
        above(known(factor) + (parentheses ? factorParentheses : 0));
      }
    }

    private void above(double cost) {
      above += cost;
      factorsAbove++;
    }

    private void below(double cost) {
      below += cost;
      factorsBelow++;
    }

    double cost() {
      double numerator = factorsAbove == 0 ? 1 : above + factorsAbove - 1;
      if (factorsBelow == 0) {
        return sign + numerator;
      }
      boolean parentheses = factorsBelow > 1 || sumBelow;
      boolean negated = factorsAbove == 0 && factorsBelow == 1;
      double width = negated ? factorParentheses / 4 : PARENTHESES;
      double denominator = below + factorsBelow - 1 + (parentheses ? width : 0);
      // Two sums in one denominator need parentheses of their own.
      return sign
          + numerator
          + BAR
          + denominator
          + (factorsBelow > 1 && sumBelow ? PARENTHESES : 0);
    }
  }
}
