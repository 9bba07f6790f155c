package dev.nabla.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the comparisons of one entry over all points. */
final class EntryTally {
  /** A correct evaluator of a well-conditioned entry is within this many ulps. */
  private static final double ALLOWED_ULPS = 4;

  private final String label;
  private final SortedMap<CheckReport.Exclusion, EncounterTally> excluded = new TreeMap<>();
  private CheckReport.Verdict verdict = CheckReport.Verdict.PASS;
  private Optional<CheckReport.Comparison> worst = Optional.empty();
  private Optional<CheckReport.Comparison> wellConditioned = Optional.empty();
  private int illConditioned;
  private int checked;

  EntryTally(String label) {
    this.label = label;
  }

  /** Counts a point at which nothing can be compared. */
  void exclude(CheckReport.Exclusion reason, List<Double> point, String text) {
    excluded.computeIfAbsent(reason, none -> new EncounterTally()).add(point, text);
  }

  void compare(
      double computed, BigDecimal exact, BigDecimal uncertainty, double bound, List<Double> point) {
    double ulps = UlpDistance.of(computed, exact, uncertainty);
    CheckReport.Verdict here = judge(ulps, computed, exact, uncertainty, bound);
    // Where rounding explains any error, nothing has been checked.
    if (ulps <= ALLOWED_ULPS || bound != Double.POSITIVE_INFINITY) {
      checked++;
    }
    double condition = UlpDistance.condition(bound, exact);
    CheckReport.Comparison comparison =
        new CheckReport.Comparison(ulps, condition, computed, exact.doubleValue(), point);
    if (condition > CheckReport.WELL_CONDITIONED) {
      illConditioned++;
    } else if (ulps > ulps(wellConditioned)) {
      wellConditioned = Optional.of(comparison);
    }
    boolean worse = here.compareTo(verdict) > 0 || (here == verdict && ulps > ulps(worst));
    if (worse) {
      verdict = here;
      worst = Optional.of(comparison);
    }
  }

  private static double ulps(Optional<CheckReport.Comparison> comparison) {
    return comparison.map(CheckReport.Comparison::ulps).orElse(-1.0);
  }

  private static CheckReport.Verdict judge(
      double ulps, double computed, BigDecimal exact, BigDecimal uncertainty, double bound) {
    if (ulps <= ALLOWED_ULPS) {
      return CheckReport.Verdict.PASS;
    }
    if (!Double.isFinite(computed) || Double.isNaN(bound)) {
      return CheckReport.Verdict.FAIL;
    }
    boolean explained =
        bound == Double.POSITIVE_INFINITY
            || UlpDistance.absolute(computed, exact, uncertainty).compareTo(new BigDecimal(bound))
                <= 0;
    return explained ? CheckReport.Verdict.ILL_CONDITIONED : CheckReport.Verdict.FAIL;
  }

  CheckReport.Entry report() {
    CheckReport.Verdict judgement = verdict;
    if (excluded.containsKey(CheckReport.Exclusion.UNRESOLVED)) {
      judgement = CheckReport.Verdict.FAIL;
    } else if (checked == 0) {
      judgement = CheckReport.Verdict.UNCHECKED;
    }
    SortedMap<CheckReport.Exclusion, CheckReport.Encounter> met = new TreeMap<>();
    excluded.forEach((reason, tally) -> met.put(reason, tally.report()));
    return new CheckReport.Entry(
        label, judgement, checked, worst, wellConditioned, illConditioned, met);
  }
}
