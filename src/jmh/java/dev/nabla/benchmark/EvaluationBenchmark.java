package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import dev.nabla.benchmark.workload.Workloads;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Values and derivative at a point: time for one call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvaluationBenchmark {
  /** The workload; {@link Benchmarks} says which. */
  @Param("poly2")
  public String workload;

  /** Who computes. */
  @Param("NABLA")
  public Contestant contestant;

  private Evaluation.Code code;
  private double[] inputs;
  private double[] values;
  private double[] partials;

  @Setup
  public void prepare() {
    Workload measured = Workloads.named(workload);
    Evaluation evaluation = contestant.evaluation(measured);
    code = evaluation.code();
    inputs = measured.point();
    values = new double[measured.valueCount()];
    partials = new double[evaluation.pattern().count()];
  }

  @Benchmark
  public double[] evaluate() {
    code.evaluate(inputs, values, partials);
    return partials;
  }
}
