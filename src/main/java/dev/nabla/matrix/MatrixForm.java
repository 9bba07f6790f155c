package dev.nabla.matrix;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Function;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A formula in whole arrays, such as W₂·diag(1 − tanh(W₁x + b₁)²)·W₁.
 *
 * <p>Forms are immutable and compare by structure. A number is spread over the arrays that it meets
 * in a sum or an elementwise product.
 */
public sealed interface MatrixForm {
  Shape shape();

  /** The forms that it is made of. */
  default List<MatrixForm> parts() {
    return List.of();
  }

  <R> R accept(MatrixFormVisitor<R> visitor);

  /** The number of characters of its text, by which the shortest of equal forms is chosen. */
  default int length() {
    return FormWriter.length(this);
  }

  /** Whether this is a single number. */
  default boolean isScalar() {
    return shape().isScalar();
  }

  /** An exact number. */
  record Numeral(Rational value) implements MatrixForm {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitNumeral(this);
    }
  }

  /** A scalar that is written by itself: a symbol, a constant, an element, a sum over indices. */
  record ScalarExpression(Expr expr) implements MatrixForm {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitScalarExpression(this);
    }
  }

  /**
   * A named array, or the part of it at fixed positions of some axes: A, A[2, :].
   *
   * @param symbol the array
   * @param positions for each axis its fixed position; none where all of the axis is taken
   * @param shape the shape of what is taken
   */
  record Array(Symbol symbol, List<Optional<Expr>> positions, Shape shape) implements MatrixForm {
    /** Whether nothing is fixed. */
    public boolean isWhole() {
      return positions.stream().allMatch(Optional::isEmpty);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitArray(this);
    }
  }

  /** The identity matrix I. */
  record Identity(Expr size) implements MatrixForm {
    @Override
    public Shape shape() {
      return Shape.matrix(size, size);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitIdentity(this);
    }
  }

  /** An array of ones. */
  record Ones(Shape shape) implements MatrixForm {
    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitOnes(this);
    }
  }

  /** The matrix product of two arrays or more; row times column is a scalar. */
  record Chain(List<MatrixForm> factors) implements MatrixForm {
    @Override
    public Shape shape() {
      return new Shape(
          factors.get(0).shape().rows(), factors.get(factors.size() - 1).shape().columns());
    }

    @Override
    public List<MatrixForm> parts() {
      return factors;
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitChain(this);
    }
  }

  /** The matrix product of {@code exponent} equal factors, 2 or more. */
  record MatrixPower(MatrixForm base, int exponent) implements MatrixForm {
    @Override
    public Shape shape() {
      return base.shape();
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(base);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitMatrixPower(this);
    }
  }

  /**
   * coefficient · scalars · the elementwise product ⊙ of the arrays.
   *
   * @param coefficient the number in front; 0 only in an array of zeros
   * @param scalars the scalar factors
   * @param arrays arrays of one shape; at least one factor with the scalars
   */
  record Times(Rational coefficient, List<MatrixForm> scalars, List<MatrixForm> arrays)
      implements MatrixForm {
    @Override
    public Shape shape() {
      return arrays.isEmpty() ? Shape.SCALAR : arrays.get(0).shape();
    }

    @Override
    public List<MatrixForm> parts() {
      return Stream.concat(scalars.stream(), arrays.stream()).toList();
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitTimes(this);
    }
  }

  /** The sum of two terms or more, in reading order; scalars are spread over the arrays. */
  record Plus(List<MatrixForm> terms) implements MatrixForm {
    @Override
    public Shape shape() {
      return common(terms);
    }

    @Override
    public List<MatrixForm> parts() {
      return terms;
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitPlus(this);
    }
  }

  /** base^exponent of each element. */
  record Power(MatrixForm base, MatrixForm exponent) implements MatrixForm {
    @Override
    public Shape shape() {
      return common(List.of(base, exponent));
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(base, exponent);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitPower(this);
    }
  }

  /** An elementary function of each element. */
  record Call(Function function, List<MatrixForm> arguments) implements MatrixForm {
    @Override
    public Shape shape() {
      return common(arguments);
    }

    @Override
    public List<MatrixForm> parts() {
      return arguments;
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitCall(this);
    }
  }

  /** 1 where the relation holds between the elements, else 0. */
  record Indicator(Compare.Relation relation, MatrixForm left, MatrixForm right)
      implements MatrixForm {
    @Override
    public Shape shape() {
      return common(List.of(left, right));
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitIndicator(this);
    }
  }

  /** The transpose. */
  record Transpose(MatrixForm operand) implements MatrixForm {
    @Override
    public Shape shape() {
      return operand.shape().transposed();
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(operand);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitTranspose(this);
    }
  }

  /** The diagonal matrix with a column on its diagonal. */
  record Diagonal(MatrixForm column) implements MatrixForm {
    @Override
    public Shape shape() {
      Expr size = column.shape().rows().orElseThrow();
      return Shape.matrix(size, size);
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(column);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitDiagonal(this);
    }
  }

  /** The diagonal of a square matrix as a column. */
  record DiagonalPart(MatrixForm matrix) implements MatrixForm {
    @Override
    public Shape shape() {
      return Shape.column(matrix.shape().rows().orElseThrow());
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(matrix);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitDiagonalPart(this);
    }
  }

  /** A function of a whole array; the softmax of a matrix is that of each row. */
  record ArrayCall(ArrayFunction function, MatrixForm argument) implements MatrixForm {
    @Override
    public Shape shape() {
      return function.resultRank() == 0 ? Shape.SCALAR : argument.shape();
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(argument);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitArrayCall(this);
    }
  }

  /** The scalars that all elements of an array make. */
  enum Folding {
    SUM("sum"),
    MEAN("mean"),
    TRACE("tr"),
    NORM1("norm1"),
    NORM2("norm2"),
    PRODUCT("prod"),
    MAX("max"),
    MIN("min");

    private final String text;

    Folding(String text) {
      this.text = text;
    }

    /** The name in the language. */
    public String text() {
      return text;
    }
  }

  /** A scalar made of all elements of an array. */
  record Fold(Folding folding, MatrixForm argument) implements MatrixForm {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }

    @Override
    public List<MatrixForm> parts() {
      return List.of(argument);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitFold(this);
    }
  }

  /**
   * A ⊗ B: the element in row (i₁, i₂) and column (j₁, j₂), each pair numbered row-major, is
   * A[i₁,j₁]·B[i₂,j₂]. A column counts as a matrix of one column, a row as one of one row.
   */
  record Kronecker(MatrixForm left, MatrixForm right, Shape shape) implements MatrixForm {
    @Override
    public List<MatrixForm> parts() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(MatrixFormVisitor<R> visitor) {
      return visitor.visitKronecker(this);
    }
  }

  /** The shape of the first that is no scalar. */
  private static Shape common(List<MatrixForm> operands) {
    return operands.stream()
        .map(MatrixForm::shape)
        .filter(shape -> !shape.isScalar())
        .findFirst()
        .orElse(Shape.SCALAR);
  }
}
