package dev.nabla.print;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import dev.nabla.matrix.FormFraction;
import dev.nabla.matrix.FormWriter;
import dev.nabla.matrix.MatrixForm;
import dev.nabla.matrix.MatrixFormVisitor;
import dev.nabla.print.LatexPiece.Join;
import dev.nabla.print.LatexPiece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Matrix form → LaTeX: W_{2} \operatorname{diag}(1 - \tanh^{2}(W_{1} x + b_{1})) W_{1}, with ⊙ and
 * ⊘ for what is done element by element and a bold 1 for arrays of ones.
 */
public final class MatrixFormLatex {
  private final NumberStyle style;
  private final Set<String> reserved;
  private final Renderer renderer = new Renderer();

  /**
   * A printer of matrix forms.
   *
   * @param style how numbers are written in scalars
   * @param reserved declared names, which no index may have
   */
  public MatrixFormLatex(NumberStyle style, Set<String> reserved) {
    this.style = style;
    this.reserved = Set.copyOf(reserved);
  }

  /** The LaTeX of the form, without delimiters such as $. */
  public String print(MatrixForm form) {
    return form.accept(renderer).rope().write(TextPrinter.LONGEST);
  }

  private LatexPiece scalar(Expr expr) {
    FormulaBuilder builder = new FormulaBuilder(style, List.of(expr), reserved);
    return new LatexPrinter().piece(builder.build(expr));
  }

  private final class Renderer implements MatrixFormVisitor<LatexPiece> {
    private final LatexProducts products = new LatexProducts(this::piece);

    private LatexPiece piece(MatrixForm form) {
      return form.accept(this);
    }

    private LatexPiece at(Level needed, MatrixForm form) {
      return piece(form).at(needed);
    }

    private static LatexPiece named(String name) {
      LatexNames.Parts parts = LatexNames.parts(name);
      return LatexProducts.atom(parts.latex(), LatexNames.width(name))
          .joining(parts.isWord() ? Join.WORD : Join.LETTER);
    }

    private LatexPiece call(String command, MatrixForm argument) {
      LatexPiece inner = piece(argument).parenthesized();
      return new LatexPiece(
          inner.rope().between(command, ""),
          Level.ATOM,
          inner.width() + 3,
          inner.tall(),
          Join.WORD);
    }

    @Override
    public LatexPiece visitNumeral(MatrixForm.Numeral numeral) {
      Rational value = numeral.value();
      if (value.signum() < 0) {
        LatexPiece magnitude = piece(FormWriter.negated(numeral));
        return new LatexPiece(
            magnitude.rope().between("-", ""), Level.SUM, magnitude.width() + 1, false, Join.DIGIT);
      }
      return value.isInteger()
          ? LatexProducts.atom(value.toString(), 1).joining(Join.DIGIT)
          : LatexProducts.fraction(
              LatexProducts.atom(value.numerator().toString(), 1),
              LatexProducts.atom(value.denominator().toString(), 1));
    }

    @Override
    public LatexPiece visitScalarExpression(MatrixForm.ScalarExpression scalar) {
      return scalar(scalar.expr());
    }

    @Override
    public LatexPiece visitArray(MatrixForm.Array array) {
      LatexPiece name = named(array.symbol().name());
      if (array.isWhole()) {
        return name;
      }
      String positions =
          array.positions().stream()
              .map(position -> position.map(this::position).orElse(":"))
              .collect(Collectors.joining(","));
      return new LatexPiece(
          name.rope().between("(", ")_{" + positions + "}"),
          Level.ATOM,
          name.width() + 3,
          false,
          Join.LETTER);
    }

    private String position(Expr expr) {
      return scalar(expr).rope().write(TextPrinter.LONGEST);
    }

    @Override
    public LatexPiece visitIdentity(MatrixForm.Identity identity) {
      return LatexProducts.atom("I", 1);
    }

    @Override
    public LatexPiece visitOnes(MatrixForm.Ones ones) {
      return LatexProducts.atom(
          ones.shape().isMatrix()
              ? "\\mathbf{1} \\mathbf{1}^{\\top}"
              : ones.shape().isRow() ? "\\mathbf{1}^{\\top}" : "\\mathbf{1}",
          2);
    }

    @Override
    public LatexPiece visitChain(MatrixForm.Chain chain) {
      return LatexProducts.juxtaposed(
          chain.factors().stream().map(factor -> at(Level.FACTOR, factor)).toList());
    }

    /** (A⁻¹)² is A⁻². */
    @Override
    public LatexPiece visitMatrixPower(MatrixForm.MatrixPower power) {
      return isInverse(power.base())
          ? raised(((MatrixForm.ArrayCall) power.base()).argument(), "-" + power.exponent())
          : raised(power.base(), Integer.toString(power.exponent()));
    }

    @Override
    public LatexPiece visitTimes(MatrixForm.Times times) {
      return products.of(times);
    }

    @Override
    public LatexPiece visitPlus(MatrixForm.Plus plus) {
      List<Rope> ropes = new ArrayList<>();
      double width = 0;
      boolean tall = false;
      for (MatrixForm term : plus.terms()) {
        boolean negative = FormWriter.isNegative(term);
        LatexPiece magnitude = at(Level.TERM, negative ? FormWriter.negated(term) : term);
        if (term.isScalar() && isOfMatrices(plus)) {
          magnitude = spread(magnitude);
        }
        String sign = ropes.isEmpty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
        ropes.add(magnitude.rope().between(sign, ""));
        width += magnitude.width() + 2;
        tall |= magnitude.tall();
      }
      return new LatexPiece(Rope.join(ropes), Level.SUM, width, tall, Join.LETTER);
    }

    /** In I − 1/n the number would be taken for a multiple of I. */
    private static boolean isOfMatrices(MatrixForm.Plus plus) {
      return plus.shape().isMatrix()
          && !plus.terms().stream().allMatch(term -> term.isScalar() || isElementwise(term));
    }

    private static boolean isElementwise(MatrixForm term) {
      return term instanceof MatrixForm.Times times
          ? times.arrays().stream().allMatch(Renderer::isElementwise)
          : term instanceof MatrixForm.Call || term instanceof MatrixForm.Power;
    }

    private static LatexPiece spread(LatexPiece number) {
      LatexPiece ones = LatexProducts.atom("\\mathbf{1} \\mathbf{1}^{\\top}", 3);
      return number.rope().write(TextPrinter.LONGEST).equals("1") ? ones : number.times(ones);
    }

    @Override
    public LatexPiece visitPower(MatrixForm.Power power) {
      if (FormFraction.divisor(power).isPresent()) {
        return power.isScalar()
            ? visitTimes(new MatrixForm.Times(Rational.ONE, List.of(power), List.of()))
            : visitTimes(new MatrixForm.Times(Rational.ONE, List.of(), List.of(power)));
      }
      LatexPiece exponent = piece(power.exponent());
      if (FormWriter.isHalf(power.exponent())) {
        LatexPiece radicand = piece(power.base());
        return new LatexPiece(
            radicand.rope().between("\\sqrt{", "}"),
            Level.FACTOR,
            radicand.width() + 1.5,
            true,
            Join.LETTER);
      }
      if (power.base() instanceof MatrixForm.Call call
          && power.exponent() instanceof MatrixForm.Numeral
          && LatexFunctions.isCommand(call.function())) {
        return function(call, Optional.of(exponent.rope()));
      }
      LatexPiece base = at(Level.ATOM, power.base());
      String sign = power.isScalar() ? "^{" : "^{\\odot ";
      return new LatexPiece(
          Rope.join(base.rope(), exponent.rope().between(sign, "}")),
          Level.FACTOR,
          base.width() + exponent.width(),
          true,
          base.join());
    }

    @Override
    public LatexPiece visitCall(MatrixForm.Call call) {
      return function(call, Optional.empty());
    }

    private LatexPiece function(MatrixForm.Call call, Optional<Rope> exponent) {
      return LatexFunctions.call(
          call.function(), call.arguments().stream().map(this::piece).toList(), exponent);
    }

    /** Iverson's bracket, element by element. */
    @Override
    public LatexPiece visitIndicator(MatrixForm.Indicator indicator) {
      LatexPiece left = piece(indicator.left());
      LatexPiece right = piece(indicator.right());
      boolean turned = indicator.left() instanceof MatrixForm.Numeral;
      String sign =
          switch (indicator.relation()) {
            case LT -> turned ? " > " : " < ";
            case LE -> turned ? " \\ge " : " \\le ";
            case EQ -> " = ";
            case NE -> " \\ne ";
          };
      Rope relation =
          turned
              ? Rope.join(right.rope(), Rope.of(sign), left.rope())
              : Rope.join(left.rope(), Rope.of(sign), right.rope());
      return new LatexPiece(
          relation.between("[", "]"),
          Level.ATOM,
          left.width() + right.width() + 3,
          left.tall() || right.tall(),
          Join.LETTER);
    }

    private LatexPiece raised(MatrixForm form, String exponent) {
      LatexPiece base = at(Level.ATOM, form);
      return new LatexPiece(
          base.rope().between("", "^{" + exponent + "}"),
          Level.FACTOR,
          base.width() + 1,
          base.tall(),
          base.join());
    }

    @Override
    public LatexPiece visitTranspose(MatrixForm.Transpose transpose) {
      MatrixForm operand = transpose.operand();
      return isInverse(operand)
          ? raised(((MatrixForm.ArrayCall) operand).argument(), "-\\top")
          : raised(operand, "\\top");
    }

    private static boolean isInverse(MatrixForm form) {
      return form instanceof MatrixForm.ArrayCall call && call.function() == ArrayFunction.INVERSE;
    }

    @Override
    public LatexPiece visitDiagonal(MatrixForm.Diagonal diagonal) {
      return call("\\operatorname{diag}", diagonal.column());
    }

    @Override
    public LatexPiece visitDiagonalPart(MatrixForm.DiagonalPart part) {
      return call("\\operatorname{diag}", part.matrix());
    }

    @Override
    public LatexPiece visitArrayCall(MatrixForm.ArrayCall call) {
      boolean rows = call.argument().shape().isMatrix();
      return switch (call.function()) {
        case INVERSE -> raised(call.argument(), "-1");
        case DETERMINANT -> call("\\det", call.argument());
        case SOFTMAX, LOGSUMEXP ->
            call(
                "\\operatorname{" + (rows ? "row" : "") + call.function().text() + "}",
                call.argument());
      };
    }

    @Override
    public LatexPiece visitFold(MatrixForm.Fold fold) {
      return switch (fold.folding()) {
        case SUM -> sum(fold.argument());
        case MEAN -> call("\\operatorname{mean}", fold.argument());
        case TRACE -> call("\\operatorname{tr}", fold.argument());
        case NORM1 -> norm(fold.argument(), "1");
        case NORM2 -> norm(fold.argument(), fold.argument().shape().isMatrix() ? "F" : "2");
        case PRODUCT -> call("\\operatorname{prod}", fold.argument());
        case MAX -> call("\\max", fold.argument());
        case MIN -> call("\\min", fold.argument());
      };
    }

    /** 1ᵀx, 1ᵀA1. */
    private LatexPiece sum(MatrixForm argument) {
      LatexPiece row = LatexProducts.atom("\\mathbf{1}^{\\top}", 2);
      LatexPiece product = row.times(LatexProducts.inProduct(piece(argument)).at(Level.TERM));
      return argument.shape().isMatrix()
          ? product.times(LatexProducts.atom("\\mathbf{1}", 1))
          : product;
    }

    private LatexPiece norm(MatrixForm argument, String kind) {
      LatexPiece inner = piece(argument);
      return new LatexPiece(
          inner.tall()
              ? inner.rope().between("\\left\\|", "\\right\\|_{" + kind + "}")
              : inner.rope().between("\\|", "\\|_{" + kind + "}"),
          Level.ATOM,
          inner.width() + 3,
          inner.tall(),
          Join.LETTER);
    }

    @Override
    public LatexPiece visitKronecker(MatrixForm.Kronecker kronecker) {
      LatexPiece left = at(Level.FACTOR, kronecker.left());
      LatexPiece right = at(Level.FACTOR, kronecker.right());
      return new LatexPiece(
          Rope.join(left.rope(), Rope.of(" \\otimes "), right.rope()),
          Level.TERM,
          left.width() + right.width() + 2,
          left.tall() || right.tall(),
          Join.LETTER);
    }
  }
}
