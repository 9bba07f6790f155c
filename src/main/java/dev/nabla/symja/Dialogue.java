package dev.nabla.symja;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.NumberTooLargeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** Questions in our expressions, put to Symja in its own, and its answers in ours. */
final class Dialogue {
  private final Kernel kernel = new Kernel();
  private final SymjaTranslation translation;
  private final List<Expr> inputs;
  private final List<Expr> assumptions;

  Dialogue(ExprPool pool, List<Expr> inputs, List<Expr> assumptions) {
    this.translation = new SymjaTranslation(pool);
    this.inputs = List.copyOf(inputs);
    this.assumptions = List.copyOf(assumptions);
  }

  /** ∂f/∂x by Symja's D. */
  Reply derivative(Expr function, Expr variable, Duration limit) {
    return reply(
        () ->
            Counterparts.call(
                S.D,
                translation.toSymja(function, Encoding.DIFFERENTIABLE),
                translation.symbol(variable)),
        limit);
  }

  /** The expression after Symja's FullSimplify, under the assumptions. */
  Reply fullSimplify(Expr expression, Duration limit) {
    return reply(() -> simplified(translation.toSymja(expression, Encoding.NATIVE)), limit);
  }

  /** What Symja makes of left − right: 0 if it can prove that they are equal. */
  Reply difference(Expr left, Expr right, Duration limit) {
    Expr difference = translation.pool().subtract(left, right);
    return reply(() -> simplified(translation.toSymja(difference, Encoding.DIFFERENTIABLE)), limit);
  }

  private IExpr simplified(IExpr expression) {
    List<IExpr> facts = new ArrayList<>();
    for (Expr input : inputs) {
      facts.add(Counterparts.call(S.Element, translation.symbol(input), S.Reals));
    }
    for (Expr assumption : assumptions) {
      facts.add(translation.toSymja(assumption, Encoding.NATIVE));
    }
    IExpr all = Counterparts.call(S.And, facts.toArray(IExpr[]::new));
    return Counterparts.call(S.FullSimplify, expression, all);
  }

  private interface Question {
    IExpr inSymja();
  }

  private Reply reply(Question question, Duration limit) {
    try {
      Answer answer = kernel.ask(question.inSymja(), limit);
      return answer instanceof Answer.Value value
          ? new Reply.Expression(translation.fromSymja(value.expression()))
          : new Reply.None(((Answer.Silence) answer).reason());
    } catch (NoCounterpartException missing) {
      return new Reply.None(missing.getMessage());
    } catch (NumberTooLargeException huge) {
      return new Reply.None("a number in Symja's answer is too large");
    }
  }
}
