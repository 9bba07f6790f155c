package dev.nabla.print;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Function;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Reduce;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression in the order and with the signs, fractions and roots that a person would write.
 *
 * <p>Formulas share parts like the DAG they come from, and nest as deeply: compare and traverse
 * them by identity.
 */
public sealed interface Formula {
  /** The parts, in the order of writing. */
  List<Formula> parts();

  <R> R accept(FormulaVisitor<R> visitor);

  /**
   * A number without a sign.
   *
   * @param text an integer or a decimal, as the author wrote it: {@code 2}, {@code 0.1}, {@code
   *     .266e2}
   */
  record Numeral(String text) implements Leaf {
    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitNumeral(this);
    }
  }

  /** π or e. */
  record NamedConstant(Constant.Name constant) implements Leaf {
    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitNamedConstant(this);
    }
  }

  /** A scalar symbol or an index. */
  record Name(String text) implements Leaf {
    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitName(this);
    }
  }

  /** name[indices]. */
  record Entry(String name, List<Formula> indices) implements Formula {
    @Override
    public List<Formula> parts() {
      return indices;
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitEntry(this);
    }
  }

  /** −operand. */
  record Negation(Formula operand) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(operand);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitNegation(this);
    }
  }

  /** ± term ± term …; two terms or more. */
  record Addition(List<Term> terms) implements Formula {
    @Override
    public List<Formula> parts() {
      return terms.stream().map(Term::magnitude).toList();
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitAddition(this);
    }
  }

  /** A term of an {@link Addition}: the sign stands apart from the magnitude. */
  record Term(boolean negative, Formula magnitude) {}

  /** factor · factor …; two factors or more. */
  record Multiplication(List<Formula> factors) implements Formula {
    @Override
    public List<Formula> parts() {
      return factors;
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitMultiplication(this);
    }
  }

  /** numerator / denominator. */
  record Fraction(Formula numerator, Formula denominator) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(numerator, denominator);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitFraction(this);
    }
  }

  /** base^exponent. */
  record Exponentiation(Formula base, Formula exponent) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(base, exponent);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitExponentiation(this);
    }
  }

  /** √radicand. */
  record Root(Formula radicand) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(radicand);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitRoot(this);
    }
  }

  /** function(arguments). */
  record Call(Function function, List<Formula> arguments) implements Formula {
    @Override
    public List<Formula> parts() {
      return arguments;
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitCall(this);
    }
  }

  /** One value where the condition holds, else the other, which often is a {@code Cases} too. */
  record Cases(Formula condition, Formula value, Formula otherwise) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(condition, value, otherwise);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitCases(this);
    }
  }

  /** left ∘ right. */
  record Relation(Sign sign, Formula left, Formula right) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitRelation(this);
    }
  }

  /** The signs between the sides of a {@link Relation}. */
  enum Sign {
    LESS("<", "<"),
    LESS_OR_EQUAL("<=", "\\le"),
    GREATER(">", ">"),
    GREATER_OR_EQUAL(">=", "\\ge"),
    EQUAL("==", "="),
    UNEQUAL("!=", "\\ne");

    private final String text;
    private final String latex;

    Sign(String text, String latex) {
      this.text = text;
      this.latex = latex;
    }

    String text() {
      return text;
    }

    String latex() {
      return latex;
    }
  }

  /** Conditions joined by a connective; no operand at all: the condition true (AND), false (OR). */
  record Connection(Logic.Connective connective, List<Formula> operands) implements Formula {
    @Override
    public List<Formula> parts() {
      return operands;
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitConnection(this);
    }
  }

  /** The Kronecker δ of two index expressions. */
  record Kronecker(Formula left, Formula right) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitKronecker(this);
    }
  }

  /** Σ, ∏, max or min of the body over index = lower..upper. */
  record Reduction(
      Reduce.Operation operation, String index, Formula lower, Formula upper, Formula body)
      implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(lower, upper, body);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitReduction(this);
    }
  }

  /**
   * function(a)[subscripts] of a whole array.
   *
   * @param function the function
   * @param indices the indices of the array's axes; empty where {@code array} is its bare name
   * @param array its element at those indices, or its name
   * @param subscripts which element of the result
   */
  record ArrayCall(
      ArrayFunction function, List<IndexRange> indices, Formula array, List<Formula> subscripts)
      implements Formula {
    @Override
    public List<Formula> parts() {
      List<Formula> parts = new ArrayList<>(List.of(array));
      indices.forEach(range -> parts.addAll(List.of(range.lower(), range.upper())));
      parts.addAll(subscripts);
      return parts;
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitArrayCall(this);
    }
  }

  /** ∂operand/∂variable, still to be taken. */
  record Partial(Formula variable, Formula operand) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(variable, operand);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitPartial(this);
    }
  }

  /** A part to which the reader's eye is drawn. */
  record Marked(Formula formula) implements Formula {
    @Override
    public List<Formula> parts() {
      return List.of(formula);
    }

    @Override
    public <R> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitMarked(this);
    }
  }

  /** name = lower..upper. */
  record IndexRange(String name, Formula lower, Formula upper) {}

  /** A formula without parts. */
  sealed interface Leaf extends Formula {
    @Override
    default List<Formula> parts() {
      return List.of();
    }
  }
}
