package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import dev.nabla.benchmark.workload.Workloads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of a JVM that knows only a text to the first values and partial derivatives. */
public final class ColdStart {
  private ColdStart() {}

  /** Evaluates one workload once. */
  public static void main(String[] arguments) {
    Workload workload = Workloads.named(arguments[0]);
    Numbers.of(NablaEvaluation.of(workload), workload.point());
    System.out.println("done");
  }

  /** Starts as many JVMs, one after the other. */
  static Timing measure(Workload workload, int starts) {
    List<Double> nanoseconds = new ArrayList<>();
    for (int k = 0; k < starts; k++) {
      nanoseconds.add(once(workload));
    }
    return Timing.of(nanoseconds);
  }

  private static double once(Workload workload) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ColdStart.class.getName(),
            workload.name());
    long start = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader answer = process.inputReader(StandardCharsets.UTF_8)) {
        if (!"done".equals(answer.readLine())) {
          throw new IllegalStateException(workload.name() + " has no values");
        }
        return System.nanoTime() - start;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
