package dev.nabla.expr;

/**
 * A function of a whole array that stays one expression: its derivative has a closed form in terms
 * of itself, and its value comes from an algorithm rather than from a formula.
 */
public enum ArrayFunction {
  /** softmax(a)ᵢ = exp(aᵢ) / Σₖ exp(aₖ). */
  SOFTMAX("softmax", 1, 1),
  /** log Σₖ exp(aₖ). */
  LOGSUMEXP("logsumexp", 1, 0),
  /** (A⁻¹)ᵢⱼ of a square matrix; without a value where A is singular. */
  INVERSE("inv", 2, 2),
  /** det A of a square matrix. */
  DETERMINANT("det", 2, 0);

  private final String text;
  private final int argumentRank;
  private final int resultRank;

  ArrayFunction(String text, int argumentRank, int resultRank) {
    this.text = text;
    this.argumentRank = argumentRank;
    this.resultRank = resultRank;
  }

  /** The name in the language. */
  public String text() {
    return text;
  }

  /** The number of axes of the argument. */
  public int argumentRank() {
    return argumentRank;
  }

  /** The number of axes of the result: how many subscripts it takes. */
  public int resultRank() {
    return resultRank;
  }
}
