package dev.nabla.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The texts of {@code src/jmh/resources}. */
final class Resources {
  private Resources() {}

  /** A text that must be there. */
  static String text(String place) {
    return find(place)
        .orElseThrow(() -> new IllegalArgumentException("there is no resource " + place));
  }

  /** A text that may be there. */
  static Optional<String> find(String place) {
    try (InputStream text = Resources.class.getResourceAsStream(place)) {
      return text == null
          ? Optional.empty()
          : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
