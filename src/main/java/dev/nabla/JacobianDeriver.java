package dev.nabla;

import dev.nabla.diff.Accumulation;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.Level;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Differentiates and simplifies. */
final class JacobianDeriver {
  /** Entries of more nodes in all are only simplified by rules that keep what they share. */
  private static final int MOST_READABLE_NODES = 20_000;

  private final ScalarFunction function;
  private final Effort effort;
  private final ExprPool pool;
  private final Set<Expr> conditions = new LinkedHashSet<>();

  JacobianDeriver(ScalarFunction function, Effort effort) {
    this.effort = effort;
    this.function = function;
    this.pool = function.pool();
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
        Jacobian.Kind.HIGHER,
        function,
        primitives,
        variables,
        rows,
        List.copyOf(conditions),
        effort);
  }

  private Jacobian jacobian(Jacobian.Kind kind, List<Expr> outputs, List<Element> variables) {
    List<SparseRow> rows = derive(outputs, variables);
    return new Jacobian(
        kind, function, List.copyOf(outputs), variables, rows, List.copyOf(conditions), effort);
  }

  private List<SparseRow> derive(List<Expr> outputs, List<Element> variables) {
    List<SparseRow> rows = new Accumulation(pool, variables).jacobian(outputs);
    Simplifier simplifier = simplifier(rows);
    return rows.stream().map(row -> row.map(entry -> simplified(simplifier, entry))).toList();
  }

  /** One simplifier for all entries: they share its memo. Nobody reads the form of a huge one. */
  private Simplifier simplifier(List<SparseRow> rows) {
    List<Expr> entries = rows.stream().flatMap(row -> row.entries().stream()).toList();
    boolean isHuge = Traversal.postOrder(entries).size() > MOST_READABLE_NODES;
    return new Simplifier(
        pool, function.assumptions(), isHuge ? effort.atMost(Level.FAST) : effort);
  }

  private Expr simplified(Simplifier simplifier, Expr entry) {
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
