package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.tape.FunctionHandles;
import dev.nabla.tape.RoundingErrors;
import java.util.IdentityHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * |computed − exact| ≤ bound for an evaluator made of loops, to first order: running error analysis
 * of the very operations that it does, in their order.
 *
 * <p>An inverse Y of A by elimination with pivoting errs by |Y|·|ΔA|·|Y|, where ΔA holds the errors
 * of A and 3n roundings of its largest element (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., §9.3 and §14.1); a determinant by |det A|·Σ|Y|·|ΔA|.
 */
public final class LoopErrorBound {
  private final LoopProgram program;
  private final FunctionHandles functions;

  /** The bounds of a program's evaluator at given sizes. */
  public LoopErrorBound(ArrayProgram program, Map<String, Integer> sizes) {
    this.program = Lowering.lower(program, sizes);
    this.functions = new FunctionHandles(this.program.functions());
  }

  /** Absolute errors of the values and of the partials, infinite where there is no bound. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Bounds(double[] values, double[] partials) {}

  /** The bounds at one point. */
  public Bounds at(double[] inputs) {
    int valueCount = program.layout().buffers().get(2);
    int partialCount = program.layout().buffers().get(3);
    double[][] buffers = {
      inputs,
      new double[program.layout().buffers().get(1)],
      new double[valueCount],
      new double[partialCount]
    };
    Scratch scratch = new Scratch(program);
    Errors errors = new Errors(buffers, scratch);
    int factorisations = 0;
    for (Action action : program.actions()) {
      if (action instanceof Nest nest) {
        new ErrorFrame(nest, errors).run(nest.body());
      } else {
        errors.apply((Factorisation) action, scratch.factors(factorisations));
        factorisations++;
      }
    }
    return new Bounds(errors.of(buffers[2]), errors.of(buffers[3]));
  }

  /** The errors beside each array. */
  private static final class Errors {
    private final double[][] buffers;
    private final Scratch scratch;
    private final IdentityHashMap<double[], double[]> errors = new IdentityHashMap<>();

    Errors(double[][] buffers, Scratch scratch) {
      this.buffers = buffers;
      this.scratch = scratch;
    }

    double[] of(double[] array) {
      return errors.computeIfAbsent(array, key -> new double[key.length]);
    }

    private double[] array(Place place, int i) {
      if (place instanceof Place.Rows rows) {
        return scratch.matrices()[rows.matrix()][i];
      }
      int array = ((Place.Flat) place).array();
      return array < Layout.FIRST_FLAT
          ? buffers[array]
          : scratch.flats()[array - Layout.FIRST_FLAT];
    }

    private static int position(Place place, int i, int j) {
      if (!(place instanceof Place.Flat flat)) {
        return j;
      }
      return flat.sizes().isEmpty()
          ? flat.offset()
          : flat.offset() + i * flat.strides().get(0) + j * flat.strides().get(1);
    }

    void apply(Factorisation step, Factors factors) {
      factors.apply(buffers[0], buffers[1], buffers[2], buffers[3], scratch);
      int n = step.size();
      DMatrixRMaj matrix = new DMatrixRMaj(n, n);
      DMatrixRMaj uncertain = new DMatrixRMaj(n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double[] array = array(step.source(), i);
          int at = position(step.source(), i, j);
          matrix.set(i, j, array[at]);
          uncertain.set(i, j, of(array)[at]);
        }
      }
      double own = 3 * n * RoundingErrors.rounding(CommonOps_DDRM.elementMaxAbs(matrix));
      CommonOps_DDRM.add(uncertain, own);
      DMatrixRMaj inverse = new DMatrixRMaj(n, n);
      boolean exists = CommonOps_DDRM.invert(matrix, inverse);
      CommonOps_DDRM.abs(inverse);
      if (step.function() == ArrayFunction.DETERMINANT) {
        double[] target = array(step.target(), 0);
        int at = position(step.target(), 0, 0);
        DMatrixRMaj product = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(inverse, uncertain, product);
        double bound = Math.abs(target[at]) * CommonOps_DDRM.trace(product);
        of(target)[at] = exists ? bound : Double.POSITIVE_INFINITY;
        return;
      }
      DMatrixRMaj half = new DMatrixRMaj(n, n);
      DMatrixRMaj bound = new DMatrixRMaj(n, n);
      CommonOps_DDRM.mult(inverse, uncertain, half);
      CommonOps_DDRM.mult(half, inverse, bound);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          of(array(step.target(), i))[position(step.target(), i, j)] =
              exists ? bound.get(i, j) : Double.POSITIVE_INFINITY;
        }
      }
    }
  }

  /** A frame that carries an error beside each number. */
  private final class ErrorFrame extends Frame {
    private static final double SLACK = 1 + 0x1p-10;

    private final Errors errors;
    private final double[] of;

    ErrorFrame(Nest nest, Errors errors) {
      super(nest, errors.buffers, errors.scratch, LoopErrorBound.this.functions);
      this.errors = errors;
      this.of = new double[nest.doubles()];
      // A constant may be a rounded number.
      nest.constants()
          .forEach(
              (register, value) ->
                  of[register] = value == Math.rint(value) ? 0 : RoundingErrors.rounding(value));
    }

    @Override
    boolean runNumber(Statement statement) {
      if (statement instanceof Statement.Compute compute) {
        double a = doubles[compute.left()];
        double b = doubles[compute.right()];
        double ea = of[compute.left()];
        double eb = of[compute.right()];
        boolean known = super.runNumber(statement);
        double result = doubles[compute.target()];
        double error = error(compute.operation(), result, a, b, ea, eb);
        boolean isRounded =
            switch (compute.operation()) {
              case COPY, NEGATE, MAXIMUM, MINIMUM -> false;
              default -> true;
            };
        of[compute.target()] = isRounded ? bounded(error, result) : error;
        return known;
      }
      if (statement instanceof Statement.Call call) {
        double bound = ofCall(call);
        boolean known = super.runNumber(statement);
        double result = doubles[call.target()];
        double last = doubles[call.arguments().get(call.arguments().size() - 1)];
        double own = program.functions().get(call.function()).errorAt(last, result);
        of[call.target()] = bounded(bound + own, result);
        return known;
      }
      boolean known = super.runNumber(statement);
      if (statement instanceof Statement.ToDouble convert) {
        of[convert.target()] = 0;
      } else if (statement instanceof Statement.Load load) {
        of[load.target()] = errors.of(array(load.array()))[load.position().value(integers)];
      } else if (statement instanceof Statement.Store store) {
        errors.of(array(store.array()))[store.position().value(integers)] = of[store.value()];
      }
      return known;
    }

    @Override
    void copyRow(Statement.CopyRow copy) {
      super.copyRow(copy);
      int length = copy.length().value(integers);
      if (length > 0) {
        System.arraycopy(
            errors.of(array(copy.source())),
            copy.sourceFrom().value(integers),
            errors.of(array(copy.target())),
            copy.targetFrom().value(integers),
            length);
      }
    }

    /** What overflows may be off by anything. */
    private double bounded(double error, double result) {
      return Double.isInfinite(result) || Double.isNaN(error)
          ? Double.POSITIVE_INFINITY
          : SLACK * error;
    }

    private double ofCall(Statement.Call call) {
      int first = call.arguments().get(0);
      double x = doubles[first];
      if (call.arguments().size() == 1) {
        return RoundingErrors.passedOn(x, of[first], t -> functions.call(call.function(), t));
      }
      int second = call.arguments().get(1);
      double y = doubles[second];
      return RoundingErrors.passedOn(x, of[first], t -> functions.call(call.function(), t, y))
          + RoundingErrors.passedOn(y, of[second], t -> functions.call(call.function(), x, t));
    }

    private double error(
        Operation operation, double result, double a, double b, double ea, double eb) {
      return switch (operation) {
        case COPY, NEGATE -> ea;
        case ADD, SUBTRACT -> RoundingErrors.ofSum(result, ea, eb);
        case MULTIPLY -> RoundingErrors.ofProduct(result, a, b, ea, eb);
        case DIVIDE -> RoundingErrors.ofQuotient(result, b, ea, eb);
        case SQUARE_ROOT -> RoundingErrors.ofRoot(result, ea);
        case POWER ->
            RoundingErrors.passedOn(a, ea, x -> Math.pow(x, b))
                + RoundingErrors.passedOn(b, eb, y -> Math.pow(a, y))
                + Math.ulp(result);
        case MAXIMUM, MINIMUM -> ofExtreme(a, b, ea, eb, result);
      };
    }

    /** The error of the operand that is taken, or of both where errors decide which that is. */
    private static double ofExtreme(double a, double b, double ea, double eb, double result) {
      if (Math.abs(a - b) <= ea + eb) {
        return Math.max(ea, eb);
      }
      return result == a ? ea : eb;
    }
  }
}
