package dev.nabla.print;

import dev.nabla.expr.Constant;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Reduce;
import dev.nabla.print.LatexPiece.Join;
import dev.nabla.print.LatexPiece.Level;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Each kind of formula as a piece of LaTeX. */
final class LatexRenderer extends FormulaRenderer<LatexPiece> {
  /** The lines of cases so far, so that a chain of conditionals is one list of lines. */
  private final IdentityHashMap<Formula, Rope> caseLines = new IdentityHashMap<>();

  /** A term with its sign in front. */
  record SignedPiece(Rope rope, double width, boolean tall) {}

  private LatexPiece at(Level needed, Formula part) {
    return piece(part).at(needed);
  }

  @Override
  public LatexPiece visitNumeral(Formula.Numeral numeral) {
    String text = numeral.text();
    int e = text.indexOf('e');
    String mantissa = e < 0 ? text : text.substring(0, e);
    if (mantissa.startsWith(".")) {
      mantissa = "0" + mantissa;
    }
    if (e < 0) {
      return LatexPiece.of(mantissa, Level.ATOM, mantissa.length()).joining(Join.DIGIT);
    }
    String exponent = text.substring(e + 1).replace("+", "");
    String power = "10^{" + exponent + "}";
    String latex = mantissa.equals("1") ? power : mantissa + " \\cdot " + power;
    return new LatexPiece(Rope.of(latex), Level.FACTOR, mantissa.length() + 4.0, true, Join.DIGIT);
  }

  @Override
  public LatexPiece visitNamedConstant(Formula.NamedConstant constant) {
    String latex = constant.constant() == Constant.Name.PI ? "\\pi" : "e";
    return LatexPiece.of(latex, Level.ATOM, 1);
  }

  @Override
  public LatexPiece visitName(Formula.Name name) {
    LatexNames.Parts parts = LatexNames.parts(name.text());
    return LatexPiece.of(parts.latex(), Level.ATOM, LatexNames.width(name.text()))
        .joining(parts.isWord() ? Join.WORD : Join.LETTER);
  }

  @Override
  public LatexPiece visitEntry(Formula.Entry entry) {
    LatexNames.Parts parts = LatexNames.parts(entry.name());
    boolean bare = parts.subscript().isEmpty() && parts.primes().isEmpty();
    String name = bare ? parts.stem() : "(" + parts.latex() + ")";
    LatexPiece indices = indices(entry.indices());
    return new LatexPiece(
        indices.rope().between(name + "_{", "}"),
        Level.ATOM,
        LatexNames.width(entry.name()) + indices.width(),
        false,
        bare && parts.isWord() ? Join.WORD : Join.LETTER);
  }

  /** Single letters stand together (W_ij), everything else with commas (W_1,2). */
  private LatexPiece indices(List<Formula> indices) {
    boolean letters =
        indices.stream()
            .allMatch(index -> index instanceof Formula.Name name && name.text().length() == 1);
    List<Rope> ropes = new ArrayList<>();
    double width = 0;
    for (Formula index : indices) {
      if (!ropes.isEmpty() && !letters) {
        ropes.add(Rope.of(","));
      }
      ropes.add(piece(index).rope());
      width += 0.7 * piece(index).width();
    }
    return new LatexPiece(Rope.join(ropes), Level.CASES, width, false, Join.LETTER);
  }

  @Override
  public LatexPiece visitNegation(Formula.Negation negation) {
    LatexPiece operand = at(Level.REDUCTION, negation.operand());
    return new LatexPiece(
        operand.rope().between("-", ""),
        Level.SUM,
        operand.width() + 1,
        operand.tall(),
        Join.LETTER);
  }

  @Override
  public LatexPiece visitAddition(Formula.Addition addition) {
    List<Rope> ropes = new ArrayList<>();
    double width = 0;
    boolean tall = false;
    for (SignedPiece term : terms(addition)) {
      ropes.add(term.rope());
      width += term.width();
      tall |= term.tall();
    }
    return new LatexPiece(Rope.join(ropes), Level.SUM, width, tall, Join.LETTER);
  }

  /** The terms with their signs; their pieces are rendered. */
  List<SignedPiece> terms(Formula.Addition addition) {
    List<SignedPiece> pieces = new ArrayList<>();
    for (Formula.Term term : addition.terms()) {
      LatexPiece magnitude = at(Level.REDUCTION, term.magnitude());
      String plus = pieces.isEmpty() ? "" : " + ";
      String minus = pieces.isEmpty() ? "-" : " - ";
      pieces.add(
          new SignedPiece(
              magnitude.rope().between(term.negative() ? minus : plus, ""),
              magnitude.width() + (pieces.isEmpty() ? 0 : 2),
              magnitude.tall()));
    }
    return pieces;
  }

  @Override
  public LatexPiece visitMultiplication(Formula.Multiplication multiplication) {
    List<Formula> factors = multiplication.factors();
    LatexPiece result = at(Level.FACTOR, factors.get(0));
    for (int i = 1; i < factors.size(); i++) {
      // A sum over an index reaches to the end: the last factor needs no parentheses for it.
      boolean open = i == factors.size() - 1 && factors.get(i) instanceof Formula.Reduction;
      result = result.times(at(open ? Level.REDUCTION : Level.FACTOR, factors.get(i)));
    }
    return result;
  }

  @Override
  public LatexPiece visitFraction(Formula.Fraction fraction) {
    LatexPiece below = piece(fraction.denominator());
    Formula numerator = fraction.numerator();
    if (fraction.denominator() instanceof Formula.Numeral && isWide(numerator)) {
      return new LatexPiece(
              below.rope().between("\\frac{1}{", "}"), Level.FACTOR, 1, true, Join.LETTER)
          .times(at(Level.REDUCTION, numerator));
    }
    LatexPiece above = piece(numerator);
    Rope rope = Rope.join(above.rope().between("\\frac{", "}"), below.rope().between("{", "}"));
    double width = Math.max(above.width(), below.width()) + 0.5;
    return new LatexPiece(rope, Level.FACTOR, width, true, Join.LETTER);
  }

  /** What looks bad above a bare number: ½ Σ is better than Σ over 2. */
  private static boolean isWide(Formula numerator) {
    return numerator instanceof Formula.Reduction || numerator instanceof Formula.Cases;
  }

  @Override
  public LatexPiece visitExponentiation(Formula.Exponentiation exponentiation) {
    Formula base = exponentiation.base();
    LatexPiece exponent = exponent(exponentiation.exponent());
    if (base instanceof Formula.Call call
        && LatexFunctions.isCommand(call.function())
        && exponentiation.exponent() instanceof Formula.Numeral) {
      return call(call, Optional.of(exponent.rope()));
    }
    LatexPiece below = at(Level.ATOM, base);
    return new LatexPiece(
        Rope.join(below.rope(), exponent.rope().between("^{", "}")),
        Level.FACTOR,
        below.width() + 0.7 * exponent.width(),
        true,
        below.join());
  }

  /** A fraction of numbers stays on the line: x^{3/2}. */
  private LatexPiece exponent(Formula exponent) {
    boolean negative = exponent instanceof Formula.Negation;
    Formula magnitude =
        exponent instanceof Formula.Negation negation ? negation.operand() : exponent;
    if (magnitude instanceof Formula.Fraction fraction
        && fraction.numerator() instanceof Formula.Numeral above
        && fraction.denominator() instanceof Formula.Numeral below) {
      String text = (negative ? "-" : "") + above.text() + "/" + below.text();
      return LatexPiece.of(text, Level.TERM, text.length());
    }
    return piece(exponent);
  }

  @Override
  public LatexPiece visitPartial(Formula.Partial partial) {
    LatexPiece variable = piece(partial.variable());
    LatexPiece operand = piece(partial.operand()).tallIf(true).parenthesized();
    Rope operator = variable.rope().between("\\frac{\\partial}{\\partial ", "}");
    return new LatexPiece(
        Rope.join(operator, operand.rope()),
        Level.FACTOR,
        variable.width() + 1 + operand.width(),
        true,
        Join.LETTER);
  }

  @Override
  public LatexPiece visitMarked(Formula.Marked marked) {
    LatexPiece inner = piece(marked.formula());
    return new LatexPiece(
        inner.rope().between("\\underline{", "}"),
        inner.level(),
        inner.width(),
        inner.tall(),
        inner.join());
  }

  @Override
  public LatexPiece visitRoot(Formula.Root root) {
    LatexPiece radicand = piece(root.radicand());
    return new LatexPiece(
        radicand.rope().between("\\sqrt{", "}"),
        Level.FACTOR,
        radicand.width() + 1.5,
        true,
        Join.LETTER);
  }

  @Override
  public LatexPiece visitCall(Formula.Call call) {
    return call(call, Optional.empty());
  }

  private LatexPiece call(Formula.Call call, Optional<Rope> exponent) {
    List<LatexPiece> arguments = call.arguments().stream().map(this::piece).toList();
    return LatexFunctions.call(call.function(), arguments, exponent);
  }

  @Override
  public LatexPiece visitCases(Formula.Cases cases) {
    LatexPiece value = piece(cases.value());
    LatexPiece condition = piece(cases.condition());
    LatexPiece otherwise = piece(cases.otherwise());
    Rope first =
        Rope.join(value.rope(), Rope.of(" & \\text{if } "), condition.rope(), Rope.of(" \\\\ "));
    Rope rest =
        caseLines.getOrDefault(
            cases.otherwise(), otherwise.rope().between("", " & \\text{otherwise}"));
    Rope lines = Rope.join(first, rest);
    caseLines.put(cases, lines);
    double width = Math.max(value.width() + condition.width() + 4, otherwise.width() + 8);
    return new LatexPiece(
        lines.between("\\begin{cases} ", " \\end{cases}"), Level.CASES, width, true, Join.LETTER);
  }

  @Override
  public LatexPiece visitRelation(Formula.Relation relation) {
    LatexPiece left = at(Level.SUM, relation.left());
    LatexPiece right = at(Level.SUM, relation.right());
    Rope sign = Rope.of(" " + relation.sign().latex() + " ");
    return new LatexPiece(
        Rope.join(left.rope(), sign, right.rope()),
        Level.RELATION,
        left.width() + right.width() + 2,
        left.tall() || right.tall(),
        Join.LETTER);
  }

  @Override
  public LatexPiece visitConnection(Formula.Connection connection) {
    boolean all = connection.connective() == Logic.Connective.AND;
    if (connection.operands().isEmpty()) {
      return LatexPiece.of(all ? "\\text{true}" : "\\text{false}", Level.ATOM, 4);
    }
    if (connection.connective() == Logic.Connective.NOT) {
      LatexPiece operand = at(Level.ATOM, connection.operands().get(0));
      Rope rope = operand.rope().between("\\text{not } ", "");
      return new LatexPiece(rope, Level.NEGATION, operand.width() + 3, operand.tall(), Join.LETTER);
    }
    List<Rope> ropes = new ArrayList<>();
    double width = 0;
    boolean tall = false;
    for (Formula part : connection.operands()) {
      LatexPiece operand = at(all ? Level.NEGATION : Level.CONJUNCTION, part);
      ropes.add(
          operand
              .rope()
              .between(ropes.isEmpty() ? "" : all ? " \\text{ and } " : " \\text{ or } ", ""));
      width += operand.width() + 4;
      tall |= operand.tall();
    }
    Level level = all ? Level.CONJUNCTION : Level.DISJUNCTION;
    return new LatexPiece(Rope.join(ropes), level, width, tall, Join.LETTER);
  }

  @Override
  public LatexPiece visitKronecker(Formula.Kronecker kronecker) {
    LatexPiece indices = indices(kronecker.parts());
    Rope rope = indices.rope().between("\\delta_{", "}");
    return new LatexPiece(rope, Level.ATOM, 1 + indices.width(), false, Join.LETTER);
  }

  @Override
  public LatexPiece visitArrayCall(Formula.ArrayCall call) {
    LatexPiece array = piece(call.array());
    LatexPiece subscripts = indices(call.subscripts());
    List<Rope> ranges = new ArrayList<>();
    for (Formula.IndexRange range : call.indices()) {
      String name = LatexNames.parts(range.name()).latex();
      Rope lower = at(Level.SUM, range.lower()).rope();
      Rope upper = at(Level.SUM, range.upper()).rope();
      String separator = ranges.isEmpty() ? "" : ", ";
      ranges.add(Rope.join(lower.between(separator, " \\le " + name + " \\le "), upper));
    }
    Rope index = ranges.isEmpty() ? Rope.of("") : Rope.join(ranges).between("_{", "}");
    Rope whole =
        switch (call.function()) {
          case INVERSE ->
              call.indices().isEmpty()
                  ? array.rope().between("(", "^{-1})")
                  : Rope.join(array.rope().between("([", "]"), index.between("", "^{-1})"));
          case DETERMINANT -> Rope.join(index.between("\\det", ""), array.rope().between("(", ")"));
          case SOFTMAX, LOGSUMEXP ->
              Rope.join(
                  index.between("\\operatorname{" + call.function().text() + "}", ""),
                  array.rope().between("(", ")"));
        };
    return new LatexPiece(
        call.subscripts().isEmpty()
            ? whole
            : Rope.join(whole, subscripts.rope().between("_{", "}")),
        Level.ATOM,
        array.width() + subscripts.width() + call.function().text().length(),
        array.tall(),
        Join.WORD);
  }

  @Override
  public LatexPiece visitReduction(Formula.Reduction reduction) {
    String index = LatexNames.parts(reduction.index()).latex();
    Rope lower = at(Level.SUM, reduction.lower()).rope();
    Rope upper = at(Level.SUM, reduction.upper()).rope();
    boolean isSum = reduction.operation() == Reduce.Operation.SUM;
    Rope operator =
        switch (reduction.operation()) {
          case SUM, PRODUCT ->
              Rope.join(
                  lower.between((isSum ? "\\sum_{" : "\\prod_{") + index + " = ", "}"),
                  upper.between("^{", "} "));
          case MAX -> bounds("\\max", lower, index, upper);
          case MIN -> bounds("\\min", lower, index, upper);
        };
    LatexPiece body = at(Level.REDUCTION, reduction.body());
    return new LatexPiece(
        Rope.join(operator, body.rope()), Level.REDUCTION, body.width() + 3, true, Join.LETTER);
  }

  private static Rope bounds(String command, Rope lower, String index, Rope upper) {
    return Rope.join(
        lower.between(command + "_{", " \\le " + index + " \\le "), upper.between("", "} "));
  }
}
