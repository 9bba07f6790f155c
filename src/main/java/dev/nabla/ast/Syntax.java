package dev.nabla.ast;

import dev.nabla.source.Span;
import java.util.List;
import java.util.Optional;

/** An expression as written: names are not looked up yet, juxtaposition is not settled. */
public sealed interface Syntax {
  /** The place in the source. */
  Span span();

  /** A number literal. */
  record Literal(Span span, String text) implements Syntax {}

  /** A name, which may turn out to be several names written together. */
  record Name(Span span, String text) implements Syntax {}

  /** name(arguments): a call, or a product if the name is a variable. */
  record Call(Span span, Name name, List<Syntax> arguments) implements Syntax {}

  /** name = lower..upper as an argument of {@code sum} and its like. */
  record Range(Span span, Name name, Syntax lower, Syntax upper) implements Syntax {}

  /** The index {@code :}, which keeps an axis: A[i, :] is a row. */
  record WholeAxis(Span span) implements Syntax {}

  /** base[indices]. */
  record Subscript(Span span, Syntax base, List<Syntax> indices) implements Syntax {}

  /** base^exponent, or base.^exponent where {@code elementwise}. */
  record Power(Span span, Syntax base, Syntax exponent, boolean elementwise) implements Syntax {}

  /** The transpose of the base, or a primed name: {@code primes} is what was written. */
  record Transpose(Span span, Syntax base, String primes) implements Syntax {}

  /** Factors written side by side. */
  record Juxtaposition(Span span, List<Syntax> factors) implements Syntax {}

  /** first op₁ x₁ op₂ x₂ …, from the left. */
  record Term(Span span, Syntax first, List<Step> steps) implements Syntax {}

  /** One operator of a {@link Term} with its right operand. */
  record Step(Operator operator, Span span, Syntax operand) {}

  /** The operators that bind like a product. */
  enum Operator {
    TIMES,
    DIVIDE,
    ELEMENTWISE_TIMES,
    ELEMENTWISE_DIVIDE
  }

  /** The sum of signed terms. */
  record Sum(Span span, List<Addend> addends) implements Syntax {}

  /** A term of a {@link Sum} with its sign. */
  record Addend(boolean negative, Syntax term) {}

  /** −operand. */
  record Negation(Span span, Syntax operand) implements Syntax {}

  /** a ∘ b ∘ c …: every neighbouring pair must be related. */
  record Comparison(Span span, List<Syntax> operands, List<Relation> relations) implements Syntax {}

  /** The relations as written. */
  enum Relation {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    UNEQUAL
  }

  /** A connective of conditions: {@code and}, {@code or}; {@code not} has one operand. */
  record Logic(Span span, Connective connective, List<Syntax> operands) implements Syntax {}

  /** The connectives. */
  enum Connective {
    AND,
    OR,
    NOT
  }

  /** if condition then whenTrue else whenFalse. */
  record Conditional(Span span, Syntax condition, Syntax whenTrue, Syntax whenFalse)
      implements Syntax {}

  /** [a, b, …] or, with several rows, [a, b; c, d]. */
  record Array(Span span, List<List<Syntax>> rows) implements Syntax {}

  /** An expression in parentheses: juxtaposed it is a factor, never an argument list. */
  record Parentheses(Span span, Syntax inner) implements Syntax {}

  /** √operand. */
  record SquareRoot(Span span, Syntax operand) implements Syntax {}

  /** An index of a result, with its range where one is written. */
  record IndexDeclaration(Span span, Name name, Optional<Range> range) {}
}
