package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Conditions over the inputs without which a formula says more than the function it came from.
 *
 * @param ofFunction where one fails, the function has no value, though its formula may have
 * @param ofPartials by i·columns + j: where one fails, the formula of ∂fᵢ/∂xⱼ may have a value that
 *     what it was derived from has not
 */
public record SideConditions(List<Expr> ofFunction, Map<Integer, List<Expr>> ofPartials) {
  /** No conditions. */
  public static final SideConditions NONE = new SideConditions(List.of(), Map.of());

  public SideConditions {
    ofFunction = List.copyOf(ofFunction);
    ofPartials = Map.copyOf(ofPartials);
  }

  /** The conditions of one partial derivative. */
  public List<Expr> ofPartial(int entry) {
    return ofPartials.getOrDefault(entry, List.of());
  }

  /** All conditions that fail at a point of finite numbers. */
  public List<Expr> failingAt(List<Expr> inputs, double[] point) {
    if (areNone() || !Arrays.stream(point).allMatch(Double::isFinite)) {
      return List.of();
    }
    ConditionsAtPoint.Truths truths = new ConditionsAtPoint(inputs, this).at(point);
    return all().stream().filter(truths::fails).toList();
  }

  boolean areNone() {
    return ofFunction.isEmpty() && ofPartials.isEmpty();
  }

  Set<Expr> all() {
    Set<Expr> all = new LinkedHashSet<>(ofFunction);
    ofPartials.values().forEach(all::addAll);
    return all;
  }
}
