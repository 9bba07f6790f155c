package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Program;
import dev.nabla.parse.TextParser;
import dev.nabla.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The array functions that are written in the language itself ({@code prelude.nabla}). */
final class Prelude {
  /** Names and text, so that a program that uses none need not parse it. */
  private static final Set<String> NAMES =
      Set.of(
          "dot",
          "tr",
          "trace",
          "logdet",
          "kron",
          "logsoftmax",
          "rowsoftmax",
          "mean",
          "cross",
          "outer");

  private Prelude() {}

  private static final class Parsed {
    private static final Source SOURCE = new Source("prelude.nabla", read());
    private static final Program PROGRAM = new TextParser(SOURCE).parseProgram();

    private static String read() {
      try (InputStream stream = Prelude.class.getResourceAsStream("/dev/nabla/prelude.nabla")) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  static boolean declares(String name) {
    return NAMES.contains(name);
  }

  static Set<String> names() {
    return NAMES;
  }

  static Source source() {
    return Parsed.SOURCE;
  }

  static Optional<Definition> find(String name) {
    if (!declares(name)) {
      return Optional.empty();
    }
    List<Definition> definitions = Parsed.PROGRAM.definitions();
    return definitions.stream()
        .filter(definition -> definition.name().text().equals(name))
        .findFirst();
  }

  /** The first line of a definition: name, arguments and their shapes. */
  static String usage(Definition definition) {
    String text =
        Parsed.SOURCE.text().substring(definition.span().start(), definition.span().end());
    return text.lines().findFirst().orElse("").strip();
  }
}
