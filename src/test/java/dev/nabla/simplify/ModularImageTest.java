package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nabla.expr.Rational;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images modulo a prime prove that polynomials have no common divisor, and never that wrongly. */
class ModularImageTest {
  private static Multinomial variable(int number) {
    return Multinomial.variable(number, 1);
  }

  /** Σ of random monomials in three variables with small coefficients. */
  private static Multinomial random(Random random, int terms) {
    Multinomial sum = Multinomial.constant(Rational.of(1 + random.nextInt(5)));
    for (int i = 0; i < terms; i++) {
      Multinomial term = Multinomial.constant(Rational.of(random.nextInt(19) - 9));
      for (int v = 0; v < 3; v++) {
        term = term.multiply(variable(v).power(random.nextInt(3)));
      }
      sum = sum.add(term);
    }
    return sum;
  }

  @Test
  void polynomialsWithACommonDivisorAreNeverFoundToHaveNone() {
    Random random = new Random(11);
    for (int k = 0; k < 300; k++) {
      Multinomial divisor = random(random, 3).add(variable(0).multiply(random(random, 1)));
      Multinomial a = divisor.multiply(random(random, 3)).primitive();
      Multinomial b = divisor.multiply(random(random, 3)).primitive();
      if (divisor.contains(0) && !a.isZero() && !b.isZero()) {
        assertFalse(ModularImage.of(a, 0).isPrimeTo(ModularImage.of(b, 0)), a + " and " + b);
      }
    }
  }

  /** x² − y² and a·x + b·y + c. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, false",
    "1, -1, 0, false",
    "1, 1, 1, true",
    "2, 0, 1, true",
    "3, 2, 5, true"
  })
  void polynomialsWithoutOneAreFoundSo(int a, int b, int c, boolean prime) {
    Multinomial x = variable(0);
    Multinomial y = variable(1);
    Multinomial p = x.multiply(x).subtract(y.multiply(y));
    Multinomial q =
        x.scale(Rational.of(a))
            .add(y.scale(Rational.of(b)))
            .add(Multinomial.constant(Rational.of(c)));
    assertEquals(prime, ModularImage.of(p, 0).isPrimeTo(ModularImage.of(q, 0)));
  }
}
