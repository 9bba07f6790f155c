package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import dev.nabla.benchmark.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures everything and writes {@code target/benchmarks/benchmarks.md} and {@code .svg}. */
public final class Benchmarks {
  private static final Path RESULTS = Path.of("target", "benchmarks");

  private Benchmarks() {}

  /** Takes the mode, {@code full} or {@code quick}, and {@code all} or names with commas. */
  public static void main(String[] arguments) throws IOException {
    Schedule schedule = Schedule.named(arguments[0]);
    List<Workload> workloads =
        arguments[1].equals("all")
            ? Workloads.all()
            : Stream.of(arguments[1].split(",")).map(Workloads::named).toList();
    Files.createDirectories(RESULTS);
    String machine = Machine.describe();
    Measurements measurements = measure(workloads, schedule);
    String table = new Table(measurements).toMarkdown() + "\n" + machine + "\n";
    Files.writeString(RESULTS.resolve("benchmarks.md"), table);
    new Plot(measurements).writeSvg(RESULTS.resolve("benchmarks.svg"));
    System.out.println(table);
  }

  /** One workload after the other: what is compared is measured at about the same time. */
  private static Measurements measure(List<Workload> workloads, Schedule schedule) {
    boolean hasCompiler = NativeCode.compiler().isPresent();
    if (!hasCompiler) {
      System.out.println("There is no gcc: what is written in C is left out.");
    }
    NativeCode code = new NativeCode(RESULTS.resolve("c"));
    JavaTimings java = new JavaTimings(schedule);
    Map<Workload, Timing> inC = new LinkedHashMap<>();
    Map<Contestant, Map<Workload, JavaTimings.Call>> calls = new EnumMap<>(Contestant.class);
    Map<Workload, Timing> starts = new LinkedHashMap<>();
    for (Workload workload : workloads) {
      Numbers expected = numbers(Contestant.NABLA, workload);
      if (hasCompiler) {
        NativeCode.Run run = code.run(workload, schedule);
        compare("C by hand", workload, run.numbers(), expected, Contestant.HAND.tolerance());
        inC.put(workload, run.timing());
      }
      for (Contestant contestant : Contestant.values()) {
        if (contestant.canDo(workload)) {
          Numbers actual = numbers(contestant, workload);
          compare(contestant.title(), workload, actual, expected, contestant.tolerance());
          calls
              .computeIfAbsent(contestant, first -> new LinkedHashMap<>())
              .put(workload, java.call(contestant, workload));
        }
      }
      starts.put(workload, ColdStart.measure(workload, schedule.starts()));
    }
    return new Measurements(
        workloads, calls, inC, starts, java.preparations(workloads), java.symja(workloads));
  }

  private static Numbers numbers(Contestant contestant, Workload workload) {
    return Numbers.of(contestant.evaluation(workload), workload.point());
  }

  /** Whoever computes something else than Nabla is not timed. */
  private static void compare(
      String title, Workload workload, Numbers actual, Numbers expected, double tolerance) {
    double error = actual.distance(expected);
    if (error > tolerance) {
      throw new IllegalStateException(
          title + " differs from Nabla in " + workload.name() + " by " + error);
    }
  }
}
