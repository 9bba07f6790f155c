package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.interfaces.IExpr;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The derivation alone by Symja, in a JVM that is warm; see {@link PreparationBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SymjaBenchmark {
  private static final short NO_HISTORY = 0;

  /** The workload; {@link Benchmarks} says which. */
  @Param("poly2")
  public String workload;

  private ExprEvaluator symja;
  private IExpr question;

  /** Whether there is a text for Symja: for a few scalar workloads only. */
  static boolean canDo(Workload workload) {
    return text(workload.name()).isPresent();
  }

  private static Optional<String> text(String workload) {
    return Resources.find("/symja/" + workload + ".m");
  }

  /** Without threads of its own, which would hold the JVM open. */
  @Setup
  public void start() {
    Config.JAS_NO_THREADS = true;
    Config.TIMECONSTRAINED_NO_THREAD = true;
    symja = new ExprEvaluator(true, NO_HISTORY);
  }

  @Setup(Level.Invocation)
  public void parse() {
    symja.clearVariables();
    question = symja.parse(text(workload).orElseThrow());
  }

  @Benchmark
  public IExpr derivation() {
    return symja.eval(question);
  }
}
