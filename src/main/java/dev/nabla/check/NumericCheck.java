package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares f and ∂f/∂x as an evaluator computes them with the numeric reference at random points of
 * the domain.
 */
public final class NumericCheck {
  /** The number of points that a check takes by default. */
  public static final int POINTS = 100;

  /** Draws for one point in the hope of one at which every row has a value. */
  private static final int REDRAWS = 20;

  /** Draws in all, as a multiple of the points asked for, plus a few for small checks. */
  private static final int MOST_DRAWS_EACH = 50;

  private final CheckModel model;
  private final ConditionEstimate estimate;
  private final Function<Expr, String> describe;
  private final NumericReference reference;
  private final ConditionsAtPoint conditions;

  /**
   * A check of {@code model}.
   *
   * @param estimate the error that rounding can explain
   * @param describe how to name a node in the report
   */
  public NumericCheck(
      CheckModel model, ConditionEstimate estimate, Function<Expr, String> describe) {
    this.model = model;
    this.estimate = estimate;
    this.describe = describe;
    this.reference = new NumericReference(model.inputs(), model.values(), model.wrt());
    this.conditions = new ConditionsAtPoint(model.inputs(), model.sideConditions());
  }

  /** Checks at {@code points} points that {@code seed} determines. */
  public CheckReport run(int points, long seed) {
    PointSampler sampler = new PointSampler(model.inputs(), model.assumptions(), seed);
    Tally tally = new Tally(model);
    int mostDraws = MOST_DRAWS_EACH * points + 1000;
    for (int i = 0; i < points && tally.draws < mostDraws; i++) {
      Optional<Drawn> drawn = draw(sampler, tally, mostDraws);
      if (drawn.isEmpty()) {
        break;
      }
      check(drawn.get(), tally);
      tally.points++;
    }
    return tally.report(points, seed, List.copyOf(reference.doubleOnly()));
  }

  private record Drawn(
      List<Double> point, ReferencePoint exact, int defined, ConditionsAtPoint.Truths conditions) {
    double[] inputs() {
      return point.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** A point with as many rows defined as a few draws give; empty if no row ever is. */
  private Optional<Drawn> draw(PointSampler sampler, Tally tally, int mostDraws) {
    Optional<Drawn> best = Optional.empty();
    for (int i = 0; (i < REDRAWS || best.isEmpty()) && tally.draws < mostDraws; i++) {
      Optional<double[]> inputs = sampler.next();
      if (inputs.isEmpty()) {
        tally.problems.add("no point satisfies the assumptions");
        return Optional.empty();
      }
      tally.draws++;
      Drawn drawn = evaluate(inputs.get(), tally);
      if (drawn.defined() == model.rows()) {
        best.ifPresent(other -> discard(other, tally));
        return Optional.of(drawn);
      }
      tally.outside++;
      if (drawn.defined() > best.map(Drawn::defined).orElse(0)) {
        best.ifPresent(other -> discard(other, tally));
        best = Optional.of(drawn);
      } else {
        discard(drawn, tally);
      }
    }
    return best;
  }

  /**
   * A point that is not checked, since a row has no value there; of an entry's condition, named.
   */
  private void discard(Drawn drawn, Tally tally) {
    Optional<Expr> ofFunction = drawn.conditions().failingOfFunction();
    if (ofFunction.isPresent()) {
      tally.all().forEach(entry -> exclude(ofFunction.get(), entry, drawn.point()));
      return;
    }
    for (int entry = 0; entry < tally.partials.size(); entry++) {
      if (!drawn.exact().value(entry / model.columns()).isReal()) {
        EntryTally of = tally.partials.get(entry);
        drawn.conditions().failing(entry).ifPresent(failing -> exclude(failing, of, drawn.point()));
      }
    }
  }

  private void exclude(Expr failing, EntryTally tally, List<Double> point) {
    tally.exclude(CheckReport.Exclusion.SIDE_CONDITION, point, describe.apply(failing));
  }

  private Drawn evaluate(double[] inputs, Tally tally) {
    List<Double> point = Arrays.stream(inputs).boxed().toList();
    ReferencePoint exact = reference.at(inputs);
    ConditionsAtPoint.Truths truths = conditions.at(inputs);
    Optional<Expr> failing = truths.failingOfFunction();
    if (failing.isPresent()) {
      return new Drawn(point, exact, 0, truths);
    }
    int defined = 0;
    for (int row = 0; row < model.rows(); row++) {
      Outcome outcome = exact.value(row);
      if (outcome.isReal()) {
        defined++;
      } else {
        noValue(outcome, tally.values.get(row), point);
      }
    }
    return new Drawn(point, exact, defined, truths);
  }

  private void check(Drawn drawn, Tally tally) {
    double[] values = new double[model.rows()];
    double[] partials = new double[model.rows() * model.columns()];
    // What is never written must not pass for a zero.
    Arrays.fill(values, Double.NaN);
    Arrays.fill(partials, Double.NaN);
    model.evaluator().evaluate(drawn.inputs(), values, partials);
    ConditionEstimate.Bounds bounds = estimate.at(drawn.inputs());
    for (int row = 0; row < model.rows(); row++) {
      if (drawn.exact().value(row).isReal()) {
        ReferencePartial.Derivative number = drawn.exact().certainValue(row);
        compare(number, values[row], bounds.values().get(row), drawn, tally.values.get(row));
      }
    }
    for (int column = 0; column < model.columns(); column++) {
      List<ReferencePartial> exact = drawn.exact().column(column);
      for (int row = 0; row < model.rows(); row++) {
        int entry = row * model.columns() + column;
        EntryTally entryTally = tally.partials.get(entry);
        double bound = bounds.partials().get(entry);
        partial(exact.get(row), partials[entry], bound, drawn, entry, entryTally);
      }
    }
  }

  /** Where only a side condition fails, the extended value is compared with the derivative. */
  private void partial(
      ReferencePartial exact,
      double computed,
      double bound,
      Drawn drawn,
      int entry,
      EntryTally tally) {
    if (exact instanceof ReferencePartial.Derivative number) {
      compare(number, computed, bound, drawn, tally);
      return;
    }
    Optional<Expr> failing = drawn.conditions().failing(entry);
    if (exact instanceof ReferencePartial.Kink kink) {
      tally.exclude(CheckReport.Exclusion.KINK, drawn.point(), describe.apply(kink.node()));
    } else if (failing.isPresent()) {
      exclude(failing.get(), tally, drawn.point());
    } else if (exact instanceof ReferencePartial.NoValue noValue) {
      noValue(noValue.outcome(), tally, drawn.point());
    } else if (exact instanceof ReferencePartial.Unresolved unresolved) {
      tally.exclude(
          CheckReport.Exclusion.UNRESOLVED, drawn.point(), describe.apply(unresolved.node()));
    }
  }

  private void noValue(Outcome outcome, EntryTally tally, List<Double> point) {
    if (outcome instanceof Outcome.Pole pole) {
      tally.exclude(CheckReport.Exclusion.POLE, point, describe.apply(pole.node()));
    } else if (outcome instanceof Outcome.Undefined undefined) {
      String text = describe.apply(undefined.node()) + ": " + undefined.reason();
      tally.exclude(CheckReport.Exclusion.OUTSIDE, point, text);
    }
  }

  /**
   * Where an intermediate value overflows, a double that is lost is no wrong derivative; the
   * derivative of a quotient has squares where the quotient has none.
   */
  private static void compare(
      ReferencePartial.Derivative exact,
      double computed,
      double bound,
      Drawn drawn,
      EntryTally tally) {
    boolean lost = !Double.isFinite(computed) && drawn.exact().exceedsDouble(2);
    if (lost || bound == Double.POSITIVE_INFINITY) {
      tally.exclude(
          CheckReport.Exclusion.OVERFLOW,
          drawn.point(),
          "an intermediate value beyond 1.8e308, itself or in a square");
    } else {
      tally.compare(computed, exact.value(), exact.uncertainty(), bound, drawn.point());
    }
  }

  /** What is gathered over the points. */
  private static final class Tally {
    private final CheckModel model;
    private final List<EntryTally> values = new ArrayList<>();
    private final List<EntryTally> partials = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int points;
    private int draws;
    private int outside;

    Tally(CheckModel model) {
      this.model = model;
      for (String row : model.rowLabels()) {
        values.add(new EntryTally(row));
        for (String column : model.columnLabels()) {
          partials.add(new EntryTally("∂" + row + "/∂" + column));
        }
      }
    }

    List<EntryTally> all() {
      List<EntryTally> all = new ArrayList<>(values);
      all.addAll(partials);
      return all;
    }

    CheckReport report(int requested, long seed, List<String> doubleOnly) {
      if (points == 0 && problems.isEmpty()) {
        problems.add("the function has no value at any of " + draws + " points");
      }
      List<CheckReport.Entry> entries = all().stream().map(EntryTally::report).toList();
      return new CheckReport(
          entries, model.inputNames(), seed, requested, points, outside, problems, doubleOnly);
    }
  }
}
