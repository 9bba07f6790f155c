package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Yᵀ for X wherever that is shorter, at every level: (X·w − y)ᵀ for wᵀ·Xᵀ − yᵀ; and ‖x‖ for the
 * root of xᵀx.
 */
final class Shortening {
  private final MatrixAlgebra algebra;
  private final Map<MatrixForm, MatrixForm> memo = new HashMap<>();

  Shortening(MatrixAlgebra algebra) {
    this.algebra = algebra;
  }

  /** An equal form that is no longer. */
  MatrixForm of(MatrixForm form) {
    MatrixForm known = memo.get(form);
    if (known != null) {
      return known;
    }
    // Turning signs and transposing may lead back here; then the form stays as it is.
    memo.put(form, form);
    MatrixForm best = local(form);
    if (!form.isScalar()
        && !(form instanceof MatrixForm.Transpose || form instanceof MatrixForm.Kronecker)) {
      MatrixForm transposed = algebra.transpose(form);
      if (!(transposed instanceof MatrixForm.Transpose)) {
        MatrixForm turned = new MatrixForm.Transpose(local(transposed));
        // f(x)ᵀ reads better than f(xᵀ).
        boolean isFunction =
            form instanceof MatrixForm.Call || form instanceof MatrixForm.ArrayCall;
        int longest = isFunction ? best.length() : best.length() - 1;
        best = turned.length() <= longest ? turned : best;
      }
    }
    memo.put(form, best);
    return best;
  }

  private List<MatrixForm> of(List<MatrixForm> forms) {
    return forms.stream().map(this::of).toList();
  }

  private MatrixForm local(MatrixForm form) {
    if (form instanceof MatrixForm.Chain chain) {
      return squaredNorm(chain, product(factors(chain.factors())));
    }
    if (form instanceof MatrixForm.Times times) {
      Optional<MatrixForm> mean = mean(times);
      if (mean.isPresent()) {
        return mean.get();
      }
      MatrixForm plain = factors(times);
      MatrixForm signed = factors(signs(times));
      return signed.length() <= plain.length() ? signed : plain;
    }
    if (form instanceof MatrixForm.Plus plus) {
      return new MatrixForm.Plus(terms(plus.terms()));
    }
    if (form instanceof MatrixForm.Power power) {
      return power(power);
    }
    if (form instanceof MatrixForm.Call call) {
      return new MatrixForm.Call(call.function(), of(call.arguments()));
    }
    if (form instanceof MatrixForm.Indicator indicator) {
      return new MatrixForm.Indicator(
          indicator.relation(), of(indicator.left()), of(indicator.right()));
    }
    if (form instanceof MatrixForm.Transpose transpose) {
      return new MatrixForm.Transpose(of(transpose.operand()));
    }
    if (form instanceof MatrixForm.Diagonal diagonal) {
      return new MatrixForm.Diagonal(of(diagonal.column()));
    }
    if (form instanceof MatrixForm.DiagonalPart part) {
      return new MatrixForm.DiagonalPart(of(part.matrix()));
    }
    if (form instanceof MatrixForm.ArrayCall call) {
      return new MatrixForm.ArrayCall(call.function(), of(call.argument()));
    }
    if (form instanceof MatrixForm.Fold fold) {
      return squaredNorm(fold, new MatrixForm.Fold(fold.folding(), of(fold.argument())));
    }
    if (form instanceof MatrixForm.Kronecker kronecker) {
      return new MatrixForm.Kronecker(
          of(kronecker.left()), of(kronecker.right()), kronecker.shape());
    }
    return form;
  }

  /** Σ x / n is the mean of x, which has n elements. */
  private Optional<MatrixForm> mean(MatrixForm.Times times) {
    for (MatrixForm scalar : times.scalars()) {
      if (scalar instanceof MatrixForm.Fold fold
          && fold.folding() == MatrixForm.Folding.SUM
          && fold.argument().shape().isColumn()) {
        MatrixForm size = MatrixAlgebra.size(fold.argument().shape().rows().orElseThrow());
        List<MatrixForm> rest = new ArrayList<>(times.scalars());
        rest.remove(scalar);
        if (rest.remove(algebra.power(size, MatrixAlgebra.numeral(-1)))) {
          rest.add(0, new MatrixForm.Fold(MatrixForm.Folding.MEAN, fold.argument()));
          rest.addAll(times.arrays());
          return Optional.of(of(algebra.scale(times.coefficient(), algebra.times(rest))));
        }
      }
    }
    return Optional.empty();
  }

  private MatrixForm factors(MatrixForm.Times times) {
    return times.coefficient().isOne() && times.scalars().size() + times.arrays().size() == 1
        ? of(times.parts().get(0))
        : new MatrixForm.Times(
            times.coefficient(), factors(times.scalars()), factors(times.arrays()));
  }

  /** As a factor a sum is in parentheses, so that its transpose costs one sign. */
  private List<MatrixForm> factors(List<MatrixForm> forms) {
    List<MatrixForm> result = new ArrayList<>();
    for (MatrixForm form : forms) {
      MatrixForm best = of(form);
      if (best instanceof MatrixForm.Plus && !form.isScalar()) {
        MatrixForm turned = new MatrixForm.Transpose(local(algebra.transpose(form)));
        best = turned.length() <= best.length() + 2 ? turned : best;
      }
      result.add(best);
    }
    return List.copyOf(result);
  }

  /** Between terms a minus costs nothing, so it need not go into a sum. */
  private List<MatrixForm> terms(List<MatrixForm> terms) {
    boolean startsPositive = !FormWriter.isNegative(terms.get(0));
    return terms.stream()
        .map(
            term ->
                startsPositive
                        && term instanceof MatrixForm.Times times
                        && FormWriter.isNegative(term)
                        && mean(times).isEmpty()
                    ? factors(times)
                    : of(term))
        .toList();
  }

  /** −A·(x − y) is A·(y − x): a minus in front goes into the first sum that can take it. */
  private MatrixForm.Times signs(MatrixForm.Times times) {
    if (times.coefficient().signum() > 0) {
      return times;
    }
    // 1 − x rather than x − 1, where there is such a factor.
    return signs(times, FormSums::hasNegativeNumber)
        .or(() -> signs(times, plus -> true))
        .orElse(times);
  }

  private Optional<MatrixForm.Times> signs(
      MatrixForm.Times times, Predicate<MatrixForm.Plus> choice) {
    Rational positive = times.coefficient().negate();
    Optional<List<MatrixForm>> arrays = oneNegated(times.arrays(), choice);
    return arrays
        .map(turned -> new MatrixForm.Times(positive, times.scalars(), turned))
        .or(
            () ->
                oneNegated(times.scalars(), choice)
                    .map(turned -> new MatrixForm.Times(positive, turned, times.arrays())));
  }

  private Optional<List<MatrixForm>> oneNegated(
      List<MatrixForm> factors, Predicate<MatrixForm.Plus> choice) {
    for (int k = 0; k < factors.size(); k++) {
      Optional<MatrixForm> turned = negated(factors.get(k), choice);
      if (turned.isPresent()) {
        return Optional.of(replaced(factors, k, turned.get()));
      }
    }
    return Optional.empty();
  }

  /** uᵀ·A·u, which would no longer look like one with a sign changed. */
  private boolean isQuadratic(MatrixForm.Chain chain) {
    List<MatrixForm> factors = chain.factors();
    MatrixForm last = factors.get(factors.size() - 1);
    return factors.get(0).equals(algebra.transpose(last));
  }

  private static List<MatrixForm> replaced(List<MatrixForm> forms, int k, MatrixForm form) {
    List<MatrixForm> changed = new ArrayList<>(forms);
    changed.set(k, form);
    return List.copyOf(changed);
  }

  /** The form with the other sign, where that is not longer. */
  private Optional<MatrixForm> negated(MatrixForm form, Predicate<MatrixForm.Plus> choice) {
    if (form instanceof MatrixForm.Plus plus && choice.test(plus)) {
      MatrixForm negated = FormSums.negated(plus);
      return negated.length() <= plus.length() ? Optional.of(negated) : Optional.empty();
    }
    if (form instanceof MatrixForm.Diagonal diagonal) {
      return negated(diagonal.column(), choice).map(MatrixForm.Diagonal::new);
    }
    if (form instanceof MatrixForm.Chain chain) {
      return isQuadratic(chain)
          ? Optional.empty()
          : oneNegated(chain.factors(), choice).map(MatrixForm.Chain::new);
    }
    if (form instanceof MatrixForm.Times times && times.coefficient().signum() > 0) {
      return oneNegated(times.arrays(), choice)
          .map(arrays -> new MatrixForm.Times(times.coefficient(), times.scalars(), arrays));
    }
    return Optional.empty();
  }

  /** (uᵀu)^r is ‖u‖^(2r), where r is a half. */
  private MatrixForm power(MatrixForm.Power power) {
    Optional<MatrixForm> norm = rootOf(power.base());
    MatrixForm plain = new MatrixForm.Power(of(power.base()), of(power.exponent()));
    if (norm.isPresent() && power.exponent() instanceof MatrixForm.Numeral exponent) {
      Rational doubled = exponent.value().multiply(Rational.of(2));
      if (doubled.isInteger()) {
        MatrixForm better =
            doubled.isOne()
                ? norm.get()
                : new MatrixForm.Power(norm.get(), MatrixAlgebra.numeral(doubled));
        return better.length() < plain.length() || !exponent.value().isInteger() ? better : plain;
      }
    }
    return plain;
  }

  /** ‖u‖ for uᵀu, and ‖A‖ for the trace of AᵀA. */
  private Optional<MatrixForm> rootOf(MatrixForm form) {
    MatrixForm product =
        form instanceof MatrixForm.Fold fold && fold.folding() == MatrixForm.Folding.TRACE
            ? fold.argument()
            : form;
    return product instanceof MatrixForm.Chain chain
            && (product != form || form.isScalar())
            && isSquare(chain)
        ? Optional.of(norm2(chain))
        : Optional.empty();
  }

  private MatrixForm squaredNorm(MatrixForm form, MatrixForm plain) {
    return rootOf(form)
        .<MatrixForm>map(norm -> new MatrixForm.Power(norm, MatrixAlgebra.numeral(2)))
        .filter(squared -> squared.length() < plain.length())
        .orElse(plain);
  }

  /**
   * The product with 1·1ᵀ and equal neighbours, of which there are three or more, as one factor.
   */
  private static MatrixForm product(List<MatrixForm> factors) {
    List<MatrixForm> links = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      MatrixForm factor = factors.get(i);
      int end = i + 1;
      while (end < factors.size() && factors.get(end).equals(factor)) {
        end++;
      }
      MatrixForm next = end < factors.size() ? factors.get(end) : factor;
      MatrixForm power = new MatrixForm.MatrixPower(untransposed(factor), end - i);
      MatrixForm whole =
          factor instanceof MatrixForm.Transpose ? new MatrixForm.Transpose(power) : power;
      if (end - i > 1 && whole.length() < (end - i) * (factor.length() + 1) - 1) {
        links.add(whole);
        i = end - 1;
      } else if (factor instanceof MatrixForm.Ones column
          && next instanceof MatrixForm.Ones row
          && column.shape().isColumn()
          && row.shape().isRow()) {
        links.add(new MatrixForm.Ones(new Shape(column.shape().rows(), row.shape().columns())));
        i++;
      } else {
        links.add(factor);
      }
    }
    return links.size() == 1 ? links.get(0) : new MatrixForm.Chain(List.copyOf(links));
  }

  private static MatrixForm untransposed(MatrixForm form) {
    return form instanceof MatrixForm.Transpose transpose ? transpose.operand() : form;
  }

  private boolean isSquare(MatrixForm.Chain chain) {
    int n = chain.factors().size();
    if (n % 2 != 0) {
      return false;
    }
    for (int i = 0; i < n / 2; i++) {
      MatrixForm mirrored = algebra.transpose(chain.factors().get(n - 1 - i));
      if (!chain.factors().get(i).equals(mirrored)) {
        return false;
      }
    }
    return true;
  }

  private MatrixForm norm2(MatrixForm.Chain chain) {
    int n = chain.factors().size();
    MatrixForm half = algebra.chain(chain.factors().subList(n / 2, n));
    MatrixForm shorter = MatrixAlgebra.preferred(List.of(half, algebra.transpose(half)));
    return new MatrixForm.Fold(
        MatrixForm.Folding.NORM2, of(half.shape().isMatrix() ? shorter : half));
  }
}
