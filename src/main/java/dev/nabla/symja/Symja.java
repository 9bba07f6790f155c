package dev.nabla.symja;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.time.Duration;
import java.util.List;

/**
 * Symja, asked about the expressions of one pool: each question within a time limit, no answer
 * taken for more than an opinion.
 *
 * <p>Not thread-safe. Leaves no thread that keeps the JVM alive. This class itself can be loaded
 * without Symja, so that what is missing is said in words.
 */
public final class Symja implements SymjaOracle.Source, SymjaSimplifier.Source {
  private final Dialogue dialogue;

  /**
   * Symja for the functions of {@code inputs}, which are real.
   *
   * @param assumptions conditions on the inputs
   * @throws MissingSymjaException if Symja is not on the class path
   */
  public Symja(ExprPool pool, List<Expr> inputs, List<Expr> assumptions) {
    if (!isAvailable()) {
      throw new MissingSymjaException();
    }
    this.dialogue = new Dialogue(pool, inputs, assumptions);
  }

  /** Whether Symja is on the class path. */
  public static boolean isAvailable() {
    return Symja.class.getResource("/org/matheclipse/core/eval/EvalEngine.class") != null;
  }

  /** ∂f/∂x by Symja's D. */
  @Override
  public Reply derivative(Expr function, Expr variable, Duration limit) {
    return dialogue.derivative(function, variable, limit);
  }

  /** The expression after Symja's FullSimplify, under the assumptions. */
  @Override
  public Reply fullSimplify(Expr expression, Duration limit) {
    return dialogue.fullSimplify(expression, limit);
  }

  /** What Symja makes of left − right: 0 if it can prove that they are equal. */
  @Override
  public Reply difference(Expr left, Expr right, Duration limit) {
    return dialogue.difference(left, right, limit);
  }
}
