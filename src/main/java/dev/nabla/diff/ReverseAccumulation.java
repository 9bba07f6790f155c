package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ∂fᵢ/∂xⱼ by the chain rule, backward through the DAG: the adjoint of a node u is ∂fᵢ/∂u = Σ over
 * what is made of u of its adjoint times its local derivative.
 *
 * <p>One sweep for each output gives all its partial derivatives. Only for expressions in scalars
 * without a {@code Select}: a branch that is not taken must not be evaluated for an adjoint.
 */
public final class ReverseAccumulation {
  private final ExprPool pool;
  private final LocalDerivatives local;
  private final Map<Expr, Integer> columns = new HashMap<>();

  /** Derivatives for {@code variables} by the rules of the function table. */
  public ReverseAccumulation(ExprPool pool, List<Element> variables) {
    this(pool, variables, DerivativeTemplates.standard());
  }

  /** Derivatives for {@code variables} by other rules for the elementary functions. */
  public ReverseAccumulation(
      ExprPool pool, List<Element> variables, DerivativeTemplates templates) {
    this.pool = pool;
    this.local = new LocalDerivatives(pool, templates);
    for (int j = 0; j < variables.size(); j++) {
      columns.put(variables.get(j), j);
    }
  }

  /**
   * One row for each output.
   *
   * @throws UnsupportedOperationException naming an operation that has no adjoint here
   */
  public List<SparseRow> jacobian(List<Expr> outputs) {
    Set<Expr> active = active(outputs);
    List<SparseRow> rows = new ArrayList<>(outputs.size());
    for (Expr output : outputs) {
      rows.add(row(output, active));
    }
    return rows;
  }

  /** The nodes that depend on a variable. */
  private Set<Expr> active(List<Expr> outputs) {
    Set<Expr> active = new HashSet<>();
    for (Expr node : Traversal.postOrder(outputs)) {
      if (columns.containsKey(node) || node.children().stream().anyMatch(active::contains)) {
        active.add(node);
      }
    }
    return active;
  }

  private SparseRow row(Expr output, Set<Expr> active) {
    Map<Expr, List<Expr>> contributions = new HashMap<>();
    contributions.put(output, new ArrayList<>(List.of(pool.one())));
    SortedMap<Integer, Expr> entries = new TreeMap<>();
    List<Expr> nodes = Traversal.postOrder(output);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Expr node = nodes.get(i);
      List<Expr> terms = contributions.remove(node);
      if (terms == null || !active.contains(node)) {
        continue;
      }
      Expr adjoint = pool.sum(terms);
      if (adjoint == pool.zero()) {
        continue;
      }
      if (columns.containsKey(node)) {
        entries.put(columns.get(node), adjoint);
      } else {
        propagate(node, adjoint, active, contributions);
      }
    }
    return SparseRow.of(entries);
  }

  private void propagate(
      Expr node, Expr adjoint, Set<Expr> active, Map<Expr, List<Expr>> contributions) {
    List<Expr> operands = node.children();
    for (int i = 0; i < operands.size(); i++) {
      Expr operand = operands.get(i);
      if (active.contains(operand)) {
        contributions
            .computeIfAbsent(operand, key -> new ArrayList<>(2))
            .add(pool.product(adjoint, partial(node, i)));
      }
    }
  }

  /** ∂node/∂operand. */
  private Expr partial(Expr node, int operand) {
    if (node instanceof Sum) {
      return pool.one();
    }
    if (node instanceof Product product) {
      return local.ofProduct(product, operand);
    }
    if (node instanceof Power power) {
      return operand == 0 ? local.ofBase(power) : local.ofExponent(power);
    }
    if (node instanceof Apply apply) {
      return local.ofApply(apply, operand);
    }
    throw new UnsupportedOperationException(
        "there is no adjoint of " + node.getClass().getSimpleName());
  }
}
