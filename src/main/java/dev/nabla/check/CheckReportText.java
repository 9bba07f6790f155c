package dev.nabla.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A check report as text: one line for each entry, the worst first where there are many, what was
 * met on the way, and the verdict as the last line.
 */
public final class CheckReportText {
  /** More entries than this are summed up. */
  private static final int MOST_ENTRIES = 30;

  private static final int WORST = 10;
  private static final int MOST_COORDINATES = 6;
  private static final int MOST_EXAMPLES = 12;

  private final CheckReport report;

  public CheckReportText(CheckReport report) {
    this.report = report;
  }

  /** The whole text, each line ended. */
  public String render() {
    StringBuilder out = new StringBuilder();
    List<CheckReport.Entry> shown = shownEntries();
    if (shown.size() < report.entries().size()) {
      summary(out);
    }
    table(out, shown);
    encounters(out);
    if (!report.doubleOnly().isEmpty()) {
      out.append("double precision only: ").append(String.join(", ", report.doubleOnly()));
      out.append(" from Java; compared with differences of doubles, within what these may err\n");
    }
    for (String problem : report.problems()) {
      out.append("problem: ").append(problem).append('\n');
    }
    verdict(out);
    return out.toString();
  }

  private List<CheckReport.Entry> shownEntries() {
    if (report.entries().size() <= MOST_ENTRIES) {
      return report.entries();
    }
    Comparator<CheckReport.Entry> byVerdict = Comparator.comparing(CheckReport.Entry::verdict);
    return report.entries().stream()
        .sorted(byVerdict.thenComparingDouble(CheckReportText::worstUlps).reversed())
        .limit(WORST)
        .toList();
  }

  private static double worstUlps(CheckReport.Entry entry) {
    return entry.worst().map(CheckReport.Comparison::ulps).orElse(0.0);
  }

  private void summary(StringBuilder out) {
    out.append(report.entries().size()).append(" entries:");
    String separator = " ";
    for (CheckReport.Verdict verdict : CheckReport.Verdict.values()) {
      long count = report.entries().stream().filter(e -> e.verdict() == verdict).count();
      if (count > 0) {
        out.append(separator).append(count).append(' ').append(word(verdict));
        separator = ", ";
      }
    }
    out.append("; the worst ").append(WORST).append(":\n");
  }

  private static String word(CheckReport.Verdict verdict) {
    return switch (verdict) {
      case PASS -> "ok";
      case ILL_CONDITIONED -> "ill-conditioned";
      case UNCHECKED -> "unchecked";
      case FAIL -> "WRONG";
    };
  }

  private void table(StringBuilder out, List<CheckReport.Entry> entries) {
    List<List<String>> rows = new ArrayList<>();
    boolean anyIll = entries.stream().anyMatch(CheckReportText::isAmplified);
    List<String> header = new ArrayList<>(List.of("entry", "verdict", "points", "ulps"));
    if (anyIll) {
      header.addAll(List.of("ill-conditioned", "ulps", "condition"));
    }
    header.add("where it is worst");
    rows.add(header);
    for (CheckReport.Entry entry : entries) {
      rows.add(cells(entry, anyIll));
    }
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - width(row.get(i)));
        boolean numeric = i >= 2 && i < columns - 1;
        line.append(numeric ? padding + row.get(i) : row.get(i) + padding).append("  ");
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Whether the worst of the entry is at a point where rounding errors are amplified. */
  private static boolean isAmplified(CheckReport.Entry entry) {
    return entry.illConditioned() > 0;
  }

  private List<String> cells(CheckReport.Entry entry, boolean anyIll) {
    List<String> cells = new ArrayList<>();
    cells.add(entry.label());
    cells.add(word(entry.verdict()));
    cells.add(Integer.toString(entry.checked()));
    if (anyIll) {
      cells.add(ulps(entry.wellConditioned()));
      cells.add(isAmplified(entry) ? entry.illConditioned() + " points" : "-");
      boolean shown = isAmplified(entry) && !entry.worst().equals(entry.wellConditioned());
      cells.add(shown ? ulps(entry.worst()) : "-");
      cells.add(shown ? entry.worst().map(w -> number(w.condition())).orElse("-") : "-");
    } else {
      cells.add(ulps(entry.worst()));
    }
    cells.add(entry.worst().map(worst -> place(entry, worst)).orElse("-"));
    return cells;
  }

  private static String ulps(Optional<CheckReport.Comparison> comparison) {
    return comparison.map(found -> number(found.ulps())).orElse("-");
  }

  private String place(CheckReport.Entry entry, CheckReport.Comparison worst) {
    String text = pointText(worst.point());
    return entry.verdict() == CheckReport.Verdict.FAIL
        ? worst.computed() + " should be " + worst.exact() + " at " + text
        : text;
  }

  private static String number(double value) {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      return value > 0 ? "∞" : "?";
    }
    return String.format(Locale.ROOT, value < 1000 ? "%.2f" : "%.1e", value);
  }

  /** Such as x=0.5, y=1. */
  private String pointText(List<Double> point) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(point.size(), MOST_COORDINATES); i++) {
      out.append(i == 0 ? "" : ", ").append(report.inputNames().get(i)).append('=');
      out.append(point.get(i));
    }
    return out.append(point.size() > MOST_COORDINATES ? ", …" : "").toString();
  }

  private void encounters(StringBuilder out) {
    for (CheckReport.Exclusion reason : CheckReport.Exclusion.values()) {
      encounters(out, reason);
    }
  }

  private void encounters(StringBuilder out, CheckReport.Exclusion reason) {
    int left = MOST_EXAMPLES;
    int more = 0;
    for (CheckReport.Entry entry : report.entries()) {
      CheckReport.Encounter encounter = entry.excluded(reason);
      if (encounter.example().isEmpty()) {
        continue;
      }
      if (left == 0) {
        more++;
        continue;
      }
      left--;
      CheckReport.Example example = encounter.example().get();
      out.append(reason.text()).append(": ").append(entry.label()).append(", ");
      out.append(encounter.count() == 1 ? "once" : encounter.count() + " times");
      out.append(", at ").append(pointText(example.point()));
      out.append(", of ").append(example.text()).append('\n');
    }
    if (more > 0) {
      out.append(reason.text()).append(": in ").append(more).append(" more entries\n");
    }
  }

  private void verdict(StringBuilder out) {
    long wrong = report.entries().stream().filter(e -> e.verdict().isFailure()).count();
    report.entries().stream()
        .flatMap(entry -> entry.wellConditioned().stream())
        .mapToDouble(CheckReport.Comparison::ulps)
        .max()
        .ifPresent(
            ulps ->
                out.append("largest error where well-conditioned: ")
                    .append(number(ulps))
                    .append(" ulps\n"));
    out.append(report.passed() ? "PASS" : "FAIL");
    out.append("  ").append(report.entries().size() - wrong).append(" of ");
    out.append(report.entries().size()).append(" entries hold at ").append(report.points());
    if (report.points() < report.requested()) {
      out.append(" of ").append(report.requested());
    }
    out.append(" points (seed ").append(report.seed());
    if (report.outside() > 0) {
      out.append(", ").append(report.outside()).append(" drawn outside the domain");
    }
    out.append(")\n");
  }
}
