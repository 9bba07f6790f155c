package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Unfolding;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** lower ≤ e ≤ upper for every expression, wherever it is defined and the assumptions hold. */
final class Ranges {
  private final ExprPool pool;
  private final List<Expr> assumptions;
  private final Map<Expr, Interval> assumed = new HashMap<>();
  private final Set<Expr> nonZero = new HashSet<>();
  private final Set<Expr> facts = new HashSet<>();
  private final Map<Expr, Interval> memo = new HashMap<>();

  Ranges(ExprPool pool, List<Expr> assumptions) {
    this.pool = pool;
    this.assumptions = List.copyOf(assumptions);
    assumptions.forEach(this::assume);
  }

  /** What is known where more is assumed. */
  Ranges assuming(List<Expr> more) {
    List<Expr> all = new ArrayList<>(assumptions);
    all.addAll(more);
    return new Ranges(pool, all);
  }

  private void assume(Expr condition) {
    facts.add(condition);
    if (condition instanceof Logic logic && logic.connective() == Logic.Connective.AND) {
      logic.operands().forEach(this::assume);
    } else if (condition instanceof Compare compare) {
      assume(compare);
    }
  }

  private void assume(Compare compare) {
    Expr left = compare.left();
    Expr right = compare.right();
    boolean strict = compare.relation() == Compare.Relation.LT;
    switch (compare.relation()) {
      case NE -> nonZero.add(right == pool.zero() ? left : pool.subtract(left, right));
      case EQ -> {
        narrow(left, constant(right));
        narrow(right, constant(left));
      }
      default -> {
        Interval low = constant(left);
        Interval high = constant(right);
        narrow(right, new Interval(low.lower(), Double.POSITIVE_INFINITY, strict, true));
        narrow(left, new Interval(Double.NEGATIVE_INFINITY, high.upper(), true, strict));
        narrow(pool.subtract(right, left), Interval.above(0, strict));
        narrow(pool.subtract(left, right), Interval.above(0, strict).negate());
      }
    }
  }

  private static Interval constant(Expr expr) {
    return expr instanceof Num num ? of(num.value()) : Interval.ALL;
  }

  private void narrow(Expr expr, Interval range) {
    assumed.merge(expr, range, Interval::intersect);
  }

  /** Whether e ≠ 0 wherever e is defined. */
  boolean isNonZero(Expr expr) {
    if (of(expr).excludesZero() || nonZero.contains(expr)) {
      return true;
    }
    if (expr instanceof Power power && power.exponent() instanceof Num num) {
      // A negative power has no zero.
      return num.value().signum() < 0
          || nonZero.contains(power.base())
          || of(power.base()).excludesZero();
    }
    return expr instanceof Product product
        && product.factors().size() <= 64
        && product.factors().stream()
            .allMatch(
                factor ->
                    of(factor).excludesZero()
                        || nonZero.contains(factor)
                        || Cost.isReciprocal(factor));
  }

  /** Whether the condition is known to hold wherever its sides are defined. */
  boolean isTrue(Expr condition) {
    if (condition == pool.truth() || facts.contains(condition)) {
      return true;
    }
    if (condition instanceof Logic logic) {
      return switch (logic.connective()) {
        case AND -> logic.operands().stream().allMatch(this::isTrue);
        case OR -> logic.operands().stream().anyMatch(this::isTrue);
        case NOT -> isFalse(logic.operands().get(0));
      };
    }
    if (condition instanceof Compare compare) {
      Interval difference = difference(compare);
      return switch (compare.relation()) {
        case LT -> difference.isPositive();
        case LE -> difference.isNonNegative();
        case EQ -> difference.lower() == 0 && difference.upper() == 0;
        case NE ->
            difference.excludesZero() || isNonZero(pool.subtract(compare.left(), compare.right()));
      };
    }
    return false;
  }

  /** Whether the condition is known to fail wherever its sides are defined. */
  boolean isFalse(Expr condition) {
    if (condition == pool.falsehood()) {
      return true;
    }
    if (condition instanceof Logic logic) {
      return switch (logic.connective()) {
        case AND -> logic.operands().stream().anyMatch(this::isFalse);
        case OR -> !logic.operands().isEmpty() && logic.operands().stream().allMatch(this::isFalse);
        case NOT -> isTrue(logic.operands().get(0));
      };
    }
    if (condition instanceof Compare compare) {
      Interval difference = difference(compare);
      return switch (compare.relation()) {
        case LT -> difference.isNonPositive();
        case LE -> difference.isNegative();
        case EQ -> difference.excludesZero();
        case NE -> difference.lower() == 0 && difference.upper() == 0;
      };
    }
    return false;
  }

  /** right − left, from the sides and from what is known of the difference. */
  private Interval difference(Compare compare) {
    Interval fromSides = of(compare.right()).add(of(compare.left()).negate());
    return of(pool.sum(compare.right(), pool.negate(compare.left()))).intersect(fromSides);
  }

  Interval of(Expr root) {
    Interval known = memo.get(root);
    if (known != null) {
      return known;
    }
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      boolean complete = true;
      for (Expr child : node.children()) {
        if (!memo.containsKey(child)) {
          open.push(child);
          complete = false;
        }
      }
      if (complete) {
        open.pop();
        Interval range = compute(node);
        Interval assumption = assumed.get(node);
        memo.put(node, assumption == null ? range : range.intersect(assumption));
      }
    }
    return memo.get(root);
  }

  private Interval compute(Expr node) {
    if (node instanceof Num num) {
      return of(num.value());
    } else if (node instanceof Constant constant) {
      double value = constant.name().value();
      return Interval.open(Math.nextDown(value), Math.nextUp(value));
    } else if (node instanceof Element element) {
      return element.symbol().kind() == Symbol.Kind.DIMENSION
          ? Interval.above(1, false)
          : Interval.ALL;
    } else if (node instanceof Sum sum) {
      return sum.terms().stream().map(memo::get).reduce(Interval.closed(0, 0), Interval::add);
    } else if (node instanceof Product product) {
      return product.factors().stream()
          .map(memo::get)
          .reduce(Interval.closed(1, 1), Interval::multiply);
    } else if (node instanceof Power power) {
      return ofPower(memo.get(power.base()), power.exponent());
    } else if (node instanceof Apply apply && apply.function().definition().isPresent()) {
      return of(new Unfolding(pool).apply(apply));
    } else if (node instanceof Apply apply) {
      return FunctionRanges.of(
          apply.function().name(), apply.arguments().stream().map(memo::get).toList());
    } else if (node instanceof Select select) {
      return memo.get(select.whenTrue()).union(memo.get(select.whenFalse()));
    } else if (node instanceof Delta) {
      return Interval.closed(0, 1);
    } else if (node instanceof Reduce reduce) {
      return ofReduce(reduce.operation(), memo.get(reduce.body()));
    } else if (node instanceof ArrayApply apply && apply.function() == ArrayFunction.SOFTMAX) {
      return new Interval(0, 1, true, false);
    }
    return Interval.ALL;
  }

  private static Interval of(Rational value) {
    double nearest = value.doubleValue();
    boolean exact =
        !Double.isInfinite(nearest) && Rational.of(new BigDecimal(nearest)).equals(value);
    return exact
        ? Interval.closed(nearest, nearest)
        : Interval.open(Math.nextDown(nearest), Math.nextUp(nearest));
  }

  private static Interval ofPower(Interval base, Expr exponent) {
    if (!(exponent instanceof Num num)) {
      return base.isPositive() ? Interval.POSITIVE : Interval.ALL;
    }
    Rational n = num.value();
    boolean even = n.isInteger() && !n.numerator().testBit(0);
    if (n.signum() < 0) {
      return even || !n.isInteger() || base.isNonNegative()
          ? Interval.POSITIVE
          : base.isNonPositive() ? Interval.POSITIVE.negate() : Interval.ALL;
    }
    if (n.equals(Rational.of(2)) && base.lower() >= -1 && base.upper() <= 1) {
      return new Interval(0, 1, base.excludesZero(), base.lowerOpen() && base.upperOpen());
    }
    if (base.isNonNegative()) {
      boolean aboveOne = base.lower() >= 1;
      boolean belowOne = base.upper() <= 1;
      Interval range =
          new Interval(
              aboveOne ? 1 : 0,
              belowOne ? 1 : Double.POSITIVE_INFINITY,
              aboveOne ? base.lower() > 1 || base.lowerOpen() : base.isPositive(),
              !belowOne || base.upper() < 1 || base.upperOpen());
      return n.equals(Rational.HALF) ? range.intersect(ofRoot(base)) : range;
    }
    if (even) {
      return Interval.above(0, base.excludesZero());
    }
    return n.isInteger()
        ? base.isNonPositive() ? Interval.above(0, base.isNegative()).negate() : Interval.ALL
        : Interval.NON_NEGATIVE;
  }

  /** The square root, which Java rounds to the nearest double. */
  private static Interval ofRoot(Interval base) {
    double lower = base.lower() <= 0 ? 0 : Math.nextDown(Math.sqrt(base.lower()));
    return Interval.closed(lower, Math.nextUp(Math.sqrt(base.upper())));
  }

  private static Interval ofReduce(Reduce.Operation operation, Interval body) {
    boolean signed = body.isNonNegative();
    return switch (operation) {
      // The empty sum is 0 and the empty product is 1, so that bounds other than these are lost.
      case SUM ->
          signed
              ? Interval.NON_NEGATIVE
              : body.isNonPositive() ? Interval.NON_NEGATIVE.negate() : Interval.ALL;
      case PRODUCT -> signed ? Interval.above(0, body.isPositive()) : Interval.ALL;
      case MAX, MIN -> body;
    };
  }
}
