package dev.nabla.testing;

import java.util.Locale;

/**
 * The smallest case found in which a law is broken.
 *
 * @param value the case
 * @param explanation what is wrong in it
 * @param simplifications how many times the case that was drawn was made simpler
 */
public record Counterexample<T>(T value, String explanation, int simplifications) {
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%n%s (made simpler %d times)",
        value,
        explanation,
        simplifications);
  }
}
