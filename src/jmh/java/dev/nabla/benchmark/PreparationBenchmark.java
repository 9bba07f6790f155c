package dev.nabla.benchmark;

import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import dev.nabla.benchmark.workload.Workload;
import dev.nabla.benchmark.workload.Workloads;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What comes before the first call, in a JVM that is warm: the whole of it, and the derivation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PreparationBenchmark {
  /** The workload; {@link Benchmarks} says which. */
  @Param("poly2")
  public String workload;

  private Workload prepared;
  private VectorFunction function;

  @Setup
  public void find() {
    prepared = Workloads.named(workload);
  }

  /** A function remembers its scalar form, so each derivation has its own. */
  @Setup(Level.Invocation)
  public void parse() {
    function = Nabla.parse(NablaEvaluation.text(prepared));
  }

  @Benchmark
  public Object derivation() {
    return NablaEvaluation.derivative(prepared, function);
  }

  @Benchmark
  public Evaluation textToEvaluator() {
    return NablaEvaluation.of(prepared);
  }
}
