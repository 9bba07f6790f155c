package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run has found.
 *
 * @param workloads the rows
 * @param calls by contestant and workload; a workload that a contestant cannot do is missing
 * @param inC the calls of what is written in C; empty without a compiler
 * @param starts from a new JVM to the first values
 * @param preparations what comes before the first call in a warm JVM
 * @param symja Symja's derivations, where it has a text
 */
record Measurements(
    List<Workload> workloads,
    Map<Contestant, Map<Workload, JavaTimings.Call>> calls,
    Map<Workload, Timing> inC,
    Map<Workload, Timing> starts,
    Map<Workload, JavaTimings.Preparation> preparations,
    Map<Workload, Timing> symja) {
  Measurements {
    workloads = List.copyOf(workloads);
    calls = Map.copyOf(calls);
    inC = Map.copyOf(inC);
    starts = Map.copyOf(starts);
    preparations = Map.copyOf(preparations);
    symja = Map.copyOf(symja);
  }

  Optional<Timing> ofC(Workload workload) {
    return Optional.ofNullable(inC.get(workload));
  }

  Optional<JavaTimings.Call> of(Contestant contestant, Workload workload) {
    return Optional.ofNullable(calls.getOrDefault(contestant, Map.of()).get(workload));
  }
}
