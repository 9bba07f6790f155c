package dev.nabla.check;

import java.util.List;
import java.util.Optional;

/**
 * What a check of rules found.
 *
 * @param entries one for each rule
 * @param seed the seed of the random points
 */
public record RuleReport(List<Entry> entries, long seed) {
  public RuleReport {
    entries = List.copyOf(entries);
  }

  /** Whether every rule was tested and holds. */
  public boolean passed() {
    return entries.stream().allMatch(entry -> entry.verdict() == Verdict.HOLDS);
  }

  /** The judgement on one rule. */
  public enum Verdict {
    HOLDS,
    /** No point at which it could be tested. */
    UNCHECKED,
    REFUTED
  }

  /**
   * One rule.
   *
   * @param label what it is called
   * @param verdict the judgement
   * @param points the number of points at which it was compared
   * @param counterexample the smallest point found at which it is wrong
   * @param remarks what else is to be known
   */
  public record Entry(
      String label,
      Verdict verdict,
      int points,
      Optional<Counterexample> counterexample,
      List<String> remarks) {
    public Entry {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A point at which the two sides differ.
   *
   * @param names the names of the coordinates
   * @param point the coordinates
   * @param expected what the rule should give there
   * @param found what it gives
   */
  public record Counterexample(
      List<String> names, List<Double> point, String expected, String found) {
    public Counterexample {
      names = List.copyOf(names);
      point = List.copyOf(point);
    }

    /** Such as {@code at x=1: the derivative is 2, the rule gives 3}. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("at ");
      for (int i = 0; i < point.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=');
        text.append(ShortNumber.of(point.get(i)));
      }
      return text.append(": ").append(expected).append(", ").append(found).toString();
    }
  }

  /** One line for each rule, its counterexample below it, and the verdict as the last line. */
  public String toText() {
    StringBuilder out = new StringBuilder();
    int longest = "rule".length();
    for (Entry entry : entries) {
      longest = Math.max(longest, entry.label().codePointCount(0, entry.label().length()));
    }
    out.append("rule").append(" ".repeat(longest - 4)).append("  verdict    points\n");
    for (Entry entry : entries) {
      int width = entry.label().codePointCount(0, entry.label().length());
      String verdict =
          switch (entry.verdict()) {
            case HOLDS -> "ok       ";
            case UNCHECKED -> "unchecked";
            case REFUTED -> "WRONG    ";
          };
      out.append(entry.label()).append(" ".repeat(longest - width + 2)).append(verdict);
      String points = Integer.toString(entry.points());
      out.append(" ".repeat(Math.max(1, 8 - points.length()))).append(points).append('\n');
      entry.counterexample().ifPresent(wrong -> out.append("  ").append(wrong).append('\n'));
      entry.remarks().forEach(remark -> out.append("  ").append(remark).append('\n'));
    }
    long holding = entries.stream().filter(e -> e.verdict() == Verdict.HOLDS).count();
    out.append(passed() ? "PASS" : "FAIL").append("  ").append(holding).append(" of ");
    out.append(entries.size());
    return out.append(" rules hold (seed ").append(seed).append(")\n").toString();
  }
}
