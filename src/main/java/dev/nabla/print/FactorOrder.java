package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import java.util.Comparator;

/**
 * The order of the factors of a product: numbers, constants, parameters, variables as declared,
 * roots and powers, functions, sums in parentheses, reductions, conditionals.
 */
final class FactorOrder implements Comparator<Expr> {
  private static final int SYMBOLS = 2;

  private final ReadingFacts facts;

  FactorOrder(ReadingFacts facts) {
    this.facts = facts;
  }

  @Override
  public int compare(Expr left, Expr right) {
    if (left == right) {
      return 0;
    }
    int group = group(left);
    int byGroup = Integer.compare(group, group(right));
    if (byGroup != 0) {
      return byGroup;
    }
    int byKind = group == SYMBOLS ? Integer.compare(kind(left), kind(right)) : 0;
    if (byKind != 0) {
      return byKind;
    }
    int byLead = facts.compareLeads(left, right);
    return byLead != 0 ? byLead : compareShapes(left, right);
  }

  /** By function name, size and structure: an order that is the same in every run. */
  static int compareShapes(Expr left, Expr right) {
    int byName = functionName(left).compareTo(functionName(right));
    if (byName != 0) {
      return byName;
    }
    int bySize = Double.compare(left.treeSize(), right.treeSize());
    if (bySize != 0) {
      return bySize;
    }
    int byStructure = Long.compare(left.structure(), right.structure());
    return byStructure != 0 ? byStructure : Integer.compare(left.id(), right.id());
  }

  private static String functionName(Expr factor) {
    Expr base = factor instanceof Power power ? power.base() : factor;
    return base instanceof Apply apply ? apply.function().name() : "";
  }

  private static int group(Expr factor) {
    if (factor instanceof Num) {
      return 0;
    }
    if (factor instanceof Constant) {
      return 1;
    }
    if (isSymbol(factor)) {
      return SYMBOLS;
    }
    if (factor instanceof Power power) {
      return powerGroup(power);
    }
    if (factor instanceof Apply) {
      return 4;
    }
    if (factor instanceof Reduce) {
      return 6;
    }
    if (factor instanceof Delta) {
      return 8;
    }
    return factor instanceof Select ? 7 : 5;
  }

  private static int powerGroup(Power power) {
    boolean numeric = power.exponent() instanceof Num;
    if (numeric && (power.base() instanceof Num || power.base() instanceof Constant)) {
      return 1;
    }
    if (numeric && isSymbol(power.base())) {
      return isHalf(power.exponent()) ? 3 : SYMBOLS;
    }
    if (power.base() instanceof Apply || isHalf(power.exponent())) {
      return 4;
    }
    boolean simple =
        isSymbol(power.base()) || power.base() instanceof Num || power.base() instanceof Constant;
    return simple ? 3 : 5;
  }

  private static boolean isHalf(Expr exponent) {
    return exponent instanceof Num num && num.value().abs().equals(Rational.HALF);
  }

  /** Sizes and parameters stand before variables, as coefficients do: a·x², n·x. */
  private static int kind(Expr factor) {
    Expr base = factor instanceof Power power ? power.base() : factor;
    if (!(base instanceof Element element)) {
      return 0;
    }
    return switch (element.symbol().kind()) {
      case DIMENSION -> 1;
      case PARAMETER -> 2;
      case VARIABLE, ARRAY, PLACEHOLDER -> 3;
    };
  }

  static boolean isSymbol(Expr expr) {
    return expr instanceof Element || expr instanceof Index;
  }
}
