package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what was once read and found right. {@code -Dgoldens=update} writes it anew.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "goldens");

  private Golden() {}

  /** Asserts that {@code actual} is what the golden file says; in CI there is no updating. */
  static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (System.getProperty("goldens", "verify").equals("update")) {
        if (System.getenv("CI") != null) {
          fail("goldens are never updated in CI");
        }
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      if (!Files.exists(file)) {
        fail(
            "there is no golden " + file + "; write it with mvn test -Dgoldens=update and read it");
      }
      assertEquals(Files.readString(file), actual, () -> "differs from " + file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
