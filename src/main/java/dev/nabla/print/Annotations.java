package dev.nabla.print;

import dev.nabla.expr.Expr;
import java.util.Map;
import java.util.Set;

/**
 * What is written otherwise than it stands in a line of a derivation.
 *
 * @param pending the derivatives still to be taken, by the symbols that stand for them
 * @param marked the parts to which the reader's eye is drawn
 */
public record Annotations(Map<Expr, Pending> pending, Set<Expr> marked) {
  static final Annotations NONE = new Annotations(Map.of(), Set.of());

  public Annotations {
    pending = Map.copyOf(pending);
    marked = Set.copyOf(marked);
  }

  /** ∂operand/∂variable. */
  public record Pending(Expr variable, Expr operand) {}
}
