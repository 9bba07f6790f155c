package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import dev.nabla.parse.TextParser;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * At zeros, poles, edges of domains, huge and subnormal numbers: a simplified derivative is defined
 * and equal wherever the plain one is, and where only it is defined, a side condition says so.
 */
class HostilePointsTest {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "0.5",
          "-0.5",
          "2",
          "-2",
          "3",
          "-3",
          "0.3",
          "-1.7",
          "1e-8",
          "-1e8",
          "1e300",
          "-1.7976931348623157e308",
          "4.9e-324",
          "-4.9e-324");

  /** Few digits for most points; many where these do not settle it. */
  private static final List<Integer> DIGITS = List.of(60, 1500, 1531);

  /** A value as large as its rounding errors are small is a pole that rounding has filled. */
  private static final int LARGEST_EXPONENT = 900;

  private static final BigDecimal TOLERANCE = new BigDecimal("1e-25");

  private static final Set<String> EXPONENTIAL = Set.of("exp", "tanh", "sech", "csch", "coth");

  private static final BigDecimal LARGEST_ARGUMENT = new BigDecimal(500);

  /** Expressions at a point, with as many digits as it takes. */
  private record At(Graph graph, List<BigDecimal> point, int digits) {
    Outcome value(Expr expr) {
      return new HighPrecisionEvaluator(graph, point, digits).value(expr);
    }

    boolean isReal(Expr expr) {
      return value(expr) instanceof Outcome.Real number
          && (number.value().signum() == 0
              || number.value().precision() - number.value().scale() < LARGEST_EXPONENT);
    }

    boolean holds(Expr condition) {
      return value(condition) instanceof Outcome.Truth truth && truth.holds();
    }

    /**
     * Beyond what the reference computes with, its values say nothing: it takes exp(−10⁹) for 0.
     */
    boolean isBeyond(Expr expr) {
      return isTooLarge(value(expr))
          || Traversal.postOrder(expr).stream().anyMatch(this::isSaturated);
    }

    private static boolean isTooLarge(Outcome outcome) {
      return outcome instanceof Outcome.Undefined undefined
          && List.of("beyond", "precision", "verflow").stream()
              .anyMatch(undefined.reason()::contains);
    }

    private boolean isSaturated(Expr node) {
      return node instanceof Apply apply
          && EXPONENTIAL.contains(apply.function().name())
          && value(apply.arguments().get(0)) instanceof Outcome.Real argument
          && argument.value().abs().compareTo(LARGEST_ARGUMENT) > 0;
    }
  }

  /** What is wrong with the simplified form at a point, if anything is. */
  private static Optional<String> fault(Expr before, Simplification after, At at) {
    if (at.isBeyond(before) || at.isBeyond(after.expr())) {
      return Optional.empty();
    }
    Outcome left = at.value(before);
    Outcome right = at.value(after.expr());
    // 1 - 9*(1/9) is not 0 in decimals, so a pole may look like a value: it changes with the
    // digits.
    boolean wasReal =
        at.isReal(before)
            && new At(at.graph(), at.point(), 2 * at.digits()).value(before)
                instanceof Outcome.Real finer
            && agree(left.real(), finer.value());
    if (wasReal && !(right.isReal() && agree(left.real(), right.real()))) {
      return Optional.of("another value, or none");
    }
    boolean isNamed = after.sideConditions().stream().anyMatch(condition -> !at.holds(condition));
    return !wasReal && at.isReal(after.expr()) && !isNamed
        ? Optional.of("defined only when simplified, and no condition says so")
        : Optional.empty();
  }

  private static boolean agree(BigDecimal left, BigDecimal right) {
    BigDecimal scale = left.abs().max(right.abs()).max(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }

  private static List<List<BigDecimal>> points(long seed, int inputs) {
    Random random = new Random(seed);
    List<List<BigDecimal>> points = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<BigDecimal> point = new ArrayList<>();
      for (int k = 0; k < inputs; k++) {
        point.add(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
      }
      points.add(point);
    }
    return points;
  }

  private static List<String> faults(Given given, RuleCatalog catalog, long seed) {
    List<String> faults = new ArrayList<>();
    for (int variable = 0; variable < given.function().variableCount(); variable++) {
      Expr before = given.derivative(variable);
      Simplification after =
          new Simplifier(
                  given.pool(), given.function().assumptions(), Effort.FULL, catalog, Trace.NONE)
              .simplify(before);
      List<Expr> roots = new ArrayList<>(List.of(before, after.expr()));
      roots.addAll(after.sideConditions());
      Graph graph = new Graph(List.copyOf(given.function().inputs()), roots);
      for (List<BigDecimal> point : points(seed + variable, given.function().inputs().size())) {
        Optional<String> fault = Optional.of("");
        for (int digits : DIGITS) {
          fault = fault.isPresent() ? fault(before, after, new At(graph, point, digits)) : fault;
        }
        fault.ifPresent(
            text ->
                faults.add(
                    given.text(before)
                        + " as "
                        + given.text(after.expr())
                        + " at "
                        + point
                        + ": "
                        + text));
      }
    }
    return faults;
  }

  @Property(tries = 250, seed = "41", shrinking = ShrinkingMode.OFF)
  void noDomainShrinksAndEveryExtensionIsNamed(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int size) {
    String text = new RandomFunctionText(seed, false).next(size).written();
    Optional<Given> given = read("f(x, y) = " + text);
    given.ifPresent(
        function -> assertEquals(List.of(), faults(function, RuleCatalog.standard(), seed), text));
  }

  /** 1/0 and the like are refused when they are read. */
  private static Optional<Given> read(String text) {
    new TextParser(new Source("generated", text)).parseProgram();
    try {
      return Optional.of(Given.of(text));
    } catch (NablaException refused) {
      return Optional.empty();
    }
  }

  @Example
  void aRuleThatLosesItsConditionIsFound() {
    List<Rule> rules = new ArrayList<>(RuleTable.all());
    rules.add(0, Rule.rule("wrong", "exp(log(a))", "a"));
    Given given = Given.of("f(x, y) = y*exp(log(x))");
    assertEquals(List.of(), faults(given, RuleCatalog.standard(), 1));
    assertFalse(faults(given, new RuleCatalog(rules), 1).isEmpty());
  }

  @Example
  void aRuleThatShrinksTheDomainIsFound() {
    List<Rule> rules = new ArrayList<>(RuleTable.all());
    rules.add(0, Rule.rule("wrong", "log(abs(a))", "log(a)"));
    Given given = Given.of("f(x, y) = y*log(abs(x))");
    assertEquals(List.of(), faults(given, RuleCatalog.standard(), 1));
    assertFalse(faults(given, new RuleCatalog(rules), 1).isEmpty());
  }

  @Property(tries = 250, seed = "42", shrinking = ShrinkingMode.OFF)
  void whatFoldsAwayLeavesItsDomain(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int size) {
    RandomFunctionText.Texts texts = new RandomFunctionText(seed, true).next(size);
    Optional<Given> written = read("f(x, y) = " + texts.written());
    Optional<Given> kept = read("f(x, y; z, w) = " + texts.kept());
    if (written.isEmpty() || kept.isEmpty() || !kept.get().function().vanished().isEmpty()) {
      return;
    }
    Given folded = written.get();
    List<Expr> outputs = folded.function().outputs();
    List<Expr> demands = folded.simplifier().demands(folded.function().vanished(), outputs);
    List<Expr> roots = new ArrayList<>(outputs);
    roots.addAll(demands);
    Graph graph = new Graph(List.copyOf(folded.function().inputs()), roots);
    Graph whole =
        new Graph(List.copyOf(kept.get().function().inputs()), List.of(kept.get().value()));
    for (List<BigDecimal> point : points(seed, 2)) {
      List<BigDecimal> all = new ArrayList<>(point);
      all.addAll(List.of(BigDecimal.ZERO, BigDecimal.ONE));
      boolean agrees = false;
      for (int digits : DIGITS) {
        At at = new At(graph, point, digits);
        At there = new At(whole, all, digits);
        agrees =
            agrees
                || at.isBeyond(outputs.get(0))
                || there.isBeyond(kept.get().value())
                || there.isReal(kept.get().value())
                    == (at.isReal(outputs.get(0)) && demands.stream().allMatch(at::holds));
      }
      assertTrue(agrees, () -> texts.written() + " at " + point);
    }
  }
}
