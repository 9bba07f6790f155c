package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code diagnostics.txt} holds the exact text, line, column and hint of every message. */
class DiagnosticTableTest {
  record Row(String program, String diagnostic) {}

  static Stream<Row> rows() {
    String table = read().replaceFirst("(?s)\\A(#[^\n]*\n)+", "");
    return Arrays.stream(table.split("\n===\n"))
        .map(block -> block.split("\n---\n"))
        .map(parts -> new Row(parts[0], parts[1] + "\n"));
  }

  private static String read() {
    try (InputStream stream = DiagnosticTableTest.class.getResourceAsStream("diagnostics.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyMistakeIsToldWithItsPlace(Row row) {
    assertEquals(row.diagnostic(), Read.diagnostic(row.program()));
  }

  @Test
  void aTextWithoutAFunctionSaysSo() {
    for (String text : new String[] {"", "\n\n", "# only a comment", "dim n = 2", "a = 3"}) {
      assertTrue(Read.diagnostic(text).contains("there is no function here"), text);
    }
  }

  @Test
  void anUnknownFunctionNameListsWhatThereIs() {
    FunctionReader reader =
        new FunctionReader(new Source("input", "f(x) = x\ng(x) = x"), Optional.of("h"), Map.of());
    NablaException wrong = Assertions.assertThrows(NablaException.class, reader::read);
    assertTrue(wrong.getMessage().contains("there is no function 'h' here"));
    assertTrue(wrong.getMessage().contains("there is f, g"));
  }

  @Test
  void aByteOrderMarkTabsAndCarriageReturnsMoveNoColumn() {
    assertTrue(Read.diagnostic("\uFEFFf(x) = y").startsWith("input:1:8: error: 'y'"));
    assertTrue(Read.diagnostic("f(x)\t=\ty").contains(":1:8:"));
    assertTrue(Read.diagnostic("g(x) = x\r\nf(x) = y\r\n").contains(":2:8:"));
  }

  @Test
  void aLetterBeyondSixteenBitsIsOneColumn() {
    assertTrue(Read.diagnostic("f(𝑥) = 𝑥 + 𝑦").startsWith("input:1:12: error: '𝑦'"));
  }
}
