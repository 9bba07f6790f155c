package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.Nabla;
import dev.nabla.cli.CommandRun;
import dev.nabla.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample prints what its goldens say, in each notation, and passes its check. */
class SamplesTest {
  /** Read as a chain of parts rather than as one Jacobian. */
  private static final Set<String> CHAINS = Set.of("transformer");

  /** So many entries, or so slow functions, that few points must do. */
  private static final Set<String> LARGE = Set.of("transformer", "multihead");

  @TempDir private Path folder;

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".nabla"))
          .map(name -> name.substring(0, name.length() - ".nabla".length()))
          .sorted()
          .toList();
    }
  }

  /** The samples that hold for all sizes. */
  static List<String> arraySamples() throws IOException {
    return samples().stream().filter(SamplesTest::hasOpenSizes).toList();
  }

  private static boolean hasOpenSizes(String sample) {
    try {
      Source source = new Source(path(sample), Files.readString(Path.of(path(sample))));
      return !Nabla.parse(source, Optional.empty(), Map.of()).openSizes().isEmpty();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  static List<String> singleJacobians() throws IOException {
    return samples().stream().filter(sample -> !CHAINS.contains(sample)).toList();
  }

  static List<String> singleArrayJacobians() throws IOException {
    return arraySamples().stream().filter(sample -> !CHAINS.contains(sample)).toList();
  }

  static List<String> passes() {
    return List.of("softmax", "mlp", "attention", "causalattention", "transformer");
  }

  static List<String> hessians() {
    return List.of("crossentropy", "softlabels", "logistic", "quadratic", "rosenbrock");
  }

  private static String run(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals("", run.err());
    assertEquals(0, run.status(), run.out());
    return run.out();
  }

  private static String path(String sample) {
    return "samples/" + sample + ".nabla";
  }

  @ParameterizedTest
  @MethodSource("singleJacobians")
  void textIsTheGolden(String sample) {
    Golden.check(sample + ".txt", run("jacobian", path(sample)));
  }

  @ParameterizedTest
  @MethodSource("singleJacobians")
  void latexIsTheGolden(String sample) {
    Golden.check(sample + ".tex", run("jacobian", path(sample), "--format", "latex"));
  }

  @ParameterizedTest
  @MethodSource("singleArrayJacobians")
  void matrixNotationIsTheGolden(String sample) {
    String[] command = {"jacobian", path(sample), "--notation", "matrix", "--format", "text"};
    Golden.check(sample + ".matrix.txt", run(command));
    command[5] = "latex";
    Golden.check(sample + ".matrix.tex", run(command));
  }

  @ParameterizedTest
  @MethodSource("hessians")
  void hessianIsTheGolden(String sample) {
    String[] command = {"hessian", path(sample), "--notation", "index"};
    String index = run(command);
    command[3] = "matrix";
    Golden.check(sample + ".hessian.txt", index + "\n" + run(command));
    assertTrue(index.startsWith("Hessian of"), index);
  }

  @ParameterizedTest
  @MethodSource("passes")
  void backwardPassIsTheGolden(String sample) {
    Golden.check(sample + ".vjp.txt", run("vjp", path(sample)));
    Golden.check(sample + ".vjp.tex", run("vjp", path(sample), "--format", "latex"));
    String[] command = {"vjp", path(sample), "--notation", "matrix", "--format", "text"};
    Golden.check(sample + ".vjp.matrix.txt", run(command));
    command[5] = "latex";
    Golden.check(sample + ".vjp.matrix.tex", run(command));
  }

  @ParameterizedTest
  @CsvSource({"polar,'r,x'", "softmax,'softmax,z'", "quickstart,'2,1'", "layernorm,'layernorm,γ'"})
  void explanationIsTheGolden(String sample, String entry) {
    String[] command = {"explain", path(sample), "--entry", entry, "--format", "text"};
    Golden.check(sample + ".explain.txt", run(command));
    command[5] = "latex";
    Golden.check(sample + ".explain.tex", run(command));
    command[5] = "markdown";
    Golden.check(sample + ".explain.md", run(command));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void evaluatorAgreesWithTheNumericReference(String sample) {
    String points = LARGE.contains(sample) ? "1" : hasOpenSizes(sample) ? "20" : "100";
    certifiedRun(path(sample), "straight", points, LARGE.contains(sample));
  }

  @ParameterizedTest
  @MethodSource("arraySamples")
  void loopsAgreeWithTheNumericReference(String sample) {
    String points = LARGE.contains(sample) ? "1" : "20";
    certifiedRun(path(sample), "rolled", points, LARGE.contains(sample));
  }

  /** The check passes, and a second run from its certificate alone finds the same. */
  private void certifiedRun(String path, String evaluator, String points, boolean isSlow) {
    String certificate = folder.resolve("certificate.json").toString();
    String[] check = {"check", path, "--evaluator", evaluator, "--points", points};
    if (isSlow) {
      run(check);
      return;
    }
    String[] certified = Arrays.copyOf(check, check.length + 2);
    certified[check.length] = "--certificate";
    certified[check.length + 1] = certificate;
    run(certified);
    String again = run("check", "--reproduce", certificate);
    assertTrue(again.startsWith("PASS  the certificate of"), again);
  }

  /** What is derived operation by operation is right, too. */
  @ParameterizedTest
  @MethodSource("singleJacobians")
  void theDerivedEvaluatorPassesItsCheck(String sample) throws IOException {
    Source source = new Source(path(sample), Files.readString(Path.of(path(sample))));
    if (Nabla.parse(source, Optional.empty(), Map.of()).isMadeForLoops()) {
      return;
    }
    String points = LARGE.contains(sample) ? "2" : "15";
    String report = run("check", path(sample), "--evaluator", "derived", "--points", points);
    assertTrue(report.lines().reduce("", (a, b) -> b).startsWith("PASS"), report);
  }
}
