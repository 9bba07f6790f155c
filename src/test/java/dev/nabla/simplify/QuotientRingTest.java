package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Quotients in x, y, √x and ∛x against exact arithmetic where the roots are numbers. */
class QuotientRingTest {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int ROOT = 2;
  private static final int CUBE_ROOT = 3;

  private final QuotientRing ring = new QuotientRing(1_000_000);

  QuotientRingTest() {
    ring.relate(ROOT, 2, Multinomial.variable(X, 1));
    ring.relate(CUBE_ROOT, 3, Multinomial.variable(X, 1));
  }

  /** The values of x, y, √x and ∛x for x = t⁶. */
  private static List<Rational> point(long t, long y) {
    Rational root = Rational.of(t);
    return List.of(root.pow(6), Rational.of(y, 7), root.pow(3), root.pow(2));
  }

  private static final List<List<Rational>> POINTS = List.of(point(2, 3), point(3, -5));

  private static Rational value(Multinomial polynomial, List<Rational> point) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
      Rational product = term.getValue();
      for (int v = 0; v < term.getKey().width(); v++) {
        product = product.multiply(point.get(v).pow(term.getKey().degree(v)));
      }
      sum = sum.add(product);
    }
    return sum;
  }

  private static Optional<Rational> value(Quotient quotient, List<Rational> point) {
    Rational result = value(quotient.numerator(), point);
    for (Map.Entry<Multinomial, Integer> factor : quotient.denominator().entrySet()) {
      Rational base = value(factor.getKey(), point);
      if (base.isZero()) {
        return Optional.empty();
      }
      result = result.divide(base.pow(factor.getValue()));
    }
    return Optional.of(result);
  }

  private static Multinomial random(Random random, int... variables) {
    Multinomial result = Multinomial.constant(Rational.of(1 + random.nextInt(3)));
    for (int i = 0; i < 2; i++) {
      Multinomial term = Multinomial.constant(Rational.of(random.nextInt(7) - 3, 1 + i));
      int variable = variables[random.nextInt(variables.length)];
      result = result.add(term.multiply(Multinomial.variable(variable, 1 + random.nextInt(2))));
    }
    return result;
  }

  private Quotient quotient(Multinomial above, Multinomial below, int exponent) {
    return ring.multiply(Quotient.of(above), ring.inverse(below, exponent));
  }

  @Property(tries = 25, seed = "81", shrinking = ShrinkingMode.OFF)
  void operationsAreThoseOfNumbers(@ForAll long seed) {
    Random random = new Random(seed);
    int root = random.nextBoolean() ? ROOT : CUBE_ROOT;
    Multinomial shared = random(random, X, root);
    Multinomial a = random(random, X, Y, root);
    Multinomial b = random(random, X, Y);
    Multinomial c = ring.product(shared, random(random, X));
    Multinomial d = ring.product(shared, random(random, Y));
    if (ring.reduce(c).isZero() || ring.reduce(d).isZero()) {
      return;
    }
    int exponent = random.nextBoolean() ? 1 : 2;
    Quotient left = quotient(a, c, exponent);
    Quotient right = quotient(b, d, random.nextInt(4) == 0 ? -1 : 1);
    Quotient sum = ring.sum(List.of(left, right));
    Quotient product = ring.reduced(ring.multiply(left, right));
    Quotient lowest = ring.lowest(product);
    for (List<Rational> point : POINTS) {
      Optional<Rational> p = value(left, point);
      Optional<Rational> q = value(right, point);
      if (p.isPresent() && q.isPresent()) {
        Optional<Rational> expected = Optional.of(value(a, point));
        if (!value(c, point).isZero()) {
          assertEquals(expected.get().divide(value(c, point).pow(exponent)), p.get());
        }
        assertEquals(Optional.of(p.get().add(q.get())), value(sum, point));
        assertEquals(Optional.of(p.get().multiply(q.get())), value(product, point));
        assertEquals(Optional.of(p.get().multiply(q.get())), value(lowest, point));
      }
    }
  }

  @Property(tries = 150, seed = "82", shrinking = ShrinkingMode.OFF)
  void aProductIsDividedByEachFactor(@ForAll long seed) {
    Random random = new Random(seed);
    Multinomial a = ring.reduce(random(random, X, Y, ROOT, CUBE_ROOT));
    Multinomial b = ring.reduce(random(random, X, Y, ROOT, CUBE_ROOT));
    if (a.isZero() || b.isZero() || (b.contains(ROOT) && b.contains(CUBE_ROOT))) {
      return;
    }
    assertEquals(Optional.of(a), ring.divide(ring.product(a, b), b));
  }

  @Property(tries = 40, seed = "83", shrinking = ShrinkingMode.OFF)
  void aSquareIsTheProductWithItself(@ForAll long seed) {
    Multinomial a = random(new Random(seed), X, Y, ROOT, CUBE_ROOT);
    assertEquals(ring.product(a, a), ring.power(a, 2));
    assertEquals(ring.reduce(a), ring.power(a, 1));
    assertEquals(Multinomial.ONE, ring.power(a, 0));
    Multinomial reduced = ring.product(a, a);
    assertTrue(reduced.degree(ROOT) < 2 && reduced.degree(CUBE_ROOT) < 3);
  }

  @Test
  void denominatorsThatHaveADivisorInCommonAreTakenApart() {
    Multinomial x = Multinomial.variable(X, 1);
    Multinomial minus = x.subtract(Multinomial.ONE);
    Multinomial plus = x.add(Multinomial.ONE);
    Multinomial two = x.subtract(Multinomial.constant(Rational.of(2)));
    Quotient first = quotient(Multinomial.ONE, minus.multiply(plus), 1);
    Quotient second = quotient(Multinomial.ONE, minus.multiply(two), 1);
    Quotient sum = ring.sum(List.of(first, second));
    assertEquals(Map.of(minus, 1, plus, 1, two, 1), sum.denominator());
    assertEquals(x.scale(Rational.of(2)).subtract(Multinomial.ONE), sum.numerator());
    Quotient fraction = quotient(plus.multiply(two), plus.multiply(minus), 1);
    assertEquals(new Quotient(two, Map.of(minus, 1)), ring.reduced(fraction));
  }

  @Test
  void aRootBelowTheBarMovesAbove() {
    Multinomial x = Multinomial.variable(X, 1);
    Multinomial root = Multinomial.variable(ROOT, 1);
    assertEquals(new Quotient(root, Map.of(x, 1)), ring.inverse(root, 1));
    assertEquals(new Quotient(root, Map.of(x, 2)), ring.inverse(root, 3));
    Multinomial cubeRoot = Multinomial.variable(CUBE_ROOT, 1);
    assertEquals(new Quotient(cubeRoot.power(2), Map.of(x, 1)), ring.inverse(cubeRoot, 1));
    assertEquals(Quotient.of(x), ring.inverse(root, -2));
  }
}
