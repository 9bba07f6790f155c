package dev.nabla;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Differentiates and simplifies; the simplifier's memo is shared by all entries. */
final class JacobianDeriver {
  private final ScalarFunction function;
  private final ExprPool pool;
  private final Simplifier simplifier;
  private final Set<Expr> conditions = new LinkedHashSet<>();

  JacobianDeriver(ScalarFunction function) {
    this.function = function;
    this.pool = function.pool();
    this.simplifier = new Simplifier(pool, function.assumptions());
  }

  Jacobian jacobian(List<Element> variables) {
    return jacobian(Jacobian.Kind.JACOBIAN, function.outputs(), variables);
  }

  Jacobian gradient(List<Element> variables) {
    return jacobian(Jacobian.Kind.GRADIENT, function.outputs(), variables);
  }

  /** The Jacobian of the gradient. */
  Jacobian hessian(List<Element> variables) {
    SparseRow gradient = derive(function.outputs(), variables).get(0);
    return jacobian(Jacobian.Kind.HESSIAN, dense(gradient, variables.size()), variables);
  }

  /** The derivative of order n; the values beside it are those of the function itself. */
  Jacobian derivative(Element variable, int order) {
    List<Expr> primitives = function.outputs();
    for (int n = 1; n < order; n++) {
      primitives = dense(derive(primitives, List.of(variable)).get(0), 1);
    }
    List<Element> variables = List.of(variable);
    List<SparseRow> rows = derive(primitives, variables);
    return new Jacobian(
        Jacobian.Kind.HIGHER, function, primitives, variables, rows, List.copyOf(conditions));
  }

  private Jacobian jacobian(Jacobian.Kind kind, List<Expr> outputs, List<Element> variables) {
    List<SparseRow> rows = derive(outputs, variables);
    return new Jacobian(
        kind, function, List.copyOf(outputs), variables, rows, List.copyOf(conditions));
  }

  private List<SparseRow> derive(List<Expr> outputs, List<Element> variables) {
    List<SparseRow> rows = new Differentiator(pool, variables).jacobian(outputs);
    return rows.stream().map(row -> row.map(this::simplified)).toList();
  }

  private Expr simplified(Expr entry) {
    Simplification simplification = simplifier.simplify(entry);
    conditions.addAll(simplification.sideConditions());
    return simplification.expr();
  }

  private List<Expr> dense(SparseRow row, int columns) {
    List<Expr> entries = new ArrayList<>(columns);
    for (int j = 0; j < columns; j++) {
      int position = row.position(j);
      entries.add(position < 0 ? pool.zero() : row.entry(position));
    }
    return entries;
  }
}
