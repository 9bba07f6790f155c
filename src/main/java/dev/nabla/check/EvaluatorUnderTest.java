package dev.nabla.check;

/** f(x) and ∂fᵢ/∂xⱼ in doubles: what is to be checked. */
@FunctionalInterface
public interface EvaluatorUnderTest {
  /**
   * Evaluates at {@code inputs}.
   *
   * @param values receives f
   * @param partials receives ∂fᵢ/∂xⱼ at i·columns + j, structural zeros too
   */
  void evaluate(double[] inputs, double[] values, double[] partials);
}
