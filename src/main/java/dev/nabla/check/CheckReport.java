package dev.nabla.check;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check found.
 *
 * @param entries the values, row by row, then the partial derivatives, row-major
 * @param inputNames the names of a point's coordinates
 * @param seed the seed of the points
 * @param requested the number of points asked for
 * @param points the number of points checked
 * @param outside the number of points drawn at which the function has no value in some row
 * @param problems what stands in the way of a certificate, apart from single entries
 * @param doubleOnly the functions whose values have no more digits than a double, so that the
 *     reference has no more either
 */
public record CheckReport(
    List<Entry> entries,
    List<String> inputNames,
    long seed,
    int requested,
    int points,
    int outside,
    List<String> problems,
    List<String> doubleOnly) {
  /** Where rounding can cause no more ulps than this, an entry is well-conditioned. */
  public static final double WELL_CONDITIONED = 8;

  public CheckReport {
    entries = List.copyOf(entries);
    inputNames = List.copyOf(inputNames);
    problems = List.copyOf(problems);
    doubleOnly = List.copyOf(doubleOnly);
  }

  /** A report by a reference that has all the digits it wants. */
  public CheckReport(
      List<Entry> entries,
      List<String> inputNames,
      long seed,
      int requested,
      int points,
      int outside,
      List<String> problems) {
    this(entries, inputNames, seed, requested, points, outside, problems, List.of());
  }

  /** Whether every entry was checked and holds. */
  public boolean passed() {
    return problems.isEmpty() && entries.stream().noneMatch(entry -> entry.verdict().isFailure());
  }

  /** The judgement on one entry, from good to bad. */
  public enum Verdict {
    /** Within 4 ulps at every point. */
    PASS,
    /** Within what rounding explains: the expression amplifies rounding errors. */
    ILL_CONDITIONED,
    /** No point at which it could be checked. */
    UNCHECKED,
    /** Wrong at some point. */
    FAIL;

    public boolean isFailure() {
      return this == UNCHECKED || this == FAIL;
    }
  }

  /**
   * One value or partial derivative.
   *
   * @param label its name, such as ∂f1/∂x
   * @param verdict the judgement
   * @param checked the number of points at which it was compared
   * @param worst the comparison with the largest error among those of the worst judgement
   * @param wellConditioned the largest error where rounding can cause no more than {@link
   *     #WELL_CONDITIONED} ulps
   * @param illConditioned the number of points at which it can cause more
   * @param excluded the points at which nothing was compared, by reason
   */
  public record Entry(
      String label,
      Verdict verdict,
      int checked,
      Optional<Comparison> worst,
      Optional<Comparison> wellConditioned,
      int illConditioned,
      SortedMap<Exclusion, Encounter> excluded) {
    public Entry {
      excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    }

    /** The points that were excluded for a reason. */
    public Encounter excluded(Exclusion reason) {
      return excluded.getOrDefault(reason, Encounter.NONE);
    }
  }

  /** Why an entry is not compared at a point. */
  public enum Exclusion {
    /** A value but no derivative. */
    KINK("kink"),
    /** Something divides by zero. */
    POLE("pole"),
    OUTSIDE("outside the domain"),
    /** A condition fails that the closed form was derived under; it is named. */
    SIDE_CONDITION("side condition"),
    /** Intermediate values beyond the range of a double. */
    OVERFLOW("overflow in doubles"),
    /** The reference itself did not settle. */
    UNRESOLVED("unresolved");

    private final String text;

    Exclusion(String text) {
      this.text = text;
    }

    /** In words, such as outside the domain. */
    public String text() {
      return text;
    }
  }

  /**
   * A computed number beside the exact one.
   *
   * @param ulps the error in units in the last place
   * @param condition the error that rounding can cause, in the same units
   * @param computed the double
   * @param exact the exact value, rounded to a double
   * @param point where
   */
  public record Comparison(
      double ulps, double condition, double computed, double exact, List<Double> point) {
    public Comparison {
      point = List.copyOf(point);
    }
  }

  /**
   * Something met at some points.
   *
   * @param count how often
   * @param example the first
   */
  public record Encounter(int count, Optional<Example> example) {
    static final Encounter NONE = new Encounter(0, Optional.empty());
  }

  /**
   * Where something was met and in which operation.
   *
   * @param point where
   * @param text the operation, and what is wrong
   */
  public record Example(List<Double> point, String text) {
    public Example {
      point = List.copyOf(point);
    }
  }
}
