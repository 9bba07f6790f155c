package dev.nabla.testing;

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
    return value + "\n" + explanation;
  }
}
