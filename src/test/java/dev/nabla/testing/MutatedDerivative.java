package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.resolve.TemplateParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A derivative of the function table with the laws that hold it.
 *
 * @param function the function
 * @param argument which of its arguments
 * @param text the derivative
 * @param isOfTheEngine whether the differentiator uses it: not for powers, which are nodes of their
 *     own, nor for the forms that are accurate in doubles
 * @param vocabulary the function alone
 */
record MutatedDerivative(
    ElementaryFunction function,
    int argument,
    String text,
    boolean isOfTheEngine,
    Vocabulary vocabulary) {
  private static final long SEED = 7;
  private static final int TRIES = 12;
  private static final int POINTS = 300;
  private static final BigDecimal FIFTY_DIGITS = new BigDecimal("1e-50");

  List<String> names() {
    return List.of("x", "y").subList(0, function.arity());
  }

  /** The names of the laws that are broken if {@code mutant} is taken for the derivative. */
  Set<String> killers(String mutant) {
    Set<String> killers = new TreeSet<>();
    for (Law<?> law : isOfTheEngine ? lawsOfTheEngine(mutant) : lawsOfTheRule(mutant)) {
      if (isBroken(law)) {
        killers.add(law.name().replaceAll(",.*|derivative of f against ", ""));
      }
    }
    return killers;
  }

  private static boolean isBroken(Law<?> law) {
    try {
      return law.isBroken(TRIES, SEED);
    } catch (UnsupportedOperationException noDerivative) {
      // The mutant asks for a derivative that does not exist, which is an error and no number.
      return true;
    }
  }

  private List<Law<?>> lawsOfTheEngine(String mutant) {
    Laws laws =
        new Laws(vocabulary, DerivativeTemplates.standard().with(function, argument, mutant));
    List<Law<?>> all = new ArrayList<>(List.of(laws.numericReference()));
    if (!new InverseCases(vocabulary).isEmpty()) {
      all.add(laws.inverse());
    }
    if (function.arity() == 2) {
      all.add(laws.mixedPartials());
      all.add(laws.euler());
    }
    return all;
  }

  private List<Law<?>> lawsOfTheRule(String mutant) {
    String arguments = String.join(", ", names());
    String call = function.name() + "(" + arguments + ")";
    String[] derivatives =
        IntStream.range(0, function.arity())
            .mapToObj(i -> i == argument ? mutant : function.derivative(i))
            .toArray(String[]::new);
    return DerivativeRule.of("f(" + arguments + ") = " + call, derivatives).laws().subList(0, 1);
  }

  /** Whether a text has the derivative's value to 50 digits wherever the function is smooth. */
  boolean isEquivalent(String mutant) {
    ExprPool pool = new ExprPool();
    List<Expr> inputs = new ArrayList<>();
    Map<String, Expr> symbols = new HashMap<>();
    for (int i = 0; i < names().size(); i++) {
      inputs.add(pool.element(new Symbol(names().get(i), Symbol.Kind.VARIABLE, i)));
      symbols.put(names().get(i), inputs.get(i));
    }
    Expr one = TemplateParser.parse(mutant, names()).instantiate(pool, symbols);
    Expr other = TemplateParser.parse(text, names()).instantiate(pool, symbols);
    Expr kink =
        TemplateParser.parseCondition(function.kink().orElse("0 > 1"), names())
            .instantiate(pool, symbols);
    Graph graph = new Graph(inputs, List.of(one, other, kink));
    SplittableRandom random = new SplittableRandom(SEED);
    Points points = new Points(inputs.size());
    int compared = 0;
    for (int i = 0; i < POINTS; i++) {
      List<BigDecimal> point = points.next(random).stream().map(BigDecimal::new).toList();
      HighPrecisionEvaluator values = new HighPrecisionEvaluator(graph, point, 60);
      boolean isSmooth = !(values.value(kink) instanceof Outcome.Truth truth && truth.holds());
      if (isSmooth && values.value(other) instanceof Outcome.Real expected) {
        if (!(values.value(one) instanceof Outcome.Real actual)
            || !Equation.isClose(actual.value(), expected.value(), FIFTY_DIGITS)) {
          return false;
        }
        compared++;
      }
    }
    return compared > POINTS / 10;
  }
}
