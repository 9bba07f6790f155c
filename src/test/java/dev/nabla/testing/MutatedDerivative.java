package dev.nabla.testing;

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
 */
record MutatedDerivative(
    ElementaryFunction function, int argument, String text, boolean isOfTheEngine) {
  private static final long SEED = 7;
  private static final int TRIES = 12;
  private static final int POINTS = 300;

  List<String> names() {
    return List.of("x", "y").subList(0, function.arity());
  }

  /** The names of the laws that are broken if {@code mutant} is taken for the derivative. */
  TreeSet<String> killers(String mutant) {
    TreeSet<String> killers = new TreeSet<>();
    for (Law<?> law : isOfTheEngine ? lawsOfTheEngine(mutant) : lawsOfTheRule(mutant)) {
      if (isBroken(law)) {
        killers.add(law.name().replaceAll(" of " + function.name() + ".*|,.*", ""));
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
    Vocabulary vocabulary = Vocabulary.of(function);
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

  /** Whether a text has the derivative's value at 50 digits wherever the function is smooth. */
  boolean isEquivalent(String mutant) {
    ExprPool pool = new ExprPool();
    List<Expr> inputs = new ArrayList<>();
    Map<String, Expr> symbols = new HashMap<>();
    for (int i = 0; i < names().size(); i++) {
      inputs.add(pool.element(new Symbol(names().get(i), Symbol.Kind.VARIABLE, i)));
      symbols.put(names().get(i), inputs.get(i));
    }
    Equation equation =
        new Equation(
            TemplateParser.parse(mutant, names()).instantiate(pool, symbols),
            TemplateParser.parse(text, names()).instantiate(pool, symbols));
    Expr kink =
        TemplateParser.parseCondition(function.kink().orElse("0 > 1"), names())
            .instantiate(pool, symbols);
    SplittableRandom random = new SplittableRandom(SEED);
    Points points = new Points(inputs.size());
    int compared = 0;
    for (int i = 0; i < POINTS; i++) {
      List<BigDecimal> point = points.next(random).stream().map(BigDecimal::new).toList();
      Verdict verdict = equation.unless(kink, inputs, point);
      if (verdict instanceof Verdict.Broken) {
        return false;
      }
      compared += verdict.isDefined() ? 1 : 0;
    }
    return compared > POINTS / 10;
  }
}
