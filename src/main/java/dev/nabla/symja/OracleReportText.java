package dev.nabla.symja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An oracle's report as text: one line for each entry, under a disagreement both forms with their
 * values, and the verdict as the last line.
 */
public final class OracleReportText {
  /** More entries than this are listed only where there is something to say. */
  private static final int MOST_ENTRIES = 30;

  private final OracleReport report;

  public OracleReportText(OracleReport report) {
    this.report = report;
  }

  /** The whole text, each line ended. */
  public String render() {
    List<OracleReport.Entry> shown = shown();
    int width = "entry".length();
    int opinionWidth = "Symja".length();
    for (OracleReport.Entry entry : shown) {
      width = Math.max(width, width(entry.label()));
      opinionWidth = Math.max(opinionWidth, width(word(entry.opinion())));
    }
    StringBuilder out = new StringBuilder();
    line(out, "entry", width, "Symja", opinionWidth, "points");
    for (OracleReport.Entry entry : shown) {
      line(out, entry.label(), width, word(entry.opinion()), opinionWidth, remark(entry));
      details(out, entry);
    }
    verdict(out);
    return out.toString();
  }

  private List<OracleReport.Entry> shown() {
    if (report.entries().size() <= MOST_ENTRIES) {
      return report.entries();
    }
    List<OracleReport.Entry> shown = new ArrayList<>();
    for (OracleReport.Entry entry : report.entries()) {
      if (!isConfirmed(entry)) {
        shown.add(entry);
      }
    }
    return shown;
  }

  private static boolean isConfirmed(OracleReport.Entry entry) {
    return entry.opinion() instanceof Opinion.Proved || entry.opinion() instanceof Opinion.Agrees;
  }

  private static void line(
      StringBuilder out, String first, int width, String second, int otherWidth, String rest) {
    String line =
        first
            + " ".repeat(width - width(first) + 2)
            + second
            + " ".repeat(otherWidth - width(second) + 2)
            + rest;
    out.append(line.stripTrailing()).append('\n');
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String word(Opinion opinion) {
    if (opinion instanceof Opinion.Proved) {
      return "proves it";
    } else if (opinion instanceof Opinion.Agrees) {
      return "agrees";
    } else if (opinion instanceof Opinion.Silent) {
      return "no opinion";
    }
    return switch (((Opinion.Disagrees) opinion).dispute().verdict()) {
      case SYMJA_WRONG -> "is wrong";
      case NABLA_WRONG -> "DISAGREES, and is right";
      case BOTH_WRONG -> "DISAGREES, and both are wrong";
      case OPEN -> "DISAGREES";
    };
  }

  private String remark(OracleReport.Entry entry) {
    if (entry.opinion() instanceof Opinion.Proved proved) {
      return Integer.toString(proved.points());
    } else if (entry.opinion() instanceof Opinion.Agrees agrees) {
      return Integer.toString(agrees.points());
    } else if (entry.opinion() instanceof Opinion.Silent silent) {
      return silent.reason();
    }
    return "at " + place(((Opinion.Disagrees) entry.opinion()).dispute().point());
  }

  private String place(List<Double> point) {
    List<String> coordinates = new ArrayList<>();
    for (int i = 0; i < point.size(); i++) {
      coordinates.add(report.inputNames().get(i) + "=" + point.get(i));
    }
    return String.join(", ", coordinates);
  }

  private static void details(StringBuilder out, OracleReport.Entry entry) {
    if (entry.opinion() instanceof Opinion.Disagrees disagrees) {
      Opinion.Dispute dispute = disagrees.dispute();
      out.append("    Nabla      ").append(dispute.ours()).append(" = ").append(entry.ours());
      out.append('\n');
      out.append("    Symja      ").append(dispute.theirs()).append(" = ");
      out.append(entry.theirs()).append('\n');
      out.append("    reference  ").append(dispute.reference()).append('\n');
    }
  }

  private void verdict(StringBuilder out) {
    int total = report.entries().size();
    long proved = count(Opinion.Proved.class);
    long agreed = count(Opinion.Agrees.class);
    long silent = count(Opinion.Silent.class);
    long wrong =
        report.entries().stream()
            .filter(e -> e.opinion() instanceof Opinion.Disagrees && !e.opinion().isFailure())
            .count();
    out.append(report.passed() ? "PASS" : "FAIL");
    out.append(
        String.format(Locale.ROOT, "  Symja confirms %d of %d entries", proved + agreed, total));
    out.append(proved > 0 ? ", " + proved + " by proof" : "");
    out.append(wrong > 0 ? "; is wrong about " + wrong : "");
    out.append(silent > 0 ? "; has no opinion on " + silent : "");
    out.append(" (").append(report.points()).append(" points, seed ").append(report.seed());
    out.append(")\n");
  }

  private long count(Class<? extends Opinion> kind) {
    return report.entries().stream().filter(entry -> kind.isInstance(entry.opinion())).count();
  }
}
