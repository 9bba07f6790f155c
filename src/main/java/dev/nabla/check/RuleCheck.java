package dev.nabla.check;

import dev.nabla.check.RuleClaim.Judgement;
import dev.nabla.check.RuleReport.Counterexample;
import dev.nabla.check.RuleReport.Entry;
import dev.nabla.check.RuleReport.Verdict;
import dev.nabla.expr.Element;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tries to refute a rule, and shows the smallest point at which that succeeds. */
final class RuleCheck {
  private static final int MOST_ROUNDS = 4;
  private static final int MOST_DIGITS = 6;

  private final RuleClaim claim;
  private final RulePoints points;
  private final Map<String, Integer> skipped = new TreeMap<>();
  private int compared;

  RuleCheck(RuleClaim claim) {
    this.claim = claim;
    this.points = new RulePoints(claim);
  }

  /** The entry of the report, after special points and {@code count} random ones. */
  Entry run(int count, long seed) {
    for (double[] point : points.points()) {
      if (judge(point) instanceof Judgement.Refuted wrong) {
        return refuted(point, wrong);
      }
    }
    PointSampler sampler = new PointSampler(claim.inputs(), claim.domain(), seed);
    for (int i = 0; i < count; i++) {
      Optional<double[]> drawn = sampler.next();
      if (drawn.isEmpty()) {
        break;
      }
      if (judge(drawn.get()) instanceof Judgement.Refuted) {
        double[] smallest = shrunk(drawn.get());
        return refuted(smallest, (Judgement.Refuted) claim.at(smallest));
      }
    }
    List<String> remarks = new ArrayList<>();
    skipped.forEach((reason, times) -> remarks.add(reason + " at " + times + " points"));
    if (claim.isDoubleOnly()) {
      remarks.add("values from Java in double precision: compared with differences of doubles");
    }
    Verdict verdict = compared == 0 ? Verdict.UNCHECKED : Verdict.HOLDS;
    return new Entry(claim.label(), verdict, compared, Optional.empty(), remarks);
  }

  private Judgement judge(double[] point) {
    Judgement judgement = claim.at(point);
    if (judgement instanceof Judgement.Skipped reason) {
      skipped.merge(reason.reason(), 1, Integer::sum);
    } else {
      compared++;
    }
    return judgement;
  }

  private Entry refuted(double[] point, Judgement.Refuted wrong) {
    List<String> names =
        claim.inputs().stream().map(input -> ((Element) input).symbol().name()).toList();
    List<Double> coordinates = Arrays.stream(point).boxed().toList();
    return new Entry(
        claim.label(),
        Verdict.REFUTED,
        compared,
        Optional.of(new Counterexample(names, coordinates, wrong.expected(), wrong.found())),
        List.of());
  }

  /** Replaces one coordinate after the other by the simplest number that still refutes. */
  private double[] shrunk(double[] point) {
    double[] smallest = point.clone();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean changed = false;
      for (int i = 0; i < smallest.length; i++) {
        for (double simpler : simpler(smallest[i])) {
          double[] candidate = smallest.clone();
          candidate[i] = simpler;
          if (points.contains(candidate) && claim.at(candidate) instanceof Judgement.Refuted) {
            smallest = candidate;
            changed = true;
            break;
          }
        }
      }
      if (!changed) {
        break;
      }
    }
    return smallest;
  }

  /** The simple numbers before x, then x in fewer digits. */
  private static List<Double> simpler(double x) {
    List<Double> values = new ArrayList<>();
    for (double simple : RulePoints.SIMPLE) {
      if (simple == x) {
        return values;
      }
      values.add(simple);
    }
    if (x != 0 && Double.isFinite(x)) {
      for (int digits = 1; digits <= MOST_DIGITS; digits++) {
        double rounded = new BigDecimal(x).round(new MathContext(digits)).doubleValue();
        if (rounded == x) {
          break;
        }
        values.add(rounded);
      }
    }
    return values;
  }
}
