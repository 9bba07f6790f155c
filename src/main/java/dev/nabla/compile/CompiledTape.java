package dev.nabla.compile;

/** (values, partials) = f(inputs), compiled. Thread-safe; a call allocates nothing. */
@FunctionalInterface
public interface CompiledTape {
  /**
   * values, partials := f(inputs), to the bit what the interpreter of the tape gives.
   *
   * @param inputs the inputs by their slots
   * @param values takes the values; not the same array as the inputs
   * @param partials takes the partials; not the same array as the inputs
   * @throws ArrayIndexOutOfBoundsException if an array is shorter than the tape says
   */
  void evaluate(double[] inputs, double[] values, double[] partials);
}
