package dev.nabla.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Reading what is printed gives back the same expression. */
final class RoundTripTest {
  private static final NumberStyle DECIMALS =
      NumberStyle.of(Map.of(Rational.HALF, ".5", Rational.of(1, 4), "0.25e0"));

  @Property(tries = 1500, seed = "20261124")
  void readingAPrintedExpressionGivesBackTheSameNode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
    assertSameWhenRead(seed, depth, NumberStyle.fractions());
  }

  @Property(tries = 500, seed = "20261125")
  void readingAPrintedExpressionWithDecimalsGivesBackTheSameNode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
    assertSameWhenRead(seed, depth, DECIMALS);
  }

  private static void assertSameWhenRead(long seed, int depth, NumberStyle style) {
    Expr expr = new RandomFormulas(seed).number(depth);
    Assume.that(RandomFormulas.isWritable(expr));
    String text = new TextPrinter().print(Written.formula(expr, style));
    Expr read = Written.of(RandomFormulas.HEADER + text).value();
    String again = new TextPrinter().print(Written.formula(read, style));
    assertEquals(text, again);
    assertEquals(expr.structure(), read.structure(), text);
  }
}
