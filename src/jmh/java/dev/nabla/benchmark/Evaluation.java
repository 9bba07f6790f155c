package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Pattern;

/**
 * inputs ↦ values and entries of the derivative, ready to be called.
 *
 * @param code what is called
 * @param pattern where the entries stand
 */
public record Evaluation(Code code, Pattern pattern) {
  /** What is called. */
  @FunctionalInterface
  public interface Code {
    /** Writes values and entries. */
    void evaluate(double[] inputs, double[] values, double[] partials);
  }
}
