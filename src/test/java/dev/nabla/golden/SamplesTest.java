package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample prints what its goldens say and passes its check. */
class SamplesTest {
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
  @MethodSource("samples")
  void textIsTheGolden(String sample) {
    Golden.check(sample + ".txt", run("jacobian", path(sample)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void latexIsTheGolden(String sample) {
    Golden.check(sample + ".tex", run("jacobian", path(sample), "--format", "latex"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void evaluatorAgreesWithTheNumericReference(String sample) {
    run("check", path(sample));
  }
}
