package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The derivatives written by hand in C ({@code src/jmh/c}), compiled by gcc for this machine, each
 * timed in a process of its own.
 */
final class NativeCode {
  private static final List<String> COMPILER = List.of("gcc", "-O3", "-march=native");
  private static final Path SOURCES = Path.of("src", "jmh", "c");

  private final Path directory;

  NativeCode(Path directory) {
    this.directory = directory;
  }

  /** What a run gives. */
  record Run(Timing timing, Numbers numbers) {}

  /** The compiler as it names itself; empty where there is none. */
  static Optional<String> compiler() {
    try {
      byte[] answer = output(List.of(COMPILER.get(0), "--version"), new double[0]);
      return new String(answer, StandardCharsets.UTF_8).lines().findFirst();
    } catch (UncheckedIOException absent) {
      return Optional.empty();
    }
  }

  /** How it is called. */
  static String command() {
    return String.join(" ", COMPILER);
  }

  /** Compiles and times a workload; as many iterations as all forks of a Java contestant have. */
  Run run(Workload workload, Schedule schedule) {
    Path program = compile(workload);
    int count = schedule.forks() * schedule.iterations();
    byte[] answer =
        output(
            List.of(
                program.toString(),
                String.valueOf(workload.variableCount()),
                String.valueOf(workload.parameterCount()),
                String.valueOf(workload.valueCount()),
                String.valueOf(workload.pattern().count()),
                String.valueOf(schedule.warmups()),
                String.valueOf(count),
                String.valueOf(schedule.each().toMillis() / 1e3)),
            workload.point());
    ByteBuffer numbers = ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder());
    List<Double> nanoseconds = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      nanoseconds.add(numbers.getDouble());
    }
    double[] values = doubles(numbers, workload.valueCount());
    double[] partials = doubles(numbers, workload.pattern().count());
    return new Run(Timing.of(nanoseconds), Numbers.of(values, partials, workload.pattern()));
  }

  private Path compile(Workload workload) {
    Path program = directory.resolve(workload.name());
    List<String> command = new ArrayList<>(COMPILER);
    command.addAll(List.of("-o", program.toString()));
    command.add(SOURCES.resolve(workload.name() + ".c").toString());
    command.add(SOURCES.resolve("timing.c").toString());
    command.add("-lm");
    try {
      Files.createDirectories(directory);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    output(command, new double[0]);
    return program;
  }

  private static double[] doubles(ByteBuffer numbers, int count) {
    double[] doubles = new double[count];
    numbers.asDoubleBuffer().get(doubles);
    numbers.position(numbers.position() + count * Double.BYTES);
    return doubles;
  }

  private static byte[] output(List<String> command, double[] input) {
    ByteBuffer bytes =
        ByteBuffer.allocate(input.length * Double.BYTES).order(ByteOrder.nativeOrder());
    bytes.asDoubleBuffer().put(input);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (OutputStream to = process.getOutputStream()) {
        to.write(bytes.array());
      }
      byte[] answer;
      try (InputStream from = process.getInputStream()) {
        answer = from.readAllBytes();
      }
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ends with " + status);
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
