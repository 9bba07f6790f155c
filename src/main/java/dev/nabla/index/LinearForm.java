package dev.nabla.index;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Σ c·atom + constant: an index expression by the coefficients of its atoms, which are indices,
 * sizes, or anything else that is neither a sum nor a multiple.
 *
 * @param coefficients the coefficients that are not 0
 * @param constant the number
 */
record LinearForm(Map<Expr, Rational> coefficients, Rational constant) {
  static LinearForm of(Expr expr) {
    Map<Expr, Rational> coefficients = new LinkedHashMap<>();
    Rational constant = add(expr, Rational.ONE, coefficients);
    coefficients.values().removeIf(Rational::isZero);
    return new LinearForm(coefficients, constant);
  }

  /** Adds factor·expr to the coefficients; the number in it is returned. */
  private static Rational add(Expr expr, Rational factor, Map<Expr, Rational> coefficients) {
    if (expr instanceof Num num) {
      return num.value().multiply(factor);
    }
    if (expr instanceof Sum sum) {
      Rational constant = Rational.ZERO;
      for (Expr term : sum.terms()) {
        constant = constant.add(add(term, factor, coefficients));
      }
      return constant;
    }
    if (expr instanceof Product product
        && product.factors().size() == 2
        && product.factors().get(0) instanceof Num) {
      // The pool does not expand −(i + 1).
      Rational both = factor.multiply(product.coefficient());
      return add(product.factors().get(1), both, coefficients);
    }
    coefficients.merge(expr, factor, Rational::add);
    return Rational.ZERO;
  }

  Rational coefficient(Expr atom) {
    return coefficients.getOrDefault(atom, Rational.ZERO);
  }

  /** What an equation form = 0 can be solved for. */
  List<Index> solvable() {
    List<Index> indices = new ArrayList<>();
    for (Expr atom : coefficients.keySet()) {
      if (atom instanceof Index index && isSolvable(index)) {
        indices.add(index);
      }
    }
    return indices;
  }

  /** Whether the coefficient is 1 or −1 and the index is in no other atom, such as its square. */
  boolean isSolvable(Index index) {
    return coefficient(index).abs().isOne() && isLinear(index);
  }

  /** Whether no atom depends on the index but the index itself. */
  boolean isLinear(Index index) {
    return coefficients.keySet().stream()
        .allMatch(
            atom ->
                atom == index || !atom.isIndexed() || !Traversal.postOrder(atom).contains(index));
  }

  /** The form as a flat sum: n − i, not n − (i + 1) + 1. */
  Expr expression(ExprPool pool) {
    List<Expr> terms = new ArrayList<>(List.of(pool.num(constant)));
    coefficients.forEach((atom, coefficient) -> terms.add(pool.scale(coefficient, atom)));
    return pool.sum(terms);
  }

  /** The value of {@code index}, which is solvable, where the form is 0. */
  Expr solve(ExprPool pool, Index index) {
    Rational factor = coefficient(index).negate();
    Map<Expr, Rational> others = new LinkedHashMap<>();
    coefficients.forEach((atom, coefficient) -> others.put(atom, coefficient.multiply(factor)));
    others.remove(index);
    return new LinearForm(others, constant.multiply(factor)).expression(pool);
  }
}
