package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the order in which the chain rule is summed up, by what it costs: forward Σ over nodes of
 * the variables below them, reverse Σ over nodes of the outputs above them.
 */
public final class Accumulation {
  /** The forward form reads better, so reverse must be that much cheaper. */
  private static final double ADVANTAGE = 4;

  private final ExprPool pool;
  private final List<Element> variables;

  public Accumulation(ExprPool pool, List<Element> variables) {
    this.pool = pool;
    this.variables = List.copyOf(variables);
  }

  /** One row for each output, by the cheaper way. */
  public List<SparseRow> jacobian(List<Expr> outputs) {
    return prefersReverse(outputs)
        ? new ReverseAccumulation(pool, variables).jacobian(outputs)
        : new Differentiator(pool, variables).jacobian(outputs);
  }

  /** Whether reverse accumulation can do it and is at least four times cheaper. */
  boolean prefersReverse(List<Expr> outputs) {
    List<Expr> nodes = Traversal.postOrder(outputs);
    return nodes.stream().allMatch(Accumulation::hasAdjoint)
        && ADVANTAGE * reverseCost(nodes, outputs) <= forwardCost(nodes);
  }

  private static boolean hasAdjoint(Expr node) {
    return !node.isIndexed()
        && (node instanceof Num
            || node instanceof Constant
            || node instanceof Element
            || node instanceof Sum
            || node instanceof Product
            || node instanceof Power
            || node instanceof Apply);
  }

  /** Pairs (node, variable below it), counted from above where paths meet again. */
  private double forwardCost(List<Expr> nodes) {
    Set<Expr> inputs = new HashSet<>(variables);
    Map<Expr, Double> below = new HashMap<>();
    double cost = 0;
    for (Expr node : nodes) {
      double count = inputs.contains(node) ? 1 : 0;
      for (Expr child : node.children()) {
        count += below.get(child);
      }
      double capped = Math.min(count, inputs.size());
      below.put(node, capped);
      cost += capped;
    }
    return cost;
  }

  /** Pairs (node, output above it), counted from above where paths meet again. */
  private static double reverseCost(List<Expr> nodes, List<Expr> outputs) {
    Map<Expr, Double> above = new HashMap<>();
    outputs.forEach(output -> above.merge(output, 1.0, Double::sum));
    double cost = 0;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      double capped = Math.min(above.get(nodes.get(i)), outputs.size());
      cost += capped;
      nodes.get(i).children().forEach(child -> above.merge(child, capped, Double::sum));
    }
    return cost;
  }
}
