package dev.nabla.print;

import static dev.nabla.print.TextPiece.Level;

import dev.nabla.expr.Logic;
import java.util.ArrayList;
import java.util.List;

/**
 * Formula → the language's own plain syntax: reading the text gives back the same expression.
 *
 * <p>Parentheses stand only where the grammar or the eye needs them: {@code x^(y^z)} keeps its own.
 */
public final class TextPrinter {
  /** The most characters of one text. */
  static final long LONGEST = 4_000_000;

  private final Renderer renderer = new Renderer();

  /**
   * The text; {@link OutputTooLongException} where it would be longer than 4 million characters.
   */
  public String print(Formula formula) {
    return renderer.render(formula).rope().write(LONGEST);
  }

  /** The number of characters that {@link #print} would give. */
  double length(Formula formula) {
    return renderer.render(formula).rope().length();
  }

  private static final class Renderer extends FormulaRenderer<TextPiece> {
    private Rope at(Level needed, Formula part) {
      return piece(part).at(needed);
    }

    private static TextPiece primary(String text) {
      return new TextPiece(Rope.of(text), Level.PRIMARY);
    }

    private Rope list(List<Formula> parts, Level needed, String separator) {
      List<Rope> ropes = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        if (i > 0) {
          ropes.add(Rope.of(separator));
        }
        ropes.add(at(needed, parts.get(i)));
      }
      return Rope.join(ropes);
    }

    @Override
    public TextPiece visitNumeral(Formula.Numeral numeral) {
      return primary(numeral.text());
    }

    @Override
    public TextPiece visitNamedConstant(Formula.NamedConstant constant) {
      return primary(constant.constant().text());
    }

    @Override
    public TextPiece visitName(Formula.Name name) {
      return primary(name.text());
    }

    @Override
    public TextPiece visitEntry(Formula.Entry entry) {
      String indices = tight(list(entry.indices(), Level.CONDITIONAL, ","));
      return primary(entry.name() + "[" + indices + "]");
    }

    /** Indices and the ends of ranges are written without spaces: x[i+1]. */
    private static String tight(Rope rope) {
      return rope.write(LONGEST).replace(" + ", "+").replace(" - ", "-");
    }

    @Override
    public TextPiece visitNegation(Formula.Negation negation) {
      return new TextPiece(at(Level.TERM, negation.operand()).between("-", ""), Level.TERM);
    }

    @Override
    public TextPiece visitAddition(Formula.Addition addition) {
      List<Rope> ropes = new ArrayList<>();
      for (Formula.Term term : addition.terms()) {
        boolean first = ropes.isEmpty();
        if (term.negative()) {
          ropes.add(Rope.of(first ? "-" : " - "));
        } else if (!first) {
          ropes.add(Rope.of(" + "));
        }
        ropes.add(at(Level.TERM, term.magnitude()));
      }
      return new TextPiece(Rope.join(ropes), Level.SUM);
    }

    @Override
    public TextPiece visitMultiplication(Formula.Multiplication multiplication) {
      return new TextPiece(list(multiplication.factors(), Level.POWER, "*"), Level.TERM);
    }

    @Override
    public TextPiece visitFraction(Formula.Fraction fraction) {
      Formula numerator = fraction.numerator();
      Level needed = numerator instanceof Formula.Fraction ? Level.POWER : Level.TERM;
      Rope above = at(needed, numerator);
      Rope below = at(Level.POWER, fraction.denominator());
      return new TextPiece(Rope.join(above, Rope.of("/"), below), Level.TERM);
    }

    @Override
    public TextPiece visitExponentiation(Formula.Exponentiation exponentiation) {
      Rope base = at(Level.PRIMARY, exponentiation.base());
      Rope exponent = at(Level.PRIMARY, exponentiation.exponent());
      return new TextPiece(Rope.join(base, Rope.of("^"), exponent), Level.POWER);
    }

    @Override
    public TextPiece visitRoot(Formula.Root root) {
      return call("sqrt", piece(root.radicand()).rope());
    }

    @Override
    public TextPiece visitCall(Formula.Call call) {
      return call(call.function().name(), list(call.arguments(), Level.CONDITIONAL, ", "));
    }

    private static TextPiece call(String name, Rope arguments) {
      return new TextPiece(arguments.between(name + "(", ")"), Level.PRIMARY);
    }

    @Override
    public TextPiece visitCases(Formula.Cases cases) {
      Rope rope =
          Rope.join(
              Rope.of("if "),
              at(Level.DISJUNCTION, cases.condition()),
              Rope.of(" then "),
              at(Level.DISJUNCTION, cases.value()),
              Rope.of(" else "),
              piece(cases.otherwise()).rope());
      return new TextPiece(rope, Level.CONDITIONAL);
    }

    @Override
    public TextPiece visitRelation(Formula.Relation relation) {
      Rope left = at(Level.SUM, relation.left());
      Rope right = at(Level.SUM, relation.right());
      Rope sign = Rope.of(" " + relation.sign().text() + " ");
      return new TextPiece(Rope.join(left, sign, right), Level.COMPARISON);
    }

    @Override
    public TextPiece visitConnection(Formula.Connection connection) {
      boolean all = connection.connective() == Logic.Connective.AND;
      if (connection.operands().isEmpty()) {
        return primary(all ? "true" : "false");
      }
      if (connection.connective() == Logic.Connective.NOT) {
        Rope operand = at(Level.NEGATION, connection.operands().get(0));
        return new TextPiece(operand.between("not ", ""), Level.NEGATION);
      }
      return all
          ? new TextPiece(list(connection.operands(), Level.NEGATION, " and "), Level.CONJUNCTION)
          : new TextPiece(
              list(connection.operands(), Level.CONJUNCTION, " or "), Level.DISJUNCTION);
    }

    @Override
    public TextPiece visitPartial(Formula.Partial partial) {
      Rope operator = at(Level.PRIMARY, partial.variable()).between("∂/∂", "");
      Rope operand = piece(partial.operand()).rope().between("(", ")");
      return new TextPiece(Rope.join(operator, operand), Level.POWER);
    }

    /** The brackets serve as parentheses. */
    @Override
    public TextPiece visitMarked(Formula.Marked marked) {
      return new TextPiece(piece(marked.formula()).rope().between("⟦", "⟧"), Level.PRIMARY);
    }

    @Override
    public TextPiece visitKronecker(Formula.Kronecker kronecker) {
      return primary("delta(" + tight(list(kronecker.parts(), Level.CONDITIONAL, ", ")) + ")");
    }

    @Override
    public TextPiece visitArrayCall(Formula.ArrayCall call) {
      List<Rope> arguments = new ArrayList<>();
      for (Formula.IndexRange range : call.indices()) {
        String limits =
            tight(at(Level.SUM, range.lower())) + ".." + tight(at(Level.SUM, range.upper()));
        arguments.add(Rope.of(range.name() + " = " + limits + ", "));
      }
      arguments.add(piece(call.array()).rope());
      Rope of = Rope.join(arguments).between(call.function().text() + "(", ")");
      String subscripts = tight(list(call.subscripts(), Level.CONDITIONAL, ","));
      return new TextPiece(
          subscripts.isEmpty() ? of : of.between("", "[" + subscripts + "]"), Level.PRIMARY);
    }

    @Override
    public TextPiece visitReduction(Formula.Reduction reduction) {
      String name =
          switch (reduction.operation()) {
            case SUM -> "sum";
            case PRODUCT -> "prod";
            case MAX -> "max";
            case MIN -> "min";
          };
      String range =
          reduction.index()
              + " = "
              + tight(at(Level.SUM, reduction.lower()))
              + ".."
              + tight(at(Level.SUM, reduction.upper()));
      Rope body = piece(reduction.body()).rope();
      return call(name, Rope.join(Rope.of(range + ", "), body));
    }
  }
}
