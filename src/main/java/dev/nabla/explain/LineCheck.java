package dev.nabla.explain;

import dev.nabla.check.NumericReference;
import dev.nabla.check.PointSampler;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Unfolding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares neighbouring lines of a derivation at points of the domain. A derivative that is still
 * to be taken has the value of the numeric reference: differences, which know no derivative rule.
 */
public final class LineCheck {
  /** Points at which each line is compared with the one before. */
  public static final int POINTS = 8;

  private static final int MOST_DRAWS = 120;
  private static final long SEED = 1;

  private final ExprPool pool;
  private final List<Element> inputs;
  private final List<Expr> assumptions;
  private final Map<Expr, Pending> pending;
  private final NumericReference reference;

  /**
   * ∂operand/∂variable, still to be taken, written out in scalars.
   *
   * @param variable its position among the inputs
   */
  public record Pending(Expr operand, int variable) {}

  /**
   * A check of lines over some inputs.
   *
   * @param assumptions conditions that the points satisfy
   * @param pending what the symbols in the lines that are no inputs stand for
   */
  public LineCheck(
      ExprPool pool,
      List<Element> inputs,
      List<Expr> assumptions,
      Map<? extends Expr, Pending> pending) {
    Unfolding unfolding = new Unfolding(pool);
    this.pool = pool;
    this.inputs = List.copyOf(inputs);
    this.assumptions = unfolding.apply(assumptions);
    this.pending = new LinkedHashMap<>(pending);
    this.reference =
        new NumericReference(
            List.copyOf(inputs),
            this.pending.values().stream().map(each -> unfolding.apply(each.operand())).toList(),
            variables(this.pending));
  }

  /** The inputs that something is derived by. */
  static List<Integer> variables(Map<Expr, Pending> pending) {
    return pending.values().stream().map(Pending::variable).distinct().sorted().toList();
  }

  /**
   * Whether each line equals the one before.
   *
   * @param exact from this line on, what has a value in the line before has one
   */
  public Verdict run(List<Expr> lines, int exact) {
    Run run = new Run(new Unfolding(pool).apply(lines), exact);
    PointSampler sampler = new PointSampler(List.copyOf(inputs), assumptions, SEED);
    for (int draw = 0; draw < MOST_DRAWS && run.fewest() < POINTS; draw++) {
      Optional<double[]> point = sampler.next();
      if (point.isEmpty()) {
        break;
      }
      Optional<Verdict.Failure> failure = run.at(point.get());
      if (failure.isPresent()) {
        return new Verdict(run.fewest(), "", failure);
      }
    }
    return run.verdict();
  }

  private final class Run {
    private final List<Expr> lines;
    private final int exact;
    private final int[] compared;

    Run(List<Expr> lines, int exact) {
      this.lines = lines;
      this.exact = exact;
      this.compared = new int[lines.size() - 1];
    }

    int fewest() {
      int fewest = Integer.MAX_VALUE;
      for (int count : compared) {
        fewest = Math.min(fewest, count);
      }
      return compared.length == 0 ? POINTS : fewest;
    }

    Verdict verdict() {
      for (int k = 0; k < compared.length; k++) {
        if (compared[k] == 0) {
          String reason = "no point was found at which it and the line before have a value";
          return new Verdict(0, "", Optional.of(new Verdict.Failure(k + 1, reason)));
        }
      }
      return new Verdict(fewest(), "", Optional.empty());
    }

    Optional<Verdict.Failure> at(double[] point) {
      Place place = new Place(pool, inputs, pending, reference, point, lines);
      for (int k = 0; k + 1 < lines.size(); k++) {
        Place.Comparison comparison = place.compare(k, k + 1 >= exact);
        if (comparison == Place.Comparison.DIFFERENT || comparison == Place.Comparison.LOST) {
          return Optional.of(new Verdict.Failure(k + 1, place.reason(comparison, k)));
        }
        compared[k] += comparison == Place.Comparison.EQUAL ? 1 : 0;
      }
      return Optional.empty();
    }
  }
}
