package dev.nabla.matrix;

import dev.nabla.matrix.Matrix.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a text in whole arrays, by a reader of its own that knows the language's grammar.
 */
final class TextEvaluation {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+|[A-Za-z]\\w*|\\.\\*|\\./|\\.\\^|[-+*/^'(),:\\[\\]])");

  private final Map<String, Matrix> arrays;
  private final List<String> tokens = new ArrayList<>();
  private int position;

  TextEvaluation(Map<String, Matrix> arrays) {
    this.arrays = arrays;
  }

  Matrix value(String text) {
    tokens.clear();
    position = 0;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end < text.length()) {
      throw new IllegalArgumentException("cannot read " + text.substring(end));
    }
    Matrix value = sum();
    if (position < tokens.size()) {
      throw new IllegalArgumentException(
          "left over in " + text + ": " + tokens.subList(position, tokens.size()));
    }
    return value;
  }

  private String peek() {
    return position < tokens.size() ? tokens.get(position) : "";
  }

  private boolean take(String token) {
    if (peek().equals(token)) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw new IllegalArgumentException(token + " expected, not " + peek() + " in " + tokens);
    }
  }

  private Matrix sum() {
    Matrix value = term();
    while (true) {
      if (take("+")) {
        value = value.zip(term(), (a, b) -> a + b);
      } else if (take("-")) {
        value = value.zip(term(), (a, b) -> a - b);
      } else {
        return value;
      }
    }
  }

  private Matrix term() {
    Matrix value = signed();
    while (true) {
      if (take("*")) {
        value = value.times(signed());
      } else if (take(".*")) {
        value = value.zip(signed(), (a, b) -> a * b);
      } else if (take("./")) {
        value = value.zip(signed(), (a, b) -> a / b);
      } else if (take("/")) {
        Matrix divisor = signed();
        if (!divisor.isScalar()) {
          throw new IllegalArgumentException("division by an array");
        }
        value = value.zip(divisor, (a, b) -> a / b);
      } else {
        return value;
      }
    }
  }

  private Matrix signed() {
    return take("-") ? signed().map(value -> -value) : power();
  }

  private Matrix power() {
    Matrix base = postfix();
    if (take("^")) {
      if (!base.isScalar()) {
        Matrix result = base;
        for (int k = (int) exponent().at(0, 0); k > 1; k--) {
          result = result.times(base);
        }
        return result;
      }
      return base.zip(exponent(), Math::pow);
    }
    return take(".^") ? base.zip(exponent(), Math::pow) : base;
  }

  private Matrix exponent() {
    return take("-") ? exponent().map(value -> -value) : power();
  }

  private Matrix postfix() {
    Matrix value = primary();
    while (true) {
      if (take("'")) {
        value = value.transposed();
      } else if (take("[")) {
        value = subscript(value);
      } else {
        return value;
      }
    }
  }

  private Matrix subscript(Matrix array) {
    int row = position();
    int column = take(",") ? position() : 1;
    expect("]");
    return row > 0 && column > 0
        ? Matrix.scalar(array.at(row - 1, column - 1))
        : row > 0
            ? Matrix.of(array.columns(), 1, Kind.COLUMN, (i, j) -> array.at(row - 1, i))
            : Matrix.of(array.rows(), 1, Kind.COLUMN, (i, j) -> array.at(i, column - 1));
  }

  /** 0 stands for all of the axis. */
  private int position() {
    return take(":") ? 0 : (int) sum().at(0, 0);
  }

  private Matrix primary() {
    if (take("(")) {
      Matrix value = sum();
      expect(")");
      return value;
    }
    String token = tokens.get(position++);
    if (Character.isDigit(token.charAt(0))) {
      return Matrix.scalar(Double.parseDouble(token));
    }
    if (!take("(")) {
      Matrix value = arrays.get(token);
      if (value == null) {
        throw new IllegalArgumentException("no value of " + token);
      }
      return value;
    }
    List<Matrix> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (take(","));
    expect(")");
    return call(token, arguments);
  }

  private Matrix call(String name, List<Matrix> arguments) {
    Matrix first = arguments.get(0);
    return switch (name) {
      case "eye" -> eye((int) first.at(0, 0));
      case "ones" -> ones(arguments);
      case "diag" -> diag(first);
      case "sum" -> Matrix.scalar(first.total());
      case "mean" -> Matrix.scalar(first.total() / first.rows());
      case "tr" -> Matrix.scalar(diag(first).total());
      case "norm1" -> Matrix.scalar(first.map(Math::abs).total());
      case "norm2" -> Matrix.scalar(Math.sqrt(first.map(value -> value * value).total()));
      case "max" ->
          arguments.size() == 1 ? Matrix.scalar(first.greatest()) : elementary(name, arguments);
      case "inv" -> first.inverse();
      case "det" -> Matrix.scalar(first.determinant());
      case "kron" -> first.kronecker(arguments.get(1));
      case "softmax" -> softmax(first);
      case "rowsoftmax" -> softmaxOfRows(first);
      case "logsumexp" -> Matrix.scalar(Math.log(first.map(Math::exp).total()));
      case "sqrt" -> first.map(Math::sqrt);
      default -> elementary(name, arguments);
    };
  }

  private static Matrix elementary(String name, List<Matrix> arguments) {
    Matrix first = arguments.get(0);
    return arguments.size() == 1
        ? first.map(value -> Elementary.call(name, value))
        : first.zip(arguments.get(1), (a, b) -> Elementary.call(name, a, b));
  }

  private static Matrix eye(int n) {
    return Matrix.of(n, n, (i, j) -> i == j ? 1 : 0);
  }

  private static Matrix ones(List<Matrix> sizes) {
    int rows = (int) sizes.get(0).at(0, 0);
    return sizes.size() == 1
        ? Matrix.of(rows, 1, Kind.COLUMN, (i, j) -> 1)
        : Matrix.of(rows, (int) sizes.get(1).at(0, 0), (i, j) -> 1);
  }

  private static Matrix diag(Matrix array) {
    return array.kind() == Kind.MATRIX
        ? Matrix.of(array.rows(), 1, Kind.COLUMN, (i, j) -> array.at(i, i))
        : Matrix.of(array.rows(), array.rows(), (i, j) -> i == j ? array.at(i, 0) : 0);
  }

  private static Matrix softmax(Matrix column) {
    double total = column.map(Math::exp).total();
    return column.map(value -> Math.exp(value) / total);
  }

  private static Matrix softmaxOfRows(Matrix matrix) {
    Matrix exp = matrix.map(Math::exp);
    return Matrix.of(
        matrix.rows(),
        matrix.columns(),
        (i, j) -> {
          double sum = 0;
          for (int k = 0; k < matrix.columns(); k++) {
            sum += exp.at(i, k);
          }
          return exp.at(i, j) / sum;
        });
  }
}
