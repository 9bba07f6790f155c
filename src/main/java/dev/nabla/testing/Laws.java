package dev.nabla.testing;

import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.diff.ReverseAccumulation;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.NumberTooLargeException;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Substitution;
import dev.nabla.simplify.Simplifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The laws of differentiation, ready to be checked on random functions.
 *
 * <p>They hold the engine with its function table, or with another table of derivatives.
 */
public final class Laws {
  private static final int SIZE = 6;

  private final Vocabulary vocabulary;
  private final DerivativeTemplates templates;

  /** The laws on functions of a vocabulary, differentiated by given rules. */
  public Laws(Vocabulary vocabulary, DerivativeTemplates templates) {
    this.vocabulary = vocabulary;
    this.templates = templates;
  }

  /** The laws on all functions, differentiated by the rules of the function table. */
  public static Laws standard() {
    return new Laws(Vocabulary.standard(), DerivativeTemplates.standard());
  }

  /** All of them. */
  public List<Law<?>> all() {
    return List.of(
        linearity(),
        product(),
        quotient(),
        chain(),
        inverse(),
        mixedPartials(),
        adjoint(),
        euler(),
        numericReference(),
        evaluator(),
        simplification());
  }

  private Expressions expressions(int dimension) {
    return new Expressions(vocabulary, dimension, SIZE);
  }

  /** D(a·f + b·g) = a·Df + b·Dg. */
  public Law<Case> linearity() {
    return identity(
        "linearity, D(a*f + b*g) = a*Df + b*Dg",
        Cases.of(expressions(1), 1, 2).withCoefficients("a", "b"),
        s -> {
          ExprPool pool = s.pool();
          Expr a = s.coefficients().get(0);
          Expr b = s.coefficients().get(1);
          Expr f = s.function(0);
          Expr g = s.function(1);
          return List.of(
              new Equation(
                  s.derivative(pool.sum(pool.product(a, f), pool.product(b, g)), 0),
                  pool.sum(
                      pool.product(a, s.derivative(f, 0)), pool.product(b, s.derivative(g, 0)))));
        });
  }

  /** D(f·g) = Df·g + f·Dg. */
  public Law<Case> product() {
    return identity(
        "product rule, D(f*g) = Df*g + f*Dg",
        Cases.of(expressions(1), 1, 2),
        s -> {
          Expr f = s.function(0);
          Expr g = s.function(1);
          return List.of(new Equation(s.derivative(s.pool().product(f, g), 0), leibniz(s, 1)));
        });
  }

  /** Df·g + sign·f·Dg. */
  private static Expr leibniz(Setting s, int sign) {
    ExprPool pool = s.pool();
    Expr f = s.function(0);
    Expr g = s.function(1);
    return pool.sum(
        pool.product(s.derivative(f, 0), g), pool.product(pool.num(sign), f, s.derivative(g, 0)));
  }

  /** D(f/g) = (Df·g − f·Dg)/g². */
  public Law<Case> quotient() {
    return identity(
        "quotient rule, D(f/g) = (Df*g - f*Dg)/g^2",
        Cases.of(expressions(1), 1, 2),
        s -> {
          ExprPool pool = s.pool();
          Expr g = s.function(1);
          return List.of(
              new Equation(
                  s.derivative(pool.divide(s.function(0), g), 0),
                  pool.divide(leibniz(s, -1), pool.power(g, 2))));
        });
  }

  /** D(f(g, h)) = f₁(g, h)·Dg + f₂(g, h)·Dh. */
  public Law<Case> chain() {
    return identity(
        "chain rule, D(f(g, h)) = f1(g, h)*Dg + f2(g, h)*Dh",
        Cases.of(new Expressions(vocabulary, 2, SIZE / 2), 2, 3),
        s -> {
          ExprPool pool = s.pool();
          Expr f = s.function(0);
          Expr g = s.function(1);
          Expr h = s.function(2);
          Map<Expr, Expr> inner = Map.of(s.variables().get(0), g, s.variables().get(1), h);
          Expr outer1 = new Substitution(pool, inner).apply(s.derivative(f, 0));
          Expr outer2 = new Substitution(pool, inner).apply(s.derivative(f, 1));
          Expr whole = new Substitution(pool, inner).apply(f);
          return IntStream.range(0, 2)
              .mapToObj(
                  j ->
                      new Equation(
                          s.derivative(whole, j),
                          pool.sum(
                              pool.product(outer1, s.derivative(g, j)),
                              pool.product(outer2, s.derivative(h, j)))))
              .toList();
        });
  }

  /** ∂²f/∂x∂y = ∂²f/∂y∂x. */
  public Law<Case> mixedPartials() {
    return identity(
        "symmetry of mixed partials",
        Cases.of(new Expressions(vocabulary, 2, SIZE), 2, 1),
        s -> {
          Expr f = s.function(0);
          return List.of(
              new Equation(
                  s.derivative(s.derivative(f, 0), 1), s.derivative(s.derivative(f, 1), 0)));
        });
  }

  /** ⟨u, J·v⟩ = ⟨Jᵀ·u, v⟩, J·v accumulated forward and Jᵀ·u backward. */
  public Law<Case> adjoint() {
    return identity(
        "adjoint, <u, J*v> = <J'*u, v>",
        Cases.vectors(new Expressions(vocabulary, 3, SIZE).withoutChoices(), 3, 3)
            .withCoefficients("u1", "u2", "u3", "v1", "v2", "v3"),
        s -> {
          List<SparseRow> backward =
              new ReverseAccumulation(s.pool(), s.variables(), s.templates())
                  .jacobian(s.functions());
          return List.of(new Equation(pairing(s, s.rows(s.functions())), pairing(s, backward)));
        });
  }

  private static Expr pairing(Setting s, List<SparseRow> jacobian) {
    ExprPool pool = s.pool();
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < jacobian.size(); i++) {
      List<Expr> row = s.dense(jacobian.get(i));
      for (int j = 0; j < row.size(); j++) {
        terms.add(pool.product(s.coefficients().get(i), row.get(j), s.coefficients().get(3 + j)));
      }
    }
    return pool.sum(terms);
  }

  /** f(g(x)) = x ⇒ f′(g(x))·g′(x) = 1. */
  public Law<InverseCase> inverse() {
    return new Law<>(
        "derivative of the inverse, f'(g(x))*g'(x) = 1 where f(g(x)) = x",
        new InverseCases(vocabulary),
        value -> value.verdict(templates));
  }

  /** Euler's theorem: x·∇f = k·f where f is homogeneous of degree k. */
  public Law<Case> euler() {
    return identity(
        "Euler's theorem, x*grad f = k*f",
        Cases.of(new HomogeneousExpressions(vocabulary, 2, SIZE), 2, 1),
        s -> {
          ExprPool pool = s.pool();
          Expr f = s.function(0);
          Rational degree = HomogeneousExpressions.degree(s.term(0)).orElseThrow();
          return List.of(
              new Equation(
                  pool.sum(
                      pool.product(s.variables().get(0), s.derivative(f, 0)),
                      pool.product(s.variables().get(1), s.derivative(f, 1))),
                  pool.scale(degree, f)));
        });
  }

  /** Df is what differences of f in high precision give. */
  public Law<Case> numericReference() {
    return new Law<>(
        "agreement with the numeric reference",
        Cases.of(new Expressions(vocabulary, 2, SIZE / 2), 2, 1),
        value ->
            guarded(
                () -> {
                  Setting s = new Setting(value, templates);
                  List<Expr> gradient = s.dense(s.rows(s.functions()).get(0));
                  return new NumericAgreement(s.inputs(), s.function(0), List.of(0, 1), gradient)
                      .at(s.doubles());
                }));
  }

  /** The compiled evaluator gives the interpreter's values, to the bit. */
  public Law<Case> evaluator() {
    return new Law<>(
        "evaluator = interpreter",
        Cases.vectors(new Expressions(vocabulary, 2, SIZE), 2, 2),
        value -> guarded(() -> EvaluatorAgreement.of(new Setting(value, templates))));
  }

  /** A simplified derivative has the value of the derivative. */
  public Law<Case> simplification() {
    return identity(
        "simplified = unsimplified",
        Cases.of(new Expressions(vocabulary, 2, SIZE), 2, 1),
        s -> {
          Simplifier simplifier = new Simplifier(s.pool(), List.of());
          List<Equation> equations = new ArrayList<>();
          for (Expr entry : s.dense(s.rows(s.functions()).get(0))) {
            equations.add(new Equation(simplifier.simplify(entry).expr(), entry));
          }
          return equations;
        });
  }

  private Law<Case> identity(
      String name, Generator<Case> cases, Function<Setting, List<Equation>> equations) {
    return new Law<>(
        name,
        cases,
        value ->
            guarded(
                () -> {
                  Setting setting = new Setting(value, templates);
                  return all(equations.apply(setting), setting);
                }));
  }

  private static Verdict all(List<Equation> equations, Setting setting) {
    return Verdict.all(
        equations.stream()
            .map(equation -> equation.at(setting.inputs(), setting.decimals()))
            .toList());
  }

  /** Towers of powers of numbers are beyond exact arithmetic, which is no law's matter. */
  static Verdict guarded(Supplier<Verdict> statement) {
    try {
      return statement.get();
    } catch (NumberTooLargeException tooLarge) {
      return new Verdict.Undefined(tooLarge.getMessage());
    }
  }
}
