package dev.nabla.resolve;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Random texts in matrix notation over {@link #HEADER}, each with its value by plain loops over
 * numbers: a column is n×1, a row 1×n, a scalar 1×1.
 */
public final class RandomArrays {
  /** What the texts are made of. */
  public static final String HEADER = "f(x[n], y[n], A[n,n], B[n,n]; c) = ";

  /** A text and its value. */
  public static final class Sample {
    private final String text;
    private final double[][] value;

    Sample(String text, double[][] value) {
      this.text = text;
      this.value = value;
    }

    public String text() {
      return text;
    }

    double[][] value() {
      return value;
    }
  }

  private final Random random;
  private final int n;
  private final double[][] x;
  private final double[][] y;
  private final double[][] a;
  private final double[][] b;
  private final double c;

  /** Texts from a seed, with values at a point: x, y, A and B row-major, then c. */
  public RandomArrays(long seed, int n, double[] point) {
    this.random = new Random(seed);
    this.n = n;
    this.x = matrix(point, 0, n, 1);
    this.y = matrix(point, n, n, 1);
    this.a = matrix(point, 2 * n, n, n);
    this.b = matrix(point, 2 * n + n * n, n, n);
    this.c = point[2 * n + 2 * n * n];
  }

  /** The number of numbers in a point. */
  public static int pointSize(int n) {
    return 2 * n + 2 * n * n + 1;
  }

  private static double[][] matrix(double[] point, int from, int rows, int columns) {
    return filled(rows, columns, (i, j) -> point[from + i * columns + j]);
  }

  private interface Entry {
    double at(int row, int column);
  }

  private static double[][] filled(int rows, int columns, Entry entry) {
    double[][] result = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[i][j] = entry.at(i, j);
      }
    }
    return result;
  }

  /** A scalar, a vector or a matrix. */
  public Sample any(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> scalar(depth);
      case 1 -> vector(depth);
      default -> matrix(depth);
    };
  }

  private Sample scalar(int depth) {
    if (depth == 0) {
      return random.nextBoolean()
          ? new Sample("c", new double[][] {{c}})
          : new Sample("n", new double[][] {{n}});
    }
    return switch (random.nextInt(11)) {
      case 0 -> combined(scalar(depth - 1), scalar(depth - 1));
      case 1 -> times(transposed(vector(depth - 1)), vector(depth - 1));
      case 2 -> reduced("norm2", any(depth - 1), RandomArrays::frobenius);
      case 3 -> reduced("norm1", any(depth - 1), v -> total(v, Math::abs));
      case 4 -> reduced("sum", any(depth - 1), v -> total(v, z -> z));
      case 5 -> reduced("tr", matrix(depth - 1), RandomArrays::trace);
      case 6 ->
          reduced("logsumexp", bounded(vector(depth - 1)), v -> Math.log(total(v, Math::exp)));
      case 7 -> reduced("det", regular(matrix(depth - 1)), RandomArrays::determinant);
      case 8 -> applied(scalar(depth - 1));
      case 9 -> times(times(transposed(vector(depth - 1)), matrix(depth - 1)), vector(depth - 1));
      default -> quotient(scalar(depth - 1), scalar(depth - 1));
    };
  }

  private Sample vector(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? new Sample("x", x) : new Sample("y", y);
    }
    return switch (random.nextInt(11)) {
      case 0, 1 -> combined(vector(depth - 1), vector(depth - 1));
      case 2, 3 -> times(matrix(depth - 1), vector(depth - 1));
      case 4 -> scaled(scalar(depth - 1), vector(depth - 1));
      case 5 -> applied(vector(depth - 1));
      case 6 -> softmax(vector(depth - 1));
      case 7 -> {
        Sample matrix = matrix(depth - 1);
        yield new Sample(
            "diag(" + matrix.text() + ")", filled(n, 1, (i, j) -> matrix.value()[i][i]));
      }
      case 8 -> combined(vector(depth - 1), new Sample("vector(1)", filled(n, 1, (i, j) -> 1)));
      case 9 -> {
        Sample matrix = matrix(depth - 1);
        yield new Sample(
            "(" + matrix.text() + ")[1,:]", filled(n, 1, (i, j) -> matrix.value()[0][i]));
      }
      default -> quotient(vector(depth - 1), vector(depth - 1));
    };
  }

  private Sample matrix(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? new Sample("A", a) : new Sample("B", b);
    }
    return switch (random.nextInt(10)) {
      case 0, 1 -> combined(matrix(depth - 1), matrix(depth - 1));
      case 2 -> times(matrix(depth - 1), matrix(depth - 1));
      case 3 -> times(vector(depth - 1), transposed(vector(depth - 1)));
      case 4 -> scaled(scalar(depth - 1), matrix(depth - 1));
      case 5 -> applied(matrix(depth - 1));
      case 6 -> transposed(matrix(depth - 1));
      case 7 -> {
        Sample vector = vector(depth - 1);
        yield new Sample(
            "diag(" + vector.text() + ")",
            filled(n, n, (i, j) -> i == j ? vector.value()[i][0] : 0));
      }
      case 8 -> {
        Sample matrix = regular(matrix(depth - 1));
        String text = random.nextBoolean() ? "inv(" + matrix.text() + ")" : matrix.text() + "^-1";
        yield new Sample(text, inverse(matrix.value()));
      }
      default -> combined(matrix(depth - 1), identity(random.nextBoolean() ? "eye" : "eye(n)"));
    };
  }

  private Sample identity(String text) {
    return new Sample(text, filled(n, n, (i, j) -> i == j ? 1 : 0));
  }

  // ---- operations, each as a text and as loops

  private static Sample binary(String operator, Sample l, Sample r, DoubleBinaryOperator of) {
    double[][] left = l.value();
    return new Sample(
        "(" + l.text() + " " + operator + " " + r.text() + ")",
        filled(
            left.length, left[0].length, (i, j) -> of.applyAsDouble(left[i][j], r.value()[i][j])));
  }

  private Sample combined(Sample left, Sample right) {
    return switch (random.nextInt(3)) {
      case 0 -> binary("+", left, right, Double::sum);
      case 1 -> binary("-", left, right, (p, q) -> p - q);
      default -> binary(".*", left, right, (p, q) -> p * q);
    };
  }

  private static Sample quotient(Sample left, Sample right) {
    double[][] below = map(right.value(), z -> 2 + Math.sin(z));
    return binary(
        "./", left, new Sample("(2 + sin(" + right.text() + "))", below), (p, q) -> p / q);
  }

  private static Sample scaled(Sample factor, Sample array) {
    double[][] value = map(array.value(), z -> factor.value()[0][0] * z);
    return new Sample("(" + factor.text() + "*" + array.text() + ")", value);
  }

  private static Sample times(Sample left, Sample right) {
    return new Sample(
        "(" + left.text() + "*" + right.text() + ")", product(left.value(), right.value()));
  }

  private static Sample transposed(Sample array) {
    double[][] v = array.value();
    return new Sample("(" + array.text() + ")'", filled(v[0].length, v.length, (i, j) -> v[j][i]));
  }

  private Sample applied(Sample array) {
    record Named(String name, DoubleUnaryOperator function) {}

    List<Named> functions =
        List.of(
            new Named("sin", Math::sin),
            new Named("tanh", Math::tanh),
            new Named("cos", Math::cos));
    Named chosen = functions.get(random.nextInt(functions.size()));
    return new Sample(
        chosen.name() + "(" + array.text() + ")", map(array.value(), chosen.function()));
  }

  private interface Reduction {
    double of(double[][] value);
  }

  private static Sample reduced(String name, Sample array, Reduction reduction) {
    return new Sample(
        name + "(" + array.text() + ")", new double[][] {{reduction.of(array.value())}});
  }

  private static Sample softmax(Sample array) {
    Sample argument = bounded(array);
    double sum = total(argument.value(), Math::exp);
    return new Sample(
        "softmax(" + argument.text() + ")", map(argument.value(), z -> Math.exp(z) / sum));
  }

  private static Sample bounded(Sample array) {
    return new Sample("sin(" + array.text() + ")", map(array.value(), Math::sin));
  }

  /** 4n·I + sin(M), which has a dominant diagonal. */
  private Sample regular(Sample matrix) {
    double[][] v = matrix.value();
    return new Sample(
        "(4*n*eye + sin(" + matrix.text() + "))",
        filled(n, n, (i, j) -> Math.sin(v[i][j]) + (i == j ? 4 * n : 0)));
  }

  // ---- plain loops

  private static double[][] map(double[][] v, DoubleUnaryOperator function) {
    return filled(v.length, v[0].length, (i, j) -> function.applyAsDouble(v[i][j]));
  }

  private static double[][] product(double[][] p, double[][] q) {
    double[][] result = new double[p.length][q[0].length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q[0].length; j++) {
        for (int k = 0; k < q.length; k++) {
          result[i][j] += p[i][k] * q[k][j];
        }
      }
    }
    return result;
  }

  private static double total(double[][] v, DoubleUnaryOperator function) {
    double sum = 0;
    for (double[] row : v) {
      for (double z : row) {
        sum += function.applyAsDouble(z);
      }
    }
    return sum;
  }

  private static double frobenius(double[][] v) {
    return Math.sqrt(total(v, z -> z * z));
  }

  private static double trace(double[][] v) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i][i];
    }
    return sum;
  }

  /** Leibniz' recursion along the first row. */
  private static double determinant(double[][] v) {
    if (v.length == 1) {
      return v[0][0];
    }
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += (j % 2 == 0 ? 1 : -1) * v[0][j] * determinant(minor(v, 0, j));
    }
    return sum;
  }

  private static double[][] minor(double[][] v, int row, int column) {
    return filled(
        v.length - 1, v.length - 1, (i, j) -> v[i < row ? i : i + 1][j < column ? j : j + 1]);
  }

  /** Cramer's rule. */
  private static double[][] inverse(double[][] v) {
    double determinant = determinant(v);
    return v.length == 1
        ? new double[][] {{1 / determinant}}
        : filled(
            v.length,
            v.length,
            (i, j) -> ((i + j) % 2 == 0 ? 1 : -1) * determinant(minor(v, j, i)) / determinant);
  }
}
