package dev.nabla.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long Symja may think about one entry. */
final class TimeLimit {
  private static final double MOST_SECONDS = 3600;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "The time that Symja has for one entry; by default 5.")
  private double seconds = 5;

  Duration duration() {
    if (!(seconds >= 0.001 && seconds <= MOST_SECONDS)) {
      throw new WrongInput("--time-limit " + seconds + ": seconds, from 0.001 to 3600");
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
