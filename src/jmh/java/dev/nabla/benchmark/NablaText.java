package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a workload in Nabla's language, {@code workloads/NAME.nabla}. */
public final class NablaText {
  private NablaText() {}

  /** The text of this workload. */
  public static String of(Workload workload) {
    String place = "/workloads/" + workload.name() + ".nabla";
    try (InputStream text = NablaText.class.getResourceAsStream(place)) {
      if (text == null) {
        throw new IllegalStateException("there is no " + place);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
