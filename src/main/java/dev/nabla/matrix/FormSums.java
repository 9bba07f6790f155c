package dev.nabla.matrix;

import dev.nabla.expr.Element;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums in normal form: flat, like terms collected, common factors outside, in reading order. */
final class FormSums {
  /** What is subtracted last; products of many factors before those of few. */
  private record Term(MatrixForm form, boolean negative, int degree, String key) {
    private static final Comparator<Term> ORDER =
        Comparator.comparing(Term::negative)
            .thenComparing(Term::degree, Comparator.reverseOrder())
            .thenComparing(term -> term.form().isScalar())
            .thenComparing(Term::key);

    static Term of(MatrixForm form) {
      return new Term(
          form, FormWriter.isNegative(form), FormSums.degree(form), FormWriter.key(form));
    }
  }

  /** A factor: names stand before everything else. */
  private record Factor(MatrixForm form, boolean compound, String key) {
    private static final Comparator<Factor> ORDER =
        Comparator.comparing(Factor::compound).thenComparing(Factor::key);

    static Factor of(MatrixForm form) {
      return new Factor(form, !isName(form), FormWriter.key(form));
    }
  }

  /** Factors that commute, in reading order. */
  static List<MatrixForm> sortedFactors(List<MatrixForm> factors) {
    return factors.size() < 2
        ? factors
        : factors.stream().map(Factor::of).sorted(Factor.ORDER).map(Factor::form).toList();
  }

  /** Which term has the sign of the sum: of those with most factors the first declared. */
  private static final Comparator<MatrixForm> LEADING =
      Comparator.comparing(MatrixForm::isScalar)
          .thenComparing(FormSums::degree, Comparator.reverseOrder())
          .thenComparing(FormSums::order)
          .thenComparing(form -> FormWriter.key(unsigned(form)));

  /** Longer sums are not multiplied out. */
  private static final int MOST_TERMS = 24;

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

  /** The least place of a symbol among the declared ones. */
  private static int order(MatrixForm form) {
    if (form instanceof MatrixForm.Array array) {
      return array.symbol().order();
    }
    if (form instanceof MatrixForm.ScalarExpression scalar
        && scalar.expr() instanceof Element element) {
      return element.symbol().order();
    }
    return form.parts().stream().mapToInt(FormSums::order).min().orElse(Integer.MAX_VALUE);
  }

  private static MatrixForm unsigned(MatrixForm form) {
    return FormWriter.isNegative(form) ? FormWriter.negated(form) : form;
  }

  /** Whether −sum is the normal form of a sum that is a factor, so that x − y and y − x agree. */
  static boolean isNegative(MatrixForm form) {
    return form instanceof MatrixForm.Plus plus
        && FormWriter.isNegative(plus.terms().stream().min(LEADING).orElseThrow());
  }

  /** The sum with every sign changed. */
  static MatrixForm negated(MatrixForm.Plus plus) {
    return inOrder(
        plus.terms().stream()
            .map(
                term -> {
                  if (FormWriter.isNegative(term)) {
                    return FormWriter.negated(term);
                  }
                  Factors factors = Factors.of(term);
                  return factors.scalars().isEmpty() && factors.arrays().isEmpty()
                      ? MatrixAlgebra.numeral(factors.coefficient().negate())
                      : new MatrixForm.Times(
                          factors.coefficient().negate(), factors.scalars(), factors.arrays());
                })
            .toList());
  }

  /** Whether a number is subtracted, as in x − 1. */
  static boolean hasNegativeNumber(MatrixForm.Plus plus) {
    return plus.terms().stream()
        .anyMatch(
            term ->
                FormWriter.isNegative(term)
                    && (term instanceof MatrixForm.Numeral
                        || FormWriter.negated(term) instanceof MatrixForm.Identity));
  }

  private static MatrixForm inOrder(List<MatrixForm> terms) {
    return new MatrixForm.Plus(
        terms.stream().map(Term::of).sorted(Term.ORDER).map(Term::form).toList());
  }

  MatrixForm of(List<MatrixForm> terms) {
    MatrixForm sum = shortest(terms);
    // Where the arrays cancel, the number that is left must still fill an array.
    return terms.stream()
        .filter(term -> sum.isScalar() && !term.isScalar())
        .findFirst()
        .map(array -> algebra.times(sum, new MatrixForm.Ones(array.shape())))
        .orElse(sum);
  }

  private MatrixForm shortest(List<MatrixForm> terms) {
    List<MatrixForm> plain = collected(terms);
    MatrixForm sum = drawnOut(plain);
    List<MatrixForm> multiplied = new ArrayList<>();
    plain.forEach(term -> multiplied.addAll(multipliedOut(term)));
    if (plain.size() < 2 || multiplied.size() <= plain.size() || multiplied.size() > MOST_TERMS) {
      return sum;
    }
    List<MatrixForm> fewer = collected(multiplied);
    if (fewer.size() == multiplied.size()) {
      return sum;
    }
    MatrixForm cancelled = drawnOut(fewer);
    return cancelled.length() < sum.length() ? cancelled : sum;
  }

  private MatrixForm drawnOut(List<MatrixForm> terms) {
    List<MatrixForm> result = common.drawnOut(terms);
    return switch (result.size()) {
      case 0 -> MatrixAlgebra.numeral(0);
      case 1 -> result.get(0);
      default -> inOrder(result);
    };
  }

  /** s ⊙ (y − 1) as s ⊙ y − s. */
  private List<MatrixForm> multipliedOut(MatrixForm term) {
    Factors factors = Factors.of(term);
    if (termCount(term) > MOST_TERMS) {
      return List.of(term);
    }
    for (MatrixForm part :
        term instanceof MatrixForm.Times ? term.parts() : List.<MatrixForm>of()) {
      if (part instanceof MatrixForm.Plus plus && plus.isScalar() == term.isScalar()) {
        List<MatrixForm> others = new ArrayList<>(term.parts());
        others.remove(part);
        others.add(MatrixAlgebra.numeral(factors.coefficient()));
        List<MatrixForm> result = new ArrayList<>();
        for (MatrixForm addend : plus.terms()) {
          List<MatrixForm> product = new ArrayList<>(others);
          product.add(addend);
          // A number beside an array is spread, but alone it must keep the shape.
          if (addend.isScalar() && factors.arrays().size() == 1) {
            product.add(new MatrixForm.Ones(term.shape()));
          }
          result.addAll(multipliedOut(algebra.times(product)));
        }
        return result;
      }
    }
    return List.of(term);
  }

  private static double termCount(MatrixForm term) {
    return term instanceof MatrixForm.Times
        ? term.parts().stream()
            .mapToDouble(part -> part instanceof MatrixForm.Plus plus ? plus.terms().size() : 1)
            .reduce(1, (a, b) -> a * b)
        : 1;
  }

  private List<MatrixForm> collected(List<MatrixForm> terms) {
    Map<Factors, Rational> coefficients = new LinkedHashMap<>();
    spreadOnes(terms).forEach(term -> collect(term, coefficients));
    List<MatrixForm> collected = new ArrayList<>();
    coefficients.forEach(
        (factors, coefficient) -> {
          if (!coefficient.isZero()) {
            List<MatrixForm> all = new ArrayList<>(factors.scalars());
            all.addAll(factors.arrays());
            collected.add(algebra.scale(coefficient, algebra.times(all)));
          }
        });
    return collected;
  }

  /** Beside another array c·1 is the number c, which is spread. */
  private List<MatrixForm> spreadOnes(List<MatrixForm> terms) {
    boolean amongArrays =
        terms.stream().anyMatch(term -> !term.isScalar() && !isOnes(Factors.of(term)));
    return amongArrays ? terms.stream().map(this::withoutOnes).toList() : terms;
  }

  private MatrixForm withoutOnes(MatrixForm term) {
    Factors factors = Factors.of(term);
    return isOnes(factors)
        ? algebra.scale(factors.coefficient(), algebra.times(factors.scalars()))
        : term;
  }

  private static boolean isOnes(Factors factors) {
    return factors.arrays().size() == 1 && factors.arrays().get(0) instanceof MatrixForm.Ones;
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
