package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What JMH measures. */
final class JavaTimings {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Schedule schedule;

  JavaTimings(Schedule schedule) {
    this.schedule = schedule;
  }

  /** The time of a call, and the bytes that it allocates. */
  record Call(Timing timing, double bytes) {}

  /** What comes before the first call. */
  record Preparation(Timing textToEvaluator, Timing derivation) {}

  /** A contestant's calls for a workload. */
  Call call(Contestant contestant, Workload workload) {
    ChainedOptionsBuilder options =
        options(EvaluationBenchmark.class.getName() + ".evaluate", List.of(workload))
            .param("contestant", contestant.name())
            .addProfiler(GCProfiler.class);
    RunResult result = run(options).iterator().next();
    return new Call(timing(result), allocation(result));
  }

  /** What comes before Nabla's first call, by workload. */
  Map<Workload, Preparation> preparations(List<Workload> workloads) {
    String methods = PreparationBenchmark.class.getName();
    Map<Workload, Timing> whole = preparation(methods + ".textToEvaluator", workloads);
    Map<Workload, Timing> derivation = preparation(methods + ".derivation", workloads);
    Map<Workload, Preparation> preparations = new LinkedHashMap<>();
    whole.forEach(
        (workload, timing) ->
            preparations.put(workload, new Preparation(timing, derivation.get(workload))));
    return preparations;
  }

  /** Symja's derivations, where it has a text. */
  Map<Workload, Timing> symja(List<Workload> workloads) {
    List<Workload> possible = workloads.stream().filter(SymjaBenchmark::canDo).toList();
    return possible.isEmpty()
        ? Map.of()
        : preparation(SymjaBenchmark.class.getName() + ".derivation", possible);
  }

  private Map<Workload, Timing> preparation(String benchmark, List<Workload> workloads) {
    Map<Workload, Timing> timings = new LinkedHashMap<>();
    for (RunResult result : run(options(benchmark, workloads))) {
      timings.put(workload(result, workloads), timing(result));
    }
    return timings;
  }

  /** The compiler runs in the foreground, so that its work is over when warm-up is. */
  private ChainedOptionsBuilder options(String benchmark, List<Workload> workloads) {
    TimeValue each = TimeValue.milliseconds(schedule.each().toMillis());
    return new OptionsBuilder()
        .include("^" + benchmark.replace(".", "\\.") + "$")
        .param("workload", workloads.stream().map(Workload::name).toArray(String[]::new))
        .forks(schedule.forks())
        .jvmArgsAppend("-Xbatch")
        .warmupIterations(schedule.warmups())
        .warmupTime(each)
        .measurementIterations(schedule.iterations())
        .measurementTime(each)
        .shouldFailOnError(true);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) {
    try {
      return new Runner(options.build()).run();
    } catch (RunnerException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Workload workload(RunResult result, List<Workload> workloads) {
    String name = result.getParams().getParam("workload");
    return workloads.stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Timing timing(RunResult result) {
    List<Double> nanoseconds = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        nanoseconds.add(iteration.getPrimaryResult().getScore());
      }
    }
    return Timing.of(nanoseconds);
  }

  private static double allocation(RunResult result) {
    return result.getSecondaryResults().values().stream()
        .filter(secondary -> secondary.getLabel().endsWith(ALLOCATION))
        .mapToDouble(secondary -> secondary.getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
