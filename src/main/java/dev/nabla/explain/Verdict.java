package dev.nabla.explain;

import java.util.Optional;

/**
 * Whether each line equals the one before it.
 *
 * @param points at how many points at least two neighbours were compared
 * @param scope for which sizes, where some are open; else empty
 * @param failure the first line that does not, counted from 0, and why
 */
public record Verdict(int points, String scope, Optional<Failure> failure) {
  /**
   * A line that is not what it should be.
   *
   * @param line its number, from 0
   * @param reason what was found, and where
   */
  public record Failure(int line, String reason) {}

  /** Whether every line was compared and found equal. */
  public boolean holds() {
    return failure.isEmpty();
  }
}
