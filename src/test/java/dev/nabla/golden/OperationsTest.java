package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nabla.EvaluatorOptions;
import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import dev.nabla.VectorFunction;
import dev.nabla.compile.BytecodeSize;
import dev.nabla.tape.JacobianTape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The operations and the bytes of bytecode of each workload of the benchmarks, which may only go
 * down: {@code -Dgoldens=update} stores smaller figures, and never larger ones.
 */
class OperationsTest {
  private static final Path WORKLOADS = Path.of("src", "jmh", "resources", "workloads");
  private static final Path STORED = Path.of("src", "test", "goldens", "operations.txt");
  private static final Set<String> HESSIANS = Set.of("rosen100", "rosen1000");
  private static final Set<String> GRADIENTS = Set.of("gmm", "mlp_grad");

  /** Written out they would be hundreds of thousands of instructions. */
  private static final Set<String> LOOPS_ONLY = Set.of("softmax512");

  @Test
  void noWorkloadNeedsMoreThanBefore() throws IOException {
    Map<String, long[]> stored = stored();
    Map<String, long[]> measured = measured();
    List<String> worse = new ArrayList<>();
    List<String> better = new ArrayList<>();
    measured.forEach(
        (name, figures) -> {
          long[] before = stored.getOrDefault(name, figures);
          for (int i = 0; i < figures.length; i++) {
            if (figures[i] > before[i]) {
              worse.add(name + ": " + figures[i] + " rather than " + before[i]);
            } else if (figures[i] < before[i]) {
              better.add(name + ": " + figures[i] + " rather than " + before[i]);
            }
          }
        });
    assertTrue(worse.isEmpty(), () -> "more operations or bytes than before: " + worse);
    if (System.getProperty("goldens", "verify").equals("update")) {
      write(measured);
    } else if (!better.isEmpty() || !stored.keySet().equals(measured.keySet())) {
      fail("fewer than stored: keep that with mvn test -Dgoldens=update: " + better);
    }
  }

  private static Map<String, long[]> measured() throws IOException {
    Map<String, long[]> figures = new TreeMap<>();
    for (String workload : workloads()) {
      VectorFunction function =
          Nabla.parse(Files.readString(WORKLOADS.resolve(workload + ".nabla")));
      if (!LOOPS_ONLY.contains(workload)) {
        figures.put(workload + " straight", straight(workload, function));
      }
      if (function.hasArrays()) {
        figures.put(workload + " rolled", rolled(workload, function));
      }
    }
    return figures;
  }

  private static List<String> workloads() throws IOException {
    try (var files = Files.list(WORKLOADS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".nabla", ""))
          .sorted()
          .toList();
    }
  }

  /** Operations, bytes of the class file, bytes of the largest method; without the values. */
  private static long[] straight(String workload, VectorFunction function) {
    Jacobian.Kind kind =
        HESSIANS.contains(workload)
            ? Jacobian.Kind.HESSIAN
            : GRADIENTS.contains(workload) ? Jacobian.Kind.GRADIENT : Jacobian.Kind.JACOBIAN;
    EvaluatorOptions sparse = EvaluatorOptions.standard().asSparse();
    JacobianTape derived =
        function.derivativeTape(
            kind, List.of(), kind == Jacobian.Kind.HESSIAN ? sparse : sparse.withoutValues());
    BytecodeSize size = BytecodeSize.of(derived.tape());
    int operations = derived.stages().get(derived.stages().size() - 1).operations().total();
    return new long[] {operations, size.classFile(), size.largestMethod()};
  }

  /** Operations as often as loops do them, values included, and bytes of the class file. */
  private static long[] rolled(String workload, VectorFunction function) {
    RolledEvaluator evaluator = compiled(workload, function);
    double[] inputs = new Random(1).doubles(evaluator.inputCount(), 0.1, 0.9).toArray();
    return new long[] {evaluator.countOperations(inputs, new double[0]), evaluator.classFileSize()};
  }

  private static RolledEvaluator compiled(String workload, VectorFunction function) {
    if (GRADIENTS.contains(workload)) {
      return function.indexedGradient(List.of()).compile(Map.of());
    }
    IndexedJacobian jacobian =
        HESSIANS.contains(workload)
            ? function.indexedHessian(List.of())
            : function.indexedJacobian();
    return jacobian.compileSparse(Map.of());
  }

  private static Map<String, long[]> stored() throws IOException {
    Map<String, long[]> figures = new TreeMap<>();
    if (Files.exists(STORED)) {
      for (String line : Files.readAllLines(STORED)) {
        String[] parts = line.split(": ");
        figures.put(
            parts[0], Arrays.stream(parts[1].split(" ")).mapToLong(Long::parseLong).toArray());
      }
    }
    return figures;
  }

  private static void write(Map<String, long[]> figures) throws IOException {
    List<String> lines = new ArrayList<>();
    figures.forEach(
        (name, some) -> {
          List<String> texts = Arrays.stream(some).mapToObj(Long::toString).toList();
          lines.add(name + ": " + String.join(" ", texts));
        });
    Files.write(STORED, lines);
  }
}
