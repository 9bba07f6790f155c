package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXFormula;

/** A LaTeX reader of others takes every golden formula. */
class LatexTest {
  static List<Path> formulas() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "goldens"))) {
      return files.filter(file -> file.toString().endsWith(".tex")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void itIsLatex(Path file) throws IOException {
    String latex = Files.readString(file);
    assertDoesNotThrow(() -> new TeXFormula(latex), () -> file + ":\n" + latex);
  }
}
