package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A factor joins the power of what contains it: a shorter form of the same value. */
class JoinedPowersTest {
  private static final int DIGITS = 60;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-40");
  private static final List<String> EXPONENTS =
      List.of("-5/2", "-2", "-3/2", "-1", "-1/2", "1/2", "1", "3/2", "2", "3", "n", "(n - 1)");
  private static final List<String> BASES =
      List.of(
          "a", "x", "b", "(a*x)", "(2*a*x)", "(a/x)", "(a*x^2)", "(a*sec(x))", "sec(x)", "(b + x)");
  private static final List<String> VALUES = List.of("0", "1", "-1", "0.5", "-2", "3", "-0.7", "2");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a, x | a^3*(1 + sin(x))^3 | (a + a*sin(x))^3",
        "a, c, x | a^3*(1 + cos(x))^3/(c^4*(cos(x) - 1)^4) | (a + a*cos(x))^3/(c*cos(x) - c)^4",
        "a, x | 1/(sqrt(a)*sqrt(1 - cos(x))) | 1/sqrt(a - a*cos(x))",
        "d, x | d*sqrt(d*sec(x))*sec(x) | (d*sec(x))^(3/2)",
        "b, x | b^2*sec(x)*tan(x)/(b*sec(x))^(9/2) | sin(x)/(b*sec(x))^(5/2)",
        "k, m, x | k*cos(x)*(k*cos(x))^(-2*m) | (k*cos(x))^(1 - 2*m)",
        // What is no shorter, or would have a pole of its own, stays.
        "a, x | a*(1 + x) | a*(x + 1)",
        "x | x^2*(1 + x)^2 | x^2*(x + 1)^2",
        "a, m, x | a*(a*sin(x))^m | a*(a*sin(x))^m",
        "a, x | a*sqrt(a*x) | a*sqrt(a*x)"
      })
  void powersAreJoinedWhereThatIsShorter(String arguments, String before, String after) {
    assertEquals(after, Given.of("f(" + arguments + ") = " + before).simplified());
  }

  @Property(tries = 300, seed = "11", shrinking = ShrinkingMode.OFF)
  void valueAndDomainAreKept(@ForAll long seed) {
    Random random = new Random(seed);
    Given given = Given.of("f(a, b, x, n) = " + product(random));
    Expr before = given.value();
    for (Expr after : new JoinedPowers(given.pool(), new Cost()).images(before)) {
      Graph graph = new Graph(List.copyOf(given.function().inputs()), List.of(before, after));
      for (int i = 0; i < 12; i++) {
        List<BigDecimal> point =
            List.of(value(random), value(random), value(random), value(random));
        HighPrecisionEvaluator at = new HighPrecisionEvaluator(graph, point, DIGITS);
        Outcome left = at.value(before);
        Outcome right = at.value(after);
        assertTrue(
            !left.isReal() || (right.isReal() && agree(left.real(), right.real())),
            () -> given.text(before) + " became " + given.text(after) + " at " + point);
      }
    }
  }

  private static String product(Random random) {
    StringBuilder product = new StringBuilder();
    int factors = 2 + random.nextInt(3);
    for (int i = 0; i < factors; i++) {
      product.append(i > 0 ? "*" : "");
      product.append(BASES.get(random.nextInt(BASES.size())));
      product.append("^(").append(EXPONENTS.get(random.nextInt(EXPONENTS.size()))).append(")");
    }
    return product.toString();
  }

  private static BigDecimal value(Random random) {
    return new BigDecimal(VALUES.get(random.nextInt(VALUES.size())));
  }

  private static boolean agree(BigDecimal left, BigDecimal right) {
    BigDecimal scale = left.abs().add(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }
}
