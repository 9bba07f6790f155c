package dev.nabla.tape;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ∏ factors as one quotient numerator / denominator.
 *
 * <p>A coefficient p/q that is a double is multiplied; one whose inverse is a double divides (x/3
 * has one rounding, x·0.333… two); any other becomes p·x/q, which is exact where the result is a
 * small number. Constant factors are one constant, correctly rounded.
 */
final class ProductLowering {
  private final ValueGraph graph;
  private final Lowering lowering;
  private final PowerLowering powers;
  private final ConstantFolding folding;
  private final boolean fractions;
  private final List<Integer> numerator = new ArrayList<>();
  private final List<Integer> denominator = new ArrayList<>();

  ProductLowering(
      ValueGraph graph,
      Lowering lowering,
      PowerLowering powers,
      ConstantFolding folding,
      boolean fractions) {
    this.fractions = fractions;
    this.graph = graph;
    this.lowering = lowering;
    this.powers = powers;
    this.folding = folding;
  }

  int lower(Product product) {
    List<Expr> constants = new ArrayList<>();
    List<Expr> others = new ArrayList<>();
    for (Expr factor : product.factors()) {
      (folding.isConstant(factor) ? constants : others).add(factor);
    }
    others.forEach(this::add);
    addConstants(constants);
    int quotient = numerator.isEmpty() ? graph.constant(1, true) : productOf(numerator);
    return denominator.isEmpty() ? quotient : graph.divide(quotient, productOf(denominator));
  }

  private void add(Expr factor) {
    if (powers.isDivisor(factor)) {
      denominator.add(powers.divisor((Power) factor));
    } else {
      numerator.add(lowering.number(factor));
    }
  }

  private void addConstants(List<Expr> constants) {
    if (constants.size() == 1 && constants.get(0) instanceof Num num) {
      addCoefficient(num.value());
      return;
    }
    Optional<Double> folded = constants.size() > 1 ? folding.product(constants) : Optional.empty();
    if (folded.isPresent()) {
      numerator.add(graph.constant(folded.get(), false));
    } else {
      constants.forEach(this::add);
    }
  }

  private void addCoefficient(Rational coefficient) {
    Rational inverse = Rational.ONE.divide(coefficient);
    Rational top = new Rational(coefficient.numerator(), java.math.BigInteger.ONE);
    Rational bottom = new Rational(coefficient.denominator(), java.math.BigInteger.ONE);
    if (coefficient.abs().isOne()) {
      addSign(coefficient);
    } else if (Lowering.isDouble(coefficient) || !fractions) {
      numerator.add(lowering.rational(coefficient));
    } else if (Lowering.isDouble(inverse)) {
      denominator.add(lowering.rational(inverse));
    } else if (Lowering.isDouble(top) && Lowering.isDouble(bottom)) {
      numerator.add(lowering.rational(top));
      denominator.add(lowering.rational(bottom));
    } else {
      numerator.add(lowering.rational(coefficient));
    }
  }

  private void addSign(Rational sign) {
    if (sign.signum() > 0) {
      return;
    }
    if (numerator.isEmpty()) {
      numerator.add(graph.constant(-1, true));
    } else {
      numerator.set(0, ValueGraph.negate(numerator.get(0)));
    }
  }

  private int productOf(List<Integer> factors) {
    return Balanced.combine(factors, graph::multiply);
  }
}
