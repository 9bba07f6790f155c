package dev.nabla.loop;

import dev.nabla.expr.ArrayFunction;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;
import org.ejml.dense.row.linsol.lu.LinearSolverLu_DDRM;

/** The inverse or determinant of a matrix by an LU factorisation, and the storage for it. */
final class Factors {
  private final Factorisation step;
  private final LUDecompositionAlt_DDRM decomposition = new LUDecompositionAlt_DDRM();
  private final LinearSolverLu_DDRM solver = new LinearSolverLu_DDRM(decomposition);
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj inverse;
  private final double[][] buffers = new double[Layout.FIRST_FLAT][];
  private boolean singular;

  Factors(Factorisation step) {
    this.step = step;
    matrix = new DMatrixRMaj(step.size(), step.size());
    inverse = new DMatrixRMaj(step.size(), step.size());
  }

  /** target := function(source). */
  void apply(double[] inputs, double[] seed, double[] values, double[] partials, Scratch scratch) {
    buffers[0] = inputs;
    buffers[1] = seed;
    buffers[2] = values;
    buffers[3] = partials;
    apply(scratch);
    Arrays.fill(buffers, null);
  }

  private void apply(Scratch scratch) {
    boolean finite = read(scratch);
    boolean decomposed = finite && solver.setA(matrix);
    singular = finite && (!decomposed || decomposition.isSingular());
    if (step.function() == ArrayFunction.DETERMINANT) {
      double determinant = decomposed && !singular ? decomposition.computeDeterminant().real : 0;
      write(scratch, 0, 0, finite ? determinant : Double.NaN);
      return;
    }
    if (decomposed && !singular) {
      solver.invert(inverse);
    } else {
      inverse.fill(Double.NaN);
    }
    for (int i = 0; i < step.size(); i++) {
      for (int j = 0; j < step.size(); j++) {
        write(scratch, i, j, inverse.get(i, j));
      }
    }
  }

  /** Reads the matrix and says whether all its elements are finite numbers. */
  private boolean read(Scratch scratch) {
    boolean finite = true;
    for (int i = 0; i < step.size(); i++) {
      for (int j = 0; j < step.size(); j++) {
        double element =
            step.source() instanceof Place.Flat flat
                ? array(flat, scratch)[position(flat, i, j)]
                : scratch.matrices()[((Place.Rows) step.source()).matrix()][i][j];
        finite &= Double.isFinite(element);
        matrix.set(i, j, element);
      }
    }
    return finite;
  }

  private void write(Scratch scratch, int i, int j, double value) {
    if (step.target() instanceof Place.Flat flat) {
      array(flat, scratch)[position(flat, i, j)] = value;
    } else {
      scratch.matrices()[((Place.Rows) step.target()).matrix()][i][j] = value;
    }
  }

  private double[] array(Place.Flat flat, Scratch scratch) {
    return flat.array() < Layout.FIRST_FLAT
        ? buffers[flat.array()]
        : scratch.flats()[flat.array() - Layout.FIRST_FLAT];
  }

  private static int position(Place.Flat flat, int i, int j) {
    return flat.sizes().isEmpty()
        ? flat.offset()
        : flat.offset() + i * flat.strides().get(0) + j * flat.strides().get(1);
  }

  /** Why the last result is not a number, if it is for want of an inverse. */
  Optional<String> obstacle() {
    return singular && step.function() == ArrayFunction.INVERSE
        ? Optional.of("matrix '" + step.name() + "' is singular: it has no inverse")
        : Optional.empty();
  }
}
