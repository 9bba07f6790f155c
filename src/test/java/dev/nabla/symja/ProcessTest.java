package dev.nabla.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only a JVM of its own can show: that it ends, and what it says without Symja. */
class ProcessTest {
  /** Asks Symja, says so, and leaves main without an exit. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
      Asked asked = Asked.of("f(x) = log(x + sqrt(x^2 + 1))");
      Reply reply = asked.symja().derivative(asked.output(0), asked.input(0), Asked.LIMIT);
      System.out.println(reply.getClass().getSimpleName());
      System.out.flush();
    }
  }

  private record Run(int status, String out, String err, long millisAfterAnswer) {}

  private static Run run(String classPath, List<String> arguments)
      throws IOException, InterruptedException {
    String java = System.getProperty("java.home") + "/bin/java";
    List<String> command =
        Stream.concat(Stream.of(java, "-cp", classPath), arguments.stream()).toList();
    File err = File.createTempFile("symja", ".err");
    Process process = new ProcessBuilder(command).redirectError(err).start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      String first = output.readLine();
      long answered = System.nanoTime();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - answered);
      String messages = Files.readString(err.toPath());
      return new Run(process.exitValue(), first == null ? "" : first, messages, millis);
    } finally {
      process.destroy();
      Files.delete(err.toPath());
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static String classPathWithoutSymja() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(entry -> !entry.contains("matheclipse"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void theJvmEndsSoonAfterTheAnswer() throws Exception {
    Run run = run(classPath(), List.of(Asking.class.getName()));
    assertEquals("Expression", run.out(), run.err());
    assertTrue(run.millisAfterAnswer() < 2_000, run::toString);
    assertEquals(0, run.status());
    assertEquals("", run.err());
  }

  @Test
  void withoutSymjaOneMessageNamesTheDependency() throws Exception {
    Run run =
        run(
            classPathWithoutSymja(),
            List.of("dev.nabla.cli.Main", "check", "--oracle", "symja", "-e", "f(x) = sin(x)"));
    assertEquals(
        "nabla: error: Symja is not on the class path; add"
            + " org.matheclipse:matheclipse-core:3.0.0 with its dependencies, or keep"
            + " nabla-symja.jar beside nabla.jar",
        run.err().strip());
    assertEquals(2, run.status());
    assertEquals("", run.out());
  }

  @Test
  void withoutSymjaAllElseWorks() throws Exception {
    Run run =
        run(classPathWithoutSymja(), List.of("dev.nabla.cli.Main", "check", "-e", "f(x) = sin(x)"));
    assertEquals(0, run.status(), run.err());
  }
}
