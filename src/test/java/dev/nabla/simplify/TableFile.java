package dev.nabla.simplify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A file of rows whose columns are separated by bars, a test for each row; # begins a comment. */
record TableFile(String name) {
  Stream<DynamicTest> tests(Consumer<String[]> check) {
    try (InputStream stream = TableFile.class.getResourceAsStream(name)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> DynamicTest.dynamicTest(line, () -> check.accept(line.split(" \\| "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
