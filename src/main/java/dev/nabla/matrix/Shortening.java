package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    MatrixForm best = local(form);
    if (!form.isScalar() && !(form instanceof MatrixForm.Transpose)) {
      MatrixForm transposed = algebra.transpose(form);
      if (!(transposed instanceof MatrixForm.Transpose)) {
        MatrixForm turned = new MatrixForm.Transpose(local(transposed));
        best = turned.length() < best.length() ? turned : best;
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
      return norm(chain);
    }
    if (form instanceof MatrixForm.Times times) {
      return new MatrixForm.Times(times.coefficient(), of(times.scalars()), of(times.arrays()));
    }
    if (form instanceof MatrixForm.Plus plus) {
      return new MatrixForm.Plus(of(plus.terms()));
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
      return new MatrixForm.Fold(fold.folding(), of(fold.argument()));
    }
    if (form instanceof MatrixForm.Kronecker kronecker) {
      return new MatrixForm.Kronecker(
          of(kronecker.left()), of(kronecker.right()), kronecker.shape());
    }
    return form;
  }

  /** uᵀu is ‖u‖² where that is shorter. */
  private MatrixForm norm(MatrixForm.Chain chain) {
    MatrixForm plain = new MatrixForm.Chain(of(chain.factors()));
    if (!isSquare(chain)) {
      return plain;
    }
    MatrixForm squared = new MatrixForm.Power(norm2(chain), MatrixAlgebra.numeral(2));
    return squared.length() < plain.length() ? squared : plain;
  }

  /** (uᵀu)^r is ‖u‖^(2r), where r is a half. */
  private MatrixForm power(MatrixForm.Power power) {
    if (power.base() instanceof MatrixForm.Chain chain
        && isSquare(chain)
        && power.exponent() instanceof MatrixForm.Numeral exponent) {
      Rational doubled = exponent.value().multiply(Rational.of(2));
      if (doubled.isInteger()) {
        MatrixForm norm = norm2(chain);
        return doubled.isOne()
            ? norm
            : new MatrixForm.Power(norm, MatrixAlgebra.numeral(doubled));
      }
    }
    return new MatrixForm.Power(of(power.base()), of(power.exponent()));
  }

  private boolean isSquare(MatrixForm.Chain chain) {
    int n = chain.factors().size();
    if (!chain.isScalar() || n % 2 != 0) {
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
    return new MatrixForm.Fold(MatrixForm.Folding.NORM2, of(half));
  }
}
