package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums in normal form: flat, like terms collected, common factors outside, in reading order. */
final class FormSums {
  /** Names before everything else. */
  static final Comparator<MatrixForm> FACTOR_ORDER =
      Comparator.comparing((MatrixForm form) -> !isName(form)).thenComparing(MatrixForm::toString);

  /** What is subtracted last; products of many factors before those of few. */
  private static final Comparator<MatrixForm> TERM_ORDER =
      Comparator.comparing(FormWriter::isNegative)
          .thenComparing(FormSums::degree, Comparator.reverseOrder())
          .thenComparing(MatrixForm::toString);

  private final MatrixAlgebra algebra;
  private final CommonFactors common;

  FormSums(MatrixAlgebra algebra) {
    this.algebra = algebra;
    this.common = new CommonFactors(algebra);
  }

  private static boolean isName(MatrixForm form) {
    return form instanceof MatrixForm.ScalarExpression
        || form instanceof MatrixForm.Array
        || (form instanceof MatrixForm.Transpose transpose && isName(transpose.operand()));
  }

  private static int degree(MatrixForm form) {
    if (form instanceof MatrixForm.Times times) {
      return times.scalars().stream().mapToInt(FormSums::degree).sum()
          + times.arrays().stream().mapToInt(FormSums::degree).sum();
    }
    if (form instanceof MatrixForm.Chain chain) {
      return chain.factors().stream().mapToInt(FormSums::degree).sum();
    }
    boolean constant =
        form instanceof MatrixForm.Numeral
            || form instanceof MatrixForm.Identity
            || form instanceof MatrixForm.Ones;
    return constant ? 0 : 1;
  }

  MatrixForm of(List<MatrixForm> terms) {
    Map<Factors, Rational> coefficients = new LinkedHashMap<>();
    terms.forEach(term -> collect(term, coefficients));
    List<MatrixForm> collected = new ArrayList<>();
    coefficients.forEach(
        (factors, coefficient) -> {
          if (!coefficient.isZero()) {
            List<MatrixForm> all = new ArrayList<>(factors.scalars());
            all.addAll(factors.arrays());
            collected.add(algebra.scale(coefficient, algebra.times(all)));
          }
        });
    List<MatrixForm> result = common.drawnOut(collected);
    return switch (result.size()) {
      case 0 -> MatrixAlgebra.numeral(0);
      case 1 -> result.get(0);
      default -> new MatrixForm.Plus(result.stream().sorted(TERM_ORDER).toList());
    };
  }

  private static void collect(MatrixForm term, Map<Factors, Rational> coefficients) {
    if (term instanceof MatrixForm.Plus plus) {
      plus.terms().forEach(inner -> collect(inner, coefficients));
    } else {
      Factors factors = Factors.of(term);
      Factors key = new Factors(Rational.ONE, factors.scalars(), factors.arrays());
      coefficients.merge(key, factors.coefficient(), Rational::add);
    }
  }
}
