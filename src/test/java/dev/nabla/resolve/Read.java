package dev.nabla.resolve;

import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import java.util.Map;
import java.util.Optional;

/** Reads texts for tests. */
final class Read {
  private Read() {}

  static ScalarFunction function(String text) {
    return new FunctionReader(new Source("input", text), Optional.empty(), Map.of()).read();
  }

  /** What is said about a text that is wrong. */
  static String diagnostic(String text) {
    try {
      function(text);
    } catch (NablaException wrong) {
      return wrong.diagnostic().render();
    }
    throw new AssertionError("no error in " + text);
  }
}
