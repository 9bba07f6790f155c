package dev.nabla;

/**
 * How an evaluator is made.
 *
 * @param sparse whether partials are the nonzeros alone, row by row, rather than the dense matrix
 * @param withValues whether the function's values are computed, too
 */
public record EvaluatorOptions(boolean sparse, boolean withValues) {
  /** Values and the dense matrix. */
  public static EvaluatorOptions standard() {
    return new EvaluatorOptions(false, true);
  }

  /** Partials are the structural nonzeros, in the order of {@link JacobianEvaluator#pattern}. */
  public EvaluatorOptions asSparse() {
    return new EvaluatorOptions(true, withValues);
  }

  /** Partials alone: nothing is written to values, which may be empty. */
  public EvaluatorOptions withoutValues() {
    return new EvaluatorOptions(sparse, false);
  }
}
