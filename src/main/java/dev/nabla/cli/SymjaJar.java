package dev.nabla.cli;

import dev.nabla.symja.Symja;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Symja's jar beside the packaged one. On the class path it would be opened by every run, since
 * looking for a class that is nowhere opens every jar.
 */
final class SymjaJar {
  private static final String NAME = "nabla-symja.jar";

  private SymjaJar() {}

  /** Whether the arguments name Symja, which is not on the class path, and the jar is there. */
  static boolean isNeeded(String[] arguments) {
    return Arrays.stream(arguments).anyMatch(argument -> argument.contains("symja"))
        && !Symja.isAvailable()
        && Files.isRegularFile(program().resolveSibling(NAME));
  }

  /** Runs the program again, in this JVM, with the jar on its class path. */
  static void run(String[] arguments) {
    Path program = program();
    try {
      URL[] jars = {program.toUri().toURL(), program.resolveSibling(NAME).toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
        Thread.currentThread().setContextClassLoader(loader);
        loader
            .loadClass(Main.class.getName())
            .getMethod("main", String[].class)
            .invoke(null, (Object) arguments);
      }
    } catch (IOException | ReflectiveOperationException broken) {
      throw new IllegalStateException(NAME + " does not fit this program", broken);
    }
  }

  private static Path program() {
    try {
      return Path.of(SymjaJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
