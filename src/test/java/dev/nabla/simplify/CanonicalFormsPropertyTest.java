package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * Quotients of roots, exponentials, circular and hyperbolic functions and symbolic powers: what
 * they become has the same value, wherever they have one.
 */
class CanonicalFormsPropertyTest {
  private static final int DIGITS = 60;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-30");
  private static final List<String> PARTS =
      List.of(
          "x",
          "(x + 1)",
          "(x - 1)",
          "(x^2 + 1)",
          "sqrt(x)",
          "sqrt(x + 1)",
          "sqrt(x^2 + 1)",
          "sqrt(1 - x^2/4)",
          "sqrt(1 + 1/x^2)",
          "x^(1/3)",
          "abs(x)",
          "abs(2*x - 1)",
          "sin(x)",
          "cos(x)",
          "tan(x)",
          "cot(x)",
          "sec(x)",
          "sin(2*x)",
          "(1 + cos(x))",
          "(1 - sin(x))",
          "(1 + sin(x))",
          "(1 + sin(x))^3",
          "tanh(x)",
          "coth(x)",
          "sech(x)",
          "csch(x)",
          "csc(x)^2",
          "(1 + tan(x)^2)",
          "(1 - tanh(x))",
          "(n + coth(x))",
          "sqrt(1 + sec(x))",
          "sqrt(1 + tan(x)^4)",
          "sqrt(n*sec(x))",
          "sqrt(n + n*sin(x))",
          "cosh(x)",
          "exp(x)",
          "exp(-x)",
          "(1 + exp(2*x))",
          "x^n",
          "x^(n - 1)",
          "x^(2*n)",
          "(2*x)^(n - 1)",
          "4^x",
          "2^x",
          "sqrt(3)",
          "sqrt(2 + n)",
          "log(x)",
          "(3*x^2 - 1)^(1/4)",
          "(x^(1/4) - 1)",
          "sqrt(n + 1)",
          "sqrt(3 + sqrt(5))",
          "sqrt(sqrt(13) - 3)",
          "sqrt(sqrt(13) + 3)",
          "sign(x)",
          "sign(x + 1)",
          "sqrt(x^2 - 1)",
          "sqrt((1 - x)/(1 + x))",
          "sqrt(1 - 1/x^2)",
          "sqrt(1 - x^2)",
          "exp(acsch(x))",
          "exp(2*acoth(x))",
          "exp(-atanh(x))",
          "exp(asech(x))",
          "exp(acosh(x))",
          "exp(asinh(x))",
          "sin(3*acos(x))",
          "cos(2*asec(x))",
          "sin(2*atan(x))",
          "cosh(3*asinh(x))",
          "tan(acsc(x))",
          "tan(x/2)",
          "cot(x/2)",
          "sec(x/2)^2",
          "tanh(x/2)",
          "coth(x/2)",
          "csch(x/2)^2",
          "abs(sin(x))",
          "exp(-(x + n)^2)",
          "exp(-x*(x + 2*n) - n^2)",
          "exp(-(log(x) + n)^2)",
          "exp(-log(x)^2 - n^2)",
          "n",
          "3");
  private static final List<String> VALUES =
      List.of("0", "1", "-1", "0.5", "-0.5", "2", "-2", "0.3", "1.7", "-1.3", "9", "-7");

  @Property(tries = 400, seed = "31", shrinking = ShrinkingMode.OFF)
  void valueAndDomainAreKept(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int terms) {
    Random random = new Random(seed);
    Given given = Given.of("f(x; n) = " + sum(random, terms));
    Expr before = given.value();
    Simplification simplification = given.simplifier().simplify(before);
    Expr after = simplification.expr();
    List<Expr> roots = new ArrayList<>(List.of(before, after));
    roots.addAll(simplification.sideConditions());
    Graph graph = new Graph(List.copyOf(given.function().inputs()), roots);
    for (int i = 0; i < 10; i++) {
      List<BigDecimal> point = List.of(value(random), value(random));
      HighPrecisionEvaluator at = new HighPrecisionEvaluator(graph, point, DIGITS);
      Outcome left = at.value(before);
      Outcome right = at.value(after);
      if (left.isReal()) {
        assertTrue(
            right.isReal() && agree(left.real(), right.real()),
            () ->
                given.text(before)
                    + " became "
                    + given.text(after)
                    + " at "
                    + point
                    + ": "
                    + left
                    + ", "
                    + right);
      } else if (right.isReal()) {
        assertTrue(
            simplification.sideConditions().stream()
                .anyMatch(
                    condition -> !(at.value(condition) instanceof Outcome.Truth t && t.holds())),
            () ->
                given.text(before)
                    + " became "
                    + given.text(after)
                    + ", which has a value at "
                    + point
                    + " as no condition says: "
                    + left);
      }
    }
  }

  private static BigDecimal value(Random random) {
    return new BigDecimal(VALUES.get(random.nextInt(VALUES.size())));
  }

  private static String sum(Random random, int terms) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < terms; i++) {
      parts.add(product(random) + "/(" + product(random) + ")");
    }
    String sum = String.join(random.nextBoolean() ? " + " : " - ", parts);
    return random.nextInt(3) == 0 ? "(" + sum + ")/(" + product(random) + " + 1)" : sum;
  }

  private static String product(Random random) {
    String first = PARTS.get(random.nextInt(PARTS.size()));
    String power = random.nextInt(4) == 0 ? first + "^2" : first;
    return random.nextBoolean() ? power : power + "*" + PARTS.get(random.nextInt(PARTS.size()));
  }

  private static boolean agree(BigDecimal left, BigDecimal right) {
    BigDecimal scale = left.abs().add(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }
}
