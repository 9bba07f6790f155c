package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.resolve.TemplateParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The functions that random terms are made of, each with the intervals that its arguments are
 * brought into, so that most terms have a value.
 */
public final class Vocabulary {
  private static final List<String> PLACEHOLDERS = List.of("x", "y");
  private static final int DIGITS = 30;

  private final Map<ElementaryFunction, List<List<Interval>>> intervals = new LinkedHashMap<>();
  private final List<ElementaryFunction> functions;

  private Vocabulary(Collection<ElementaryFunction> functions) {
    this.functions = List.copyOf(functions);
    this.functions.forEach(function -> intervals.put(function, fitting(function)));
  }

  /** Every function of the table. */
  public static Vocabulary standard() {
    return new Vocabulary(FunctionTable.all());
  }

  /** These functions only. */
  public static Vocabulary of(ElementaryFunction... functions) {
    return new Vocabulary(Arrays.asList(functions));
  }

  /** A few smooth functions that are defined everywhere. */
  static Vocabulary smooth() {
    return new Vocabulary(Stream.of("sin", "tanh", "exp", "atan").map(FunctionTable::get).toList());
  }

  /** The functions, in order. */
  public List<ElementaryFunction> functions() {
    return functions;
  }

  /** A function by chance. */
  ElementaryFunction any(RandomGenerator random) {
    return functions.get(random.nextInt(functions.size()));
  }

  /** function(arguments), most often with the arguments brought into the domain. */
  Term call(ElementaryFunction function, List<Term> arguments, RandomGenerator random) {
    List<List<Interval>> choices = intervals.get(function);
    List<Interval> chosen = choices.get(random.nextInt(choices.size()));
    boolean asTheyAre = random.nextInt(4) == 0;
    List<Term> fitted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      boolean isWhole = chosen.get(i) == Interval.WHOLE;
      fitted.add(
          asTheyAre && !isWhole ? arguments.get(i) : chosen.get(i).bring(arguments.get(i), random));
    }
    return new Term.Call(function, fitted);
  }

  /** All choices of an interval for each argument that lie in the domain; the reals if they do. */
  private static List<List<Interval>> fitting(ElementaryFunction function) {
    Template domain =
        TemplateParser.parseCondition(function.domain(), PLACEHOLDERS.subList(0, function.arity()));
    List<List<Interval>> fitting = new ArrayList<>();
    for (List<Interval> choice : choices(function, 0)) {
      if (pointsOf(choice, 0).stream().allMatch(point -> holds(domain, point))) {
        if (choice.stream().allMatch(each -> each == Interval.REALS || each == Interval.WHOLE)) {
          return List.of(choice);
        }
        fitting.add(choice);
      }
    }
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "no interval known here lies in the domain of "
              + function.name()
              + ", "
              + function.domain());
    }
    return fitting;
  }

  private static List<List<Interval>> choices(ElementaryFunction function, int argument) {
    if (argument == function.arity()) {
      return List.of(List.of());
    }
    List<Interval> candidates =
        function.noDerivative(argument).isPresent()
            ? List.of(Interval.WHOLE)
            : Interval.ofArguments();
    return combined(candidates, choices(function, argument + 1));
  }

  private static List<List<BigDecimal>> pointsOf(List<Interval> choice, int argument) {
    return argument == choice.size()
        ? List.of(List.of())
        : combined(choice.get(argument).examples(), pointsOf(choice, argument + 1));
  }

  private static <T> List<List<T>> combined(List<T> heads, List<List<T>> tails) {
    List<List<T>> result = new ArrayList<>();
    for (T head : heads) {
      for (List<T> tail : tails) {
        List<T> whole = new ArrayList<>(List.of(head));
        whole.addAll(tail);
        result.add(whole);
      }
    }
    return result;
  }

  private static boolean holds(Template condition, List<BigDecimal> point) {
    ExprPool pool = new ExprPool();
    List<Expr> inputs = new ArrayList<>();
    Map<String, Expr> arguments = new HashMap<>();
    for (int i = 0; i < point.size(); i++) {
      inputs.add(pool.element(new Symbol(PLACEHOLDERS.get(i), Symbol.Kind.VARIABLE, i)));
      arguments.put(PLACEHOLDERS.get(i), inputs.get(i));
    }
    Expr root = condition.instantiate(pool, arguments);
    Graph graph = new Graph(inputs, List.of(root));
    return new HighPrecisionEvaluator(graph, point, DIGITS).value(root)
            instanceof Outcome.Truth truth
        && truth.holds();
  }
}
