package dev.nabla.matrix;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Function;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes matrix forms in a normal form: products flat, numbers in front, transposes at the leaves,
 * like terms collected.
 */
final class MatrixAlgebra {
  private final Set<Symbol> symmetric;
  private final Chains chains = new Chains(this);
  private final FormSums sums = new FormSums(this);
  private final Folds folds = new Folds(this);
  private final Activations activations = new Activations(this);

  /** An algebra in which the matrices {@code symmetric} are their own transposes. */
  MatrixAlgebra(Set<Symbol> symmetric) {
    this.symmetric = Set.copyOf(symmetric);
  }

  static MatrixForm numeral(Rational value) {
    return new MatrixForm.Numeral(value);
  }

  static MatrixForm numeral(long value) {
    return numeral(Rational.of(value));
  }

  /** A size as a number. */
  static MatrixForm size(Expr size) {
    return size instanceof Num num ? numeral(num.value()) : new MatrixForm.ScalarExpression(size);
  }

  /** formᵀ. */
  MatrixForm transpose(MatrixForm form) {
    if (form.isScalar() || isSymmetric(form)) {
      return form;
    }
    if (form instanceof MatrixForm.Transpose transpose) {
      return transpose.operand();
    }
    if (form instanceof MatrixForm.Ones ones) {
      return new MatrixForm.Ones(ones.shape().transposed());
    }
    if (form instanceof MatrixForm.Chain chain) {
      List<MatrixForm> reversed = new ArrayList<>();
      chain.factors().forEach(factor -> reversed.add(0, transpose(factor)));
      return chain(reversed);
    }
    if (form instanceof MatrixForm.Times times) {
      List<MatrixForm> factors = new ArrayList<>(times.scalars());
      times.arrays().forEach(array -> factors.add(transpose(array)));
      return scale(times.coefficient(), times(factors));
    }
    if (form instanceof MatrixForm.Plus plus) {
      return plus(plus.terms().stream().map(this::transpose).toList());
    }
    if (form instanceof MatrixForm.Power power) {
      return power(transpose(power.base()), transpose(power.exponent()));
    }
    if (form instanceof MatrixForm.Call call) {
      return call(call.function(), call.arguments().stream().map(this::transpose).toList());
    }
    if (form instanceof MatrixForm.Indicator indicator) {
      return new MatrixForm.Indicator(
          indicator.relation(), transpose(indicator.left()), transpose(indicator.right()));
    }
    if (form instanceof MatrixForm.ArrayCall call && call.function() == ArrayFunction.INVERSE) {
      return inverse(transpose(call.argument()));
    }
    if (form instanceof MatrixForm.Kronecker kronecker) {
      return new MatrixForm.Kronecker(
          transpose(kronecker.left()),
          transpose(kronecker.right()),
          kronecker.shape().transposed());
    }
    return new MatrixForm.Transpose(form);
  }

  private boolean isSymmetric(MatrixForm form) {
    return form instanceof MatrixForm.Identity
        || form instanceof MatrixForm.Diagonal
        || (form instanceof MatrixForm.Array array
            && array.isWhole()
            && array.shape().isMatrix()
            && symmetric.contains(array.symbol()));
  }

  /** The matrix product of forms whose shapes fit; scalars among them go to the front. */
  MatrixForm chain(List<MatrixForm> factors) {
    return chains.of(factors);
  }

  MatrixForm chain(MatrixForm... factors) {
    return chains.of(List.of(factors));
  }

  /** The elementwise product; scalars are spread. */
  MatrixForm times(List<MatrixForm> forms) {
    Factors factors = activations.in(Factors.of(forms));
    if (factors.coefficient().isZero()) {
      return numeral(0);
    }
    List<MatrixForm> scalars = collected(factors.scalars());
    List<MatrixForm> arrays = arrays(factors.arrays());
    if (arrays.size() == 1 && Factors.of(arrays.get(0)).arrays().size() == 1) {
      Factors inner = Factors.of(arrays.get(0));
      if (!inner.scalars().isEmpty() || !inner.coefficient().isOne()) {
        List<MatrixForm> all = new ArrayList<>(scalars);
        all.add(numeral(factors.coefficient()));
        all.addAll(arrays);
        return times(all);
      }
    }
    if (factors.coefficient().isOne() && scalars.size() + arrays.size() == 1) {
      return scalars.isEmpty() ? arrays.get(0) : scalars.get(0);
    }
    return scalars.isEmpty() && arrays.isEmpty()
        ? numeral(factors.coefficient())
        : new MatrixForm.Times(factors.coefficient(), scalars, arrays);
  }

  MatrixForm times(MatrixForm... forms) {
    return times(List.of(forms));
  }

  /** coefficient · form. */
  MatrixForm scale(Rational coefficient, MatrixForm form) {
    return coefficient.isOne() ? form : times(numeral(coefficient), form);
  }

  /** Equal factors as one power. */
  private List<MatrixForm> collected(List<MatrixForm> factors) {
    Map<MatrixForm, Integer> counts = new LinkedHashMap<>();
    factors.forEach(factor -> counts.merge(factor, 1, Integer::sum));
    List<MatrixForm> result = new ArrayList<>();
    counts.forEach(
        (factor, count) -> result.add(count == 1 ? factor : power(factor, numeral(count))));
    return List.copyOf(FormSums.sortedFactors(result));
  }

  /** Ones are neutral, and what meets a diagonal matrix elementwise keeps only its diagonal. */
  private List<MatrixForm> arrays(List<MatrixForm> factors) {
    List<MatrixForm> plain = new ArrayList<>();
    List<MatrixForm> diagonals = new ArrayList<>();
    for (MatrixForm factor : factors) {
      if (factor instanceof MatrixForm.Identity) {
        diagonals.add(new MatrixForm.Ones(diagonalPart(factor).shape()));
      } else if (factor instanceof MatrixForm.Diagonal diagonal) {
        diagonals.add(diagonal.column());
      } else if (!(factor instanceof MatrixForm.Ones)) {
        plain.add(factor);
      }
    }
    if (!diagonals.isEmpty()) {
      plain.forEach(factor -> diagonals.add(diagonalPart(factor)));
      return List.of(diagonal(times(diagonals)));
    }
    if (plain.isEmpty() && !factors.isEmpty()) {
      return List.of(factors.get(0));
    }
    return plain.size() > 1 ? chains.scaledRows(collected(plain)) : collected(plain);
  }

  /** The sum, with like terms collected and common factors drawn out where that is shorter. */
  MatrixForm plus(List<MatrixForm> terms) {
    return sums.of(terms);
  }

  MatrixForm plus(MatrixForm... terms) {
    return sums.of(List.of(terms));
  }

  /** base^exponent of each element. */
  MatrixForm power(MatrixForm base, MatrixForm exponent) {
    if (!(exponent instanceof MatrixForm.Numeral number)) {
      return new MatrixForm.Power(base, exponent);
    }
    Rational n = number.value();
    if (n.isOne()) {
      return base;
    }
    if (n.signum() > 0 && base instanceof MatrixForm.Identity) {
      return base;
    }
    if (n.signum() > 0 && base instanceof MatrixForm.Diagonal diagonal) {
      return diagonal(power(diagonal.column(), exponent));
    }
    if (base instanceof MatrixForm.Ones) {
      return base;
    }
    if (base instanceof MatrixForm.Numeral numeral && n.isInt() && numeral.value().signum() > 0) {
      return numeral(numeral.value().pow(n.intValue()));
    }
    if (n.isInteger() && !n.numerator().testBit(0) && FormSums.isNegative(base)) {
      return power(FormSums.negated((MatrixForm.Plus) base), exponent);
    }
    if (n.isInteger() && base instanceof MatrixForm.Times times) {
      List<MatrixForm> factors = new ArrayList<>();
      times.scalars().forEach(factor -> factors.add(power(factor, exponent)));
      times.arrays().forEach(factor -> factors.add(power(factor, exponent)));
      factors.add(power(numeral(times.coefficient().abs()), exponent));
      boolean negative = times.coefficient().signum() < 0 && n.numerator().testBit(0);
      return negative ? scale(Rational.MINUS_ONE, times(factors)) : times(factors);
    }
    if (base instanceof MatrixForm.Power inner
        && inner.exponent() instanceof MatrixForm.Numeral m
        && m.value().isInteger()
        && n.isInteger()
        && (m.value().signum() > 0 || n.signum() > 0)) {
      return power(inner.base(), numeral(m.value().multiply(n)));
    }
    return new MatrixForm.Power(base, exponent);
  }

  /** function(arguments) of each element. */
  MatrixForm call(Function function, List<MatrixForm> arguments) {
    if (function.name().equals("log")
        && arguments.get(0) instanceof MatrixForm.Fold fold
        && fold.folding() == MatrixForm.Folding.SUM
        && Activations.isExponential(fold.argument())) {
      return new MatrixForm.ArrayCall(
          ArrayFunction.LOGSUMEXP, ((MatrixForm.Call) fold.argument()).arguments().get(0));
    }
    return new MatrixForm.Call(function, List.copyOf(arguments));
  }

  /** 1 where the relation holds, else 0. */
  MatrixForm indicator(Compare.Relation relation, MatrixForm left, MatrixForm right) {
    return new MatrixForm.Indicator(relation, left, right);
  }

  /** The diagonal matrix of a column. */
  MatrixForm diagonal(MatrixForm column) {
    Factors factors = Factors.of(column);
    if (!factors.scalars().isEmpty() || !factors.coefficient().isOne()) {
      List<MatrixForm> all = new ArrayList<>(factors.scalars());
      all.add(diagonal(times(factors.arrays())));
      return scale(factors.coefficient(), times(all));
    }
    return column instanceof MatrixForm.Ones ones
        ? new MatrixForm.Identity(ones.shape().rows().orElseThrow())
        : new MatrixForm.Diagonal(column);
  }

  /** The diagonal of a square matrix. */
  MatrixForm diagonalPart(MatrixForm matrix) {
    return folds.diagonalPart(matrix);
  }

  /** The inverse of a square matrix. */
  MatrixForm inverse(MatrixForm matrix) {
    if (matrix instanceof MatrixForm.Identity) {
      return matrix;
    }
    if (matrix instanceof MatrixForm.Diagonal diagonal) {
      return diagonal(power(diagonal.column(), numeral(-1)));
    }
    return new MatrixForm.ArrayCall(ArrayFunction.INVERSE, matrix);
  }

  /** The determinant, which a matrix and its transpose share. */
  MatrixForm determinant(MatrixForm matrix) {
    return new MatrixForm.ArrayCall(
        ArrayFunction.DETERMINANT, preferred(List.of(matrix, transpose(matrix))));
  }

  /** Σ of all elements. */
  MatrixForm sum(MatrixForm array) {
    return folds.sum(array);
  }

  /** Σ of the elements of the elementwise product of some columns. */
  MatrixForm dot(List<MatrixForm> columns) {
    return folds.dot(columns);
  }

  /** The trace. */
  MatrixForm trace(MatrixForm matrix) {
    return folds.trace(matrix);
  }

  /** The shortest of some equal forms, the same one whatever their order. */
  static MatrixForm preferred(List<MatrixForm> forms) {
    MatrixForm best = forms.get(0);
    for (MatrixForm form : forms) {
      int shorter = Integer.compare(form.length(), best.length());
      if (shorter < 0
          || (shorter == 0 && FormWriter.key(form).compareTo(FormWriter.key(best)) < 0)) {
        best = form;
      }
    }
    return best;
  }
}
