package dev.nabla.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Where and when it was measured. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** A sentence for below a table. */
  static String describe() {
    return String.join(
        ", ",
        processor(),
        Runtime.getRuntime().availableProcessors() + " processors",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        NativeCode.compiler()
            .map(name -> name + " " + NativeCode.command().replace("gcc ", ""))
            .orElse("no gcc, so nothing in C"),
        load(),
        LocalDate.now(ZoneId.systemDefault()).toString());
  }

  /** How many processes wanted a processor before anything was measured. */
  private static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "load unknown" : String.format(Locale.ROOT, "load average %.1f", load);
  }

  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
