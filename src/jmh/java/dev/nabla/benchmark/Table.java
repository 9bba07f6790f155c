package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measurements as Markdown: times with ratios to C written by hand, then what comes before. */
final class Table {
  private static final String NONE = "–";

  private final Measurements measurements;

  Table(Measurements measurements) {
    this.measurements = measurements;
  }

  /** Both tables. */
  String toMarkdown() {
    return evaluations() + "\n" + preparations();
  }

  /** A column for each contestant. */
  private String evaluations() {
    List<String> head =
        new ArrayList<>(List.of("workload", "partials", "Nabla's code", "C by hand"));
    for (Contestant contestant : Contestant.values()) {
      head.add(contestant.title());
    }
    head.add("Nabla, B/call");
    StringBuilder text = new StringBuilder(row(head)).append(rule(head.size(), 3));
    for (Workload workload : measurements.workloads()) {
      Optional<Timing> inC = measurements.ofC(workload);
      List<String> cells = new ArrayList<>();
      cells.add("`" + workload.name() + "`");
      cells.add(String.valueOf(workload.pattern().count()));
      cells.add(NablaEvaluation.kind(workload));
      cells.add(inC.map(Table::timeWithSpread).orElse(NONE));
      for (Contestant contestant : Contestant.values()) {
        Optional<Timing> timing =
            measurements.of(contestant, workload).map(JavaTimings.Call::timing);
        cells.add(timing.map(time -> timeWithSpread(time) + ratio(time, inC)).orElse(NONE));
      }
      cells.add(
          measurements
              .of(Contestant.NABLA, workload)
              .map(call -> String.valueOf(Math.round(call.bytes())))
              .orElse(NONE));
      text.append(row(cells));
    }
    return text.toString();
  }

  private String preparations() {
    List<String> head =
        List.of(
            "workload",
            "new JVM to first values",
            "text to evaluator, warm",
            "derivation, warm",
            "Symja's derivation, warm");
    StringBuilder text = new StringBuilder(row(head)).append(rule(head.size(), 1));
    for (Workload workload : measurements.workloads()) {
      JavaTimings.Preparation preparation = measurements.preparations().get(workload);
      text.append(
          row(
              List.of(
                  "`" + workload.name() + "`",
                  time(measurements.starts().get(workload).median()),
                  time(preparation.textToEvaluator().median()),
                  time(preparation.derivation().median()),
                  Optional.ofNullable(measurements.symja().get(workload))
                      .map(timing -> time(timing.median()))
                      .orElse(NONE))));
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** The first columns hold words, the others numbers. */
  private static String rule(int columns, int words) {
    return "|" + "---|".repeat(words) + "---:|".repeat(columns - words) + "\n";
  }

  private static String timeWithSpread(Timing timing) {
    return time(timing.median()) + String.format(Locale.ROOT, " ±%.0f%%", 100 * timing.spread());
  }

  private static String ratio(Timing timing, Optional<Timing> inC) {
    return inC.map(c -> " (" + digits(timing.median() / c.median()) + "×)").orElse("");
  }

  /** With the unit in which it has one to three digits before the point. */
  static String time(double nanoseconds) {
    String[] units = {"ns", "µs", "ms", "s"};
    double value = nanoseconds;
    int unit = 0;
    while (value >= 999.5 && unit + 1 < units.length) {
      value /= 1000;
      unit++;
    }
    return digits(value) + " " + units[unit];
  }

  /** Two significant digits, or all before the point. */
  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
  }
}
