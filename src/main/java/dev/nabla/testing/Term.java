package dev.nabla.testing;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Function;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A real expression in x₁, …, xₙ as a tree: what a test draws and what is cut down to the smallest
 * failing one.
 *
 * <p>Terms are small, so that they are walked recursively; the expression of a term is canonical.
 */
public sealed interface Term {
  /** The operands, in order; empty for a leaf. */
  List<Term> operands();

  /** The same operation on others. */
  Term with(List<Term> operands);

  /** The expression, with {@code variables} for x₁, …, xₙ. */
  Expr in(ExprPool pool, List<? extends Expr> variables);

  /** The terms one step simpler: 0, 1 or 2, an operand, or this one with a simpler operand. */
  Stream<Term> simpler();

  /** The number of leaves and operations. */
  default int size() {
    return 1 + operands().stream().mapToInt(Term::size).sum();
  }

  /** The term x₁, x₂, … numbered from 0. */
  static Term variable(int number) {
    return new Variable(number);
  }

  /** An exact number. */
  static Term number(long numerator, long denominator) {
    return new Numeral(Rational.of(numerator, denominator));
  }

  /** The operation on its operands. */
  static Term of(Operator operator, Term... operands) {
    return new Operation(operator, List.of(operands));
  }

  /** function(arguments). */
  static Term call(Function function, Term... arguments) {
    return new Call(function, List.of(arguments));
  }

  /** The expressions of the operands. */
  private static List<Expr> all(
      List<Term> operands, ExprPool pool, List<? extends Expr> variables) {
    return operands.stream().map(operand -> operand.in(pool, variables)).toList();
  }

  private static Stream<Term> simplerThan(Term term) {
    Set<Term> candidates =
        new LinkedHashSet<>(List.of(Numeral.ZERO, Numeral.ONE, Numeral.TWO, variable(0)));
    candidates.addAll(term.operands());
    for (int i = 0; i < term.operands().size(); i++) {
      for (Term simpler : term.operands().get(i).simpler().toList()) {
        List<Term> operands = new ArrayList<>(term.operands());
        operands.set(i, simpler);
        candidates.add(term.with(operands));
      }
    }
    return candidates.stream();
  }

  /** An exact number. */
  record Numeral(Rational value) implements Term {
    static final Term ZERO = new Numeral(Rational.ZERO);
    static final Term ONE = new Numeral(Rational.ONE);
    static final Term TWO = new Numeral(Rational.of(2));

    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public Term with(List<Term> operands) {
      return this;
    }

    @Override
    public Expr in(ExprPool pool, List<? extends Expr> variables) {
      return pool.num(value);
    }

    @Override
    public Stream<Term> simpler() {
      return Simplicity.simpler(value).map(Numeral::new);
    }
  }

  /** x₁, x₂, …, numbered from 0. */
  record Variable(int number) implements Term {
    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public Term with(List<Term> operands) {
      return this;
    }

    @Override
    public Expr in(ExprPool pool, List<? extends Expr> variables) {
      return variables.get(number);
    }

    @Override
    public Stream<Term> simpler() {
      Stream<Term> numbers = Stream.of(Numeral.ZERO, Numeral.ONE, Numeral.TWO);
      return number == 0 ? numbers : Stream.concat(numbers, Stream.of(variable(0)));
    }
  }

  /** An operation of arithmetic, or a choice. */
  record Operation(Operator operator, List<Term> operands) implements Term {
    public Operation {
      operands = List.copyOf(operands);
      if (operands.size() != operator.arity()) {
        throw new IllegalArgumentException(operator + " of " + operands.size() + " operands");
      }
    }

    @Override
    public Term with(List<Term> others) {
      return new Operation(operator, others);
    }

    @Override
    public Expr in(ExprPool pool, List<? extends Expr> variables) {
      return operator.apply(pool, all(operands, pool, variables));
    }

    @Override
    public Stream<Term> simpler() {
      return simplerThan(this);
    }
  }

  /** function(operands). */
  record Call(Function function, List<Term> operands) implements Term {
    public Call {
      operands = List.copyOf(operands);
    }

    @Override
    public Term with(List<Term> others) {
      return new Call(function, others);
    }

    @Override
    public Expr in(ExprPool pool, List<? extends Expr> variables) {
      return pool.apply(function, all(operands, pool, variables));
    }

    @Override
    public Stream<Term> simpler() {
      return simplerThan(this);
    }
  }
}
