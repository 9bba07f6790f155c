package dev.nabla.matrix;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * exp(x) / Σ exp(x) is softmax(x), wherever in a product exp(x) stands; exp(x) / (1 + exp(x)) is
 * the sigmoid of x; [x &gt; 0] ⊙ relu(x) is relu(x).
 */
final class Activations {
  private final MatrixAlgebra algebra;

  Activations(MatrixAlgebra algebra) {
    this.algebra = algebra;
  }

  /** Whether this is the exponential of a column. */
  static boolean isExponential(MatrixForm form) {
    return form instanceof MatrixForm.Call call
        && call.function().name().equals("exp")
        && form.shape().isColumn();
  }

  /** The factors after every such quotient has been named. */
  Factors in(Factors factors) {
    Factors current =
        new Factors(
            factors.coefficient(),
            withoutSteps(sigmoids(factors.scalars())),
            withoutSteps(sigmoids(factors.arrays())));
    for (MatrixForm scalar : factors.scalars()) {
      current = reduced(current, scalar);
    }
    return current;
  }

  /** exp(x) / (exp(x) + 1) is the sigmoid of x. */
  private static List<MatrixForm> sigmoids(List<MatrixForm> factors) {
    for (MatrixForm factor : factors) {
      if (factor instanceof MatrixForm.Power power
          && power.exponent().equals(MatrixAlgebra.numeral(-1))
          && power.base() instanceof MatrixForm.Plus plus
          && plus.terms().size() == 2
          && plus.terms().contains(MatrixAlgebra.numeral(1))) {
        for (MatrixForm term : plus.terms()) {
          if (term instanceof MatrixForm.Call call
              && call.function().name().equals("exp")
              && factors.contains(call)) {
            List<MatrixForm> named = new ArrayList<>(factors);
            named.remove(factor);
            named.remove(call);
            named.add(new MatrixForm.Call(FunctionTable.get("sigmoid"), call.arguments()));
            return List.copyOf(named);
          }
        }
      }
    }
    return factors;
  }

  private static List<MatrixForm> withoutSteps(List<MatrixForm> factors) {
    return factors.stream()
        .filter(
            factor ->
                !(factor instanceof MatrixForm.Indicator step
                    && step.relation() == Compare.Relation.LT
                    && step.left().equals(MatrixAlgebra.numeral(0))
                    && factors.contains(
                        new MatrixForm.Call(FunctionTable.get("relu"), List.of(step.right())))))
        .toList();
  }

  private Factors reduced(Factors factors, MatrixForm scalar) {
    if (!(scalar instanceof MatrixForm.Power power
        && power.base() instanceof MatrixForm.Fold total
        && total.folding() == MatrixForm.Folding.SUM
        && isExponential(total.argument())
        && power.exponent() instanceof MatrixForm.Numeral exponent
        && exponent.value().isInteger()
        && exponent.value().signum() < 0)) {
      return factors;
    }
    List<MatrixForm> scalars = new ArrayList<>(factors.scalars());
    List<MatrixForm> arrays = new ArrayList<>(factors.arrays());
    scalars.remove(scalar);
    Rational left = exponent.value();
    while (left.signum() < 0
        && (replaceOne(scalars, total.argument()) || replaceOne(arrays, total.argument()))) {
      left = left.add(Rational.ONE);
    }
    if (!left.isZero()) {
      scalars.add(algebra.power(total, MatrixAlgebra.numeral(left)));
    }
    return new Factors(factors.coefficient(), scalars, arrays);
  }

  private boolean replaceOne(List<MatrixForm> forms, MatrixForm exponential) {
    for (int k = 0; k < forms.size(); k++) {
      Optional<MatrixForm> replaced = replaced(forms.get(k), exponential);
      if (replaced.isPresent()) {
        forms.set(k, replaced.get());
        return true;
      }
    }
    return false;
  }

  /** The form with one softmax in the place of one exponential factor. */
  private Optional<MatrixForm> replaced(MatrixForm form, MatrixForm exponential) {
    MatrixForm softmax =
        new MatrixForm.ArrayCall(
            ArrayFunction.SOFTMAX, ((MatrixForm.Call) exponential).arguments().get(0));
    if (form.equals(exponential)) {
      return Optional.of(softmax);
    }
    if (form.equals(algebra.transpose(exponential))) {
      return Optional.of(algebra.transpose(softmax));
    }
    if (form instanceof MatrixForm.Diagonal diagonal) {
      return replaced(diagonal.column(), exponential).map(MatrixForm.Diagonal::new);
    }
    if (form instanceof MatrixForm.Chain chain) {
      List<MatrixForm> links = new ArrayList<>(chain.factors());
      return replaceOne(links, exponential) ? Optional.of(algebra.chain(links)) : Optional.empty();
    }
    if (form instanceof MatrixForm.Times times) {
      List<MatrixForm> arrays = new ArrayList<>(times.arrays());
      return replaceOne(arrays, exponential)
          ? Optional.of(
              new MatrixForm.Times(times.coefficient(), times.scalars(), List.copyOf(arrays)))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
