package dev.nabla.matrix;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Matrix form → text in the language: reading the text gives the same array.
 *
 * <p>How a scalar with indices of its own is written is left to the caller.
 */
public final class FormWriter {
  /** From the loosest to the tightest. */
  private enum Level {
    SUM,
    TERM,
    POWER,
    PRIMARY
  }

  private record Piece(String text, Level level) {
    String at(Level needed) {
      return level.compareTo(needed) >= 0 ? text : "(" + text + ")";
    }
  }

  private final Function<Expr, String> scalars;
  private final Writer writer = new Writer();

  /** A writer that writes scalars as {@code scalars} says. */
  public FormWriter(Function<Expr, String> scalars) {
    this.scalars = scalars;
  }

  /** The text of the form. */
  public String write(MatrixForm form) {
    return form.accept(writer).text();
  }

  /**
   * The number of characters, where a scalar that is no leaf counts by its nodes and ones count
   * twice: they are written only where nothing else will do.
   */
  static int length(MatrixForm form) {
    return new FormWriter(FormWriter::sketch).write(form).length() + 8 * ones(form);
  }

  /**
   * A text that tells forms apart, to put them in an order that does not depend on the run; a
   * matrix comes before its transpose.
   */
  static String key(MatrixForm form) {
    return new FormWriter(FormWriter::distinct).write(form).replace('\'', '~');
  }

  private static String distinct(Expr expr) {
    return expr instanceof Element element && element.indices().isEmpty()
        ? element.symbol().name()
        : Long.toHexString(expr.structure());
  }

  private static int ones(MatrixForm form) {
    return form instanceof MatrixForm.Ones
        ? 1
        : form.parts().stream().mapToInt(FormWriter::ones).sum();
  }

  private static String sketch(Expr expr) {
    if (expr instanceof Element element && element.indices().isEmpty()) {
      return element.symbol().name();
    }
    if (expr instanceof Num num) {
      return num.value().toString();
    }
    return "x".repeat((int) Math.min(4 * expr.treeSize(), 10_000));
  }

  private final class Writer implements MatrixFormVisitor<Piece> {
    private String at(Level needed, MatrixForm form) {
      return form.accept(this).at(needed);
    }

    private String list(List<MatrixForm> forms, Level needed, String separator) {
      return forms.stream().map(form -> at(needed, form)).collect(Collectors.joining(separator));
    }

    private Piece call(String name, MatrixForm... arguments) {
      return new Piece(name + "(" + list(List.of(arguments), Level.SUM, ", ") + ")", Level.PRIMARY);
    }

    @Override
    public Piece visitNumeral(MatrixForm.Numeral numeral) {
      Rational value = numeral.value();
      Level level = value.signum() < 0 ? Level.SUM : value.isInteger() ? Level.PRIMARY : Level.TERM;
      return new Piece(value.toString(), level);
    }

    @Override
    public Piece visitScalarExpression(MatrixForm.ScalarExpression scalar) {
      Expr expr = scalar.expr();
      boolean primary =
          expr instanceof Element
              || expr instanceof Constant
              || expr instanceof Apply
              || expr instanceof Reduce;
      return new Piece(scalars.apply(expr), primary ? Level.PRIMARY : Level.SUM);
    }

    @Override
    public Piece visitArray(MatrixForm.Array array) {
      String name = array.symbol().name();
      if (array.isWhole()) {
        return new Piece(name, Level.PRIMARY);
      }
      String positions =
          array.positions().stream()
              .map(position -> position.map(scalars).orElse(":"))
              .collect(Collectors.joining(","));
      return new Piece(name + "[" + positions + "]", Level.PRIMARY);
    }

    @Override
    public Piece visitIdentity(MatrixForm.Identity identity) {
      return new Piece("eye(" + scalars.apply(identity.size()) + ")", Level.PRIMARY);
    }

    @Override
    public Piece visitOnes(MatrixForm.Ones ones) {
      Shape shape = ones.shape();
      List<Expr> sizes = new ArrayList<>();
      shape.rows().ifPresent(sizes::add);
      shape.columns().ifPresent(sizes::add);
      String text = sizes.stream().map(scalars).collect(Collectors.joining(", ", "ones(", ")"));
      return new Piece(shape.isRow() ? text + "'" : text, Level.PRIMARY);
    }

    @Override
    public Piece visitChain(MatrixForm.Chain chain) {
      return new Piece(list(chain.factors(), Level.POWER, "*"), Level.TERM);
    }

    @Override
    public Piece visitMatrixPower(MatrixForm.MatrixPower power) {
      return new Piece(at(Level.PRIMARY, power.base()) + "^" + power.exponent(), Level.POWER);
    }

    @Override
    public Piece visitTimes(MatrixForm.Times times) {
      FormFraction fraction = FormFraction.of(times);
      String above = above(fraction);
      for (MatrixForm divisor : fraction.arraysBelow()) {
        above += "./" + at(Level.POWER, divisor);
      }
      List<String> below = new ArrayList<>();
      if (!fraction.below().equals(BigInteger.ONE)) {
        below.add(fraction.below().toString());
      }
      fraction.scalarsBelow().forEach(divisor -> below.add(at(Level.POWER, divisor)));
      if (!below.isEmpty()) {
        String divisors = String.join("*", below);
        above += "/" + (below.size() == 1 ? divisors : "(" + divisors + ")");
      }
      return fraction.negative() ? new Piece("-" + above, Level.SUM) : new Piece(above, Level.TERM);
    }

    private String above(FormFraction fraction) {
      List<String> factors = new ArrayList<>();
      if (!fraction.above().equals(BigInteger.ONE) || fraction.isReciprocal()) {
        factors.add(fraction.above().toString());
      }
      // Where the product starts, its first factor may be a product itself.
      fraction
          .scalarsAbove()
          .forEach(scalar -> factors.add(at(factors.isEmpty() ? Level.TERM : Level.POWER, scalar)));
      List<MatrixForm> arrays = fraction.arraysAbove();
      if (!arrays.isEmpty()) {
        boolean alone = arrays.size() == 1 && fraction.arraysBelow().isEmpty();
        factors.add(list(arrays, alone ? Level.TERM : Level.POWER, ".*"));
      }
      return String.join("*", factors);
    }

    @Override
    public Piece visitPlus(MatrixForm.Plus plus) {
      StringBuilder text = new StringBuilder();
      for (MatrixForm term : plus.terms()) {
        boolean negative = isNegative(term);
        String magnitude = at(Level.TERM, negative ? negated(term) : term);
        if (text.length() > 0) {
          text.append(negative ? " - " : " + ");
        } else if (negative) {
          text.append('-');
        }
        text.append(magnitude);
      }
      return new Piece(text.toString(), Level.SUM);
    }

    @Override
    public Piece visitPower(MatrixForm.Power power) {
      if (FormFraction.divisor(power).isPresent()) {
        return power.isScalar()
            ? visitTimes(new MatrixForm.Times(Rational.ONE, List.of(power), List.of()))
            : visitTimes(new MatrixForm.Times(Rational.ONE, List.of(), List.of(power)));
      }
      if (isHalf(power.exponent())) {
        return call("sqrt", power.base());
      }
      String sign = power.isScalar() ? "^" : ".^";
      return new Piece(
          at(Level.PRIMARY, power.base()) + sign + at(Level.PRIMARY, power.exponent()),
          Level.POWER);
    }

    @Override
    public Piece visitCall(MatrixForm.Call call) {
      return call(call.function().name(), call.arguments().toArray(new MatrixForm[0]));
    }

    /** The language compares scalars only; of arrays it takes the sign of the difference. */
    @Override
    public Piece visitIndicator(MatrixForm.Indicator indicator) {
      Compare.Relation relation = indicator.relation();
      boolean turned = relation == Compare.Relation.LT;
      String difference = difference(indicator, turned);
      return switch (relation) {
        case LT -> new Piece("max(sign(" + difference + "), 0)", Level.PRIMARY);
        case LE -> new Piece("1 - max(sign(" + difference + "), 0)", Level.SUM);
        case EQ -> new Piece("1 - abs(sign(" + difference + "))", Level.SUM);
        case NE -> new Piece("abs(sign(" + difference + "))", Level.PRIMARY);
      };
    }

    private String difference(MatrixForm.Indicator indicator, boolean turned) {
      MatrixForm from = turned ? indicator.right() : indicator.left();
      MatrixForm taken = turned ? indicator.left() : indicator.right();
      return isZero(taken)
          ? at(Level.SUM, from)
          : isZero(from)
              ? (taken instanceof MatrixForm.Plus plus
                  ? at(Level.SUM, FormSums.negated(plus))
                  : "-" + at(Level.TERM, taken))
              : at(Level.SUM, from) + " - " + at(Level.TERM, taken);
    }

    @Override
    public Piece visitTranspose(MatrixForm.Transpose transpose) {
      return new Piece(at(Level.PRIMARY, transpose.operand()) + "'", Level.PRIMARY);
    }

    @Override
    public Piece visitDiagonal(MatrixForm.Diagonal diagonal) {
      return call("diag", diagonal.column());
    }

    @Override
    public Piece visitDiagonalPart(MatrixForm.DiagonalPart part) {
      return call("diag", part.matrix());
    }

    @Override
    public Piece visitArrayCall(MatrixForm.ArrayCall call) {
      String name = call.function().text();
      boolean rows = call.function().argumentRank() == 1 && call.argument().shape().isMatrix();
      return call(rows ? "row" + name : name, call.argument());
    }

    @Override
    public Piece visitFold(MatrixForm.Fold fold) {
      return call(fold.folding().text(), fold.argument());
    }

    @Override
    public Piece visitKronecker(MatrixForm.Kronecker kronecker) {
      return call("kron", kronecker.left(), kronecker.right());
    }
  }

  /** Whether a minus stands in front. */
  public static boolean isNegative(MatrixForm form) {
    return form instanceof MatrixForm.Times times
        ? times.coefficient().signum() < 0
        : form instanceof MatrixForm.Numeral numeral && numeral.value().signum() < 0;
  }

  /** A form in front of which a minus stands, without the minus. */
  public static MatrixForm negated(MatrixForm form) {
    if (form instanceof MatrixForm.Numeral numeral) {
      return new MatrixForm.Numeral(numeral.value().negate());
    }
    MatrixForm.Times times = (MatrixForm.Times) form;
    Rational coefficient = times.coefficient().negate();
    if (coefficient.isOne() && times.scalars().size() + times.arrays().size() == 1) {
      return times.arrays().isEmpty() ? times.scalars().get(0) : times.arrays().get(0);
    }
    return new MatrixForm.Times(coefficient, times.scalars(), times.arrays());
  }

  private static boolean isZero(MatrixForm form) {
    return form instanceof MatrixForm.Numeral numeral && numeral.value().isZero();
  }

  /** Whether an exponent means the square root. */
  public static boolean isHalf(MatrixForm exponent) {
    return exponent instanceof MatrixForm.Numeral numeral && numeral.value().equals(Rational.HALF);
  }
}
