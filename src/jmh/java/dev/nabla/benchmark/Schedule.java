package dev.nabla.benchmark;

import java.time.Duration;

/**
 * How long is measured, in Java and in C alike.
 *
 * @param forks how many JVMs
 * @param warmups iterations that do not count, in each
 * @param iterations iterations that count, in each
 * @param each the time of an iteration
 * @param starts how often a cold start is measured
 */
record Schedule(int forks, int warmups, int iterations, Duration each, int starts) {
  /** An hour. */
  private static final Schedule FULL = new Schedule(3, 5, 5, Duration.ofSeconds(1), 5);

  /** Some ten minutes. */
  private static final Schedule QUICK = new Schedule(1, 5, 5, Duration.ofMillis(300), 3);

  static Schedule named(String name) {
    return switch (name) {
      case "full" -> FULL;
      case "quick" -> QUICK;
      default -> throw new IllegalArgumentException("the mode is full or quick, not " + name);
    };
  }
}
