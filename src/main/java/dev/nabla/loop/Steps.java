package dev.nabla.loop;

/** Runs all steps of a program in arrays that are given. */
@FunctionalInterface
interface Steps {
  /** Runs the steps on inputs, seed, values and partials, in some scratch arrays. */
  void run(double[] inputs, double[] seed, double[] values, double[] partials, Scratch scratch);
}
