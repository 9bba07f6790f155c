package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * coefficient · scalars · ⊙ arrays: the parts of a product, of which there may be any number.
 *
 * @param coefficient the number in front
 * @param scalars the scalar factors
 * @param arrays the arrays multiplied elementwise
 */
record Factors(Rational coefficient, List<MatrixForm> scalars, List<MatrixForm> arrays) {
  /** The parts of a form that is a factor: a sum has its sign in front. */
  private static Factors ofFactor(MatrixForm form) {
    if (FormSums.isNegative(form)) {
      Factors positive = of(FormSums.negated((MatrixForm.Plus) form));
      return new Factors(Rational.MINUS_ONE, positive.scalars, positive.arrays);
    }
    return of(form);
  }

  /** The parts of one form. */
  static Factors of(MatrixForm form) {
    if (form instanceof MatrixForm.Numeral numeral) {
      return new Factors(numeral.value(), List.of(), List.of());
    }
    if (form instanceof MatrixForm.Times times) {
      return new Factors(times.coefficient(), times.scalars(), times.arrays());
    }
    return form.isScalar()
        ? new Factors(Rational.ONE, List.of(form), List.of())
        : new Factors(Rational.ONE, List.of(), List.of(form));
  }

  /** The parts of the product of some forms. */
  static Factors of(Collection<? extends MatrixForm> forms) {
    Rational coefficient = Rational.ONE;
    List<MatrixForm> scalars = new ArrayList<>();
    List<MatrixForm> arrays = new ArrayList<>();
    for (MatrixForm form : forms) {
      Factors factors = forms.size() > 1 ? ofFactor(form) : of(form);
      coefficient = coefficient.multiply(factors.coefficient);
      scalars.addAll(factors.scalars);
      arrays.addAll(factors.arrays);
    }
    return new Factors(coefficient, List.copyOf(scalars), List.copyOf(arrays));
  }

  /** The matrix factors of the only array, or of the only scalar; the form itself if it is none. */
  static List<MatrixForm> links(MatrixForm form) {
    return form instanceof MatrixForm.Chain chain ? chain.factors() : List.of(form);
  }
}
