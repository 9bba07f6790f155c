package dev.nabla.matrix;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Σₕ W₂[i,h]·(1 − tanh²(…))·W₁[h,j] → W₂·diag(1 − tanh²(W₁x + b₁))·W₁: an expression with indices
 * as a formula in whole arrays.
 *
 * <p>Each term of a sum is a network of indices joined by matrices; see {@link TensorNetwork}. Of
 * equal forms the one with the shortest text is taken.
 */
public final class MatrixRecognizer {
  /** Expressions that nest deeper or are larger have no form that a person would read. */
  private static final int DEEPEST = 400;

  private static final double LARGEST = 20_000;

  private final ExprPool pool;
  private final Map<Symbol, List<Expr>> sizes;
  private final Set<Symbol> symmetric;

  /**
   * A recogniser for the expressions of one pool.
   *
   * @param sizes the size of each axis of every array symbol
   * @param symmetric the matrices that equal their transposes
   */
  public MatrixRecognizer(ExprPool pool, Map<Symbol, List<Expr>> sizes, Set<Symbol> symmetric) {
    this.pool = pool;
    this.sizes = Map.copyOf(sizes);
    this.symmetric = Set.copyOf(symmetric);
  }

  /**
   * The matrix form of an element: a matrix with the row indices and the column indices, a column
   * without column indices, a row without row indices, a scalar without both.
   *
   * <p>Several row indices number the rows row-major, the last index fastest, and so do several
   * column indices: ∂(AXB)[i,j]/∂X[k,l] = A[i,k]·B[l,j] is A ⊗ Bᵀ.
   *
   * @param element the element at those indices
   * @param rows the free indices that number the rows
   * @param columns the free indices that number the columns
   * @param ranges the range of each row index, then of each column index
   * @return the form; empty where there is no plain one
   */
  public Optional<MatrixForm> recognize(
      Expr element, List<Index> rows, List<Index> columns, List<Axis> ranges) {
    if (element.depth() > DEEPEST || element.treeSize() > LARGEST) {
      return Optional.empty();
    }
    Scope scope = new Scope(pool);
    List<Index> all = new ArrayList<>(rows);
    all.addAll(columns);
    for (int d = 0; d < all.size(); d++) {
      if (!Scope.isWhole(ranges.get(d))) {
        return Optional.empty();
      }
      scope.declare(all.get(d), ranges.get(d).upper());
    }
    MatrixAlgebra algebra = new MatrixAlgebra(symmetric);
    Recognition recognition = new Recognition(pool, algebra, scope, sizes);
    Expr plainElement = Conditions.asFactors(pool, element);
    Optional<MatrixForm> form =
        rows.size() <= 1 && columns.size() <= 1
            ? plain(recognition, algebra, plainElement, rows, columns)
            : new KroneckerForms(recognition, algebra, scope).of(plainElement, rows, columns);
    return form.map(new Shortening(algebra)::of)
        .filter(MatrixRecognizer::isPlain)
        .map(found -> isZero(found) ? zeros(rows, columns, scope) : found);
  }

  private static Optional<MatrixForm> plain(
      Recognition recognition,
      MatrixAlgebra algebra,
      Expr element,
      List<Index> rows,
      List<Index> columns) {
    List<Index> indices = new ArrayList<>(rows);
    indices.addAll(columns);
    return recognition
        .of(element)
        .map(array -> indices.isEmpty() ? array.form() : recognition.filled(array, indices))
        .map(form -> rows.isEmpty() ? algebra.transpose(form) : form);
  }

  private static boolean isZero(MatrixForm form) {
    return form instanceof MatrixForm.Numeral numeral && numeral.value().isZero();
  }

  /** 0·1, for an array of zeros has no name of its own. */
  private static MatrixForm zeros(List<Index> rows, List<Index> columns, Scope scope) {
    if (rows.isEmpty() && columns.isEmpty()) {
      return MatrixAlgebra.numeral(0);
    }
    MatrixForm ones = new MatrixForm.Ones(new Shape(size(rows, scope), size(columns, scope)));
    return new MatrixForm.Times(Rational.ZERO, List.of(), List.of(ones));
  }

  private static Optional<Expr> size(List<Index> group, Scope scope) {
    return group.stream().<Expr>map(scope.sizes()::get).reduce(scope.pool()::product);
  }

  /** A form that is nothing but a sum over indices says nothing in whole arrays. */
  private static boolean isPlain(MatrixForm form) {
    return !(form instanceof MatrixForm.ScalarExpression scalar)
        || Traversal.postOrder(scalar.expr()).stream().noneMatch(Reduce.class::isInstance);
  }
}
