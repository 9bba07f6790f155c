package dev.nabla.matrix;

/**
 * One method per kind of matrix form, so that a forgotten kind does not compile.
 *
 * @param <R> what a visit yields
 */
public interface MatrixFormVisitor<R> {
  R visitNumeral(MatrixForm.Numeral numeral);

  R visitScalarExpression(MatrixForm.ScalarExpression scalar);

  R visitArray(MatrixForm.Array array);

  R visitIdentity(MatrixForm.Identity identity);

  R visitOnes(MatrixForm.Ones ones);

  R visitChain(MatrixForm.Chain chain);

  R visitMatrixPower(MatrixForm.MatrixPower power);

  R visitTimes(MatrixForm.Times times);

  R visitPlus(MatrixForm.Plus plus);

  R visitPower(MatrixForm.Power power);

  R visitCall(MatrixForm.Call call);

  R visitIndicator(MatrixForm.Indicator indicator);

  R visitTranspose(MatrixForm.Transpose transpose);

  R visitDiagonal(MatrixForm.Diagonal diagonal);

  R visitDiagonalPart(MatrixForm.DiagonalPart part);

  R visitArrayCall(MatrixForm.ArrayCall call);

  R visitFold(MatrixForm.Fold fold);

  R visitKronecker(MatrixForm.Kronecker kronecker);
}
