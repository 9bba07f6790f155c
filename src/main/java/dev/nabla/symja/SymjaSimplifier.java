package dev.nabla.symja;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.simplify.Cost;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * e → a shorter form of e that Symja's FullSimplify found, taken only after high precision found
 * the same values at ordinary and at hostile points, and a value wherever e has one.
 */
public final class SymjaSimplifier {
  private static final int RANDOM_POINTS = 60;
  private static final int FEWEST_EQUAL = 10;
  private static final int DIGITS = 60;

  /** Whoever answers: Symja, or in tests somebody who is wrong. */
  interface Source {
    Reply fullSimplify(Expr expression, Duration limit);
  }

  private final List<Expr> inputs;
  private final Duration limit;
  private final Source source;
  private final Simplifier simplifier;
  private final Cost cost = new Cost();
  private final List<double[]> points;

  /**
   * A simplifier for the expressions of {@code inputs}, which are real.
   *
   * @param assumptions conditions on the inputs
   * @param limit the time for one expression
   * @throws MissingSymjaException if Symja is not on the class path
   */
  public SymjaSimplifier(
      ExprPool pool, List<? extends Expr> inputs, List<Expr> assumptions, Duration limit) {
    this(pool, inputs, assumptions, limit, symja(pool, inputs, assumptions));
  }

  SymjaSimplifier(
      ExprPool pool,
      List<? extends Expr> inputs,
      List<Expr> assumptions,
      Duration limit,
      Source source) {
    this.inputs = List.copyOf(inputs);
    this.limit = limit;
    this.source = source;
    this.simplifier = new Simplifier(pool, assumptions);
    this.points = new HostilePoints(this.inputs, assumptions).draw(RANDOM_POINTS);
  }

  private static Source symja(ExprPool pool, List<? extends Expr> inputs, List<Expr> assumptions) {
    return new Symja(pool, List.copyOf(inputs), assumptions);
  }

  /** The shorter form, if Symja has one that stands the test. */
  public Optional<Simplification> shorter(Expr expression) {
    return suggestion(expression) instanceof Suggestion.Shorter found
        ? Optional.of(found.simplification())
        : Optional.empty();
  }

  /** What Symja suggests, and what becomes of it. */
  public Suggestion suggestion(Expr expression) {
    if (expression.children().isEmpty()) {
      return new Suggestion.NotShorter();
    }
    Reply reply = source.fullSimplify(expression, limit);
    if (!(reply instanceof Reply.Expression answer)) {
      return new Suggestion.Silent(((Reply.None) reply).reason());
    }
    if (answer.expr().isIndexed()) {
      return new Suggestion.Silent("Symja's answer is a sum");
    }
    return shortest(answer.expr())
        .filter(form -> cost.of(form) < cost.of(expression))
        .map(form -> tested(expression, form))
        .orElseGet(Suggestion.NotShorter::new);
  }

  /** Symja's form, or what our own rules make of it. */
  private Optional<Expr> shortest(Expr answer) {
    return Stream.of(answer, simplifier.simplify(answer).expr())
        .min((a, b) -> Double.compare(cost.of(a), cost.of(b)));
  }

  private Suggestion tested(Expr expression, Expr form) {
    Simplification simplification = simplifier.replacement(expression, form);
    NumericComparison comparison = new NumericComparison(inputs, expression, form);
    int equal = 0;
    for (double[] point : points) {
      switch (comparison.at(point)) {
        case EQUAL -> equal++;
        case DIFFERENT -> {
          return refuted("has another value", point);
        }
        case ONLY_LEFT -> {
          return refuted("has no value", point);
        }
        case ONLY_RIGHT -> {
          if (!isExplained(simplification, point)) {
            return refuted("has a value, for no stated reason,", point);
          }
        }
        case NEITHER -> {
          // Nothing to compare.
        }
      }
    }
    return equal >= FEWEST_EQUAL
        ? new Suggestion.Shorter(simplification)
        : new Suggestion.Refuted("it could be compared at " + equal + " points only");
  }

  /** Whether one of the side conditions says that the original has no value there. */
  private boolean isExplained(Simplification simplification, double[] point) {
    List<Expr> conditions = simplification.sideConditions();
    List<BigDecimal> exact = Arrays.stream(point).mapToObj(BigDecimal::new).toList();
    HighPrecisionEvaluator values =
        new HighPrecisionEvaluator(new Graph(inputs, conditions), exact, DIGITS);
    return conditions.stream()
        .anyMatch(
            condition ->
                !(values.value(condition) instanceof Outcome.Truth truth && truth.holds()));
  }

  private Suggestion refuted(String what, double[] point) {
    return new Suggestion.Refuted("it " + what + " at " + Arrays.toString(point));
  }
}
