package dev.nabla.array;

import dev.nabla.expr.Expr;

/** Who is told how a derivative of arrays comes to the form that a person would write. */
public interface FormObserver {
  /** Nobody. */
  FormObserver NONE = (reason, before, after) -> {};

  /** Why two forms are equal. */
  enum Reason {
    /** A[j, i] = A[i, j] of a symmetric matrix. */
    SYMMETRY("symmetric matrix"),
    /** Σ_k δ(k, j)·a_k = a_j. */
    CONTRACTION("sums over δ contracted"),
    /** A simplifier's rules. */
    SIMPLIFICATION("simplified, term by term"),
    /** Σ a + Σ b = Σ (a + b). */
    MERGING("sums over one range merged");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The reason in words. */
    public String text() {
      return text;
    }
  }

  /** before = after. */
  void noted(Reason reason, Expr before, Expr after);

  /** Notes what has changed, and gives the new form. */
  default Expr became(Reason reason, Expr before, Expr after) {
    if (before != after) {
      noted(reason, before, after);
    }
    return after;
  }
}
