package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Differences of doubles are right within the uncertainty that they state, and that is small. */
class DoubleDifferencesTest {
  private static DoubleDifferences at(double x, DoubleUnaryOperator f) {
    return new DoubleDifferences(
        new BigDecimal(x),
        f.applyAsDouble(x),
        t -> {
          double value = f.applyAsDouble(t.doubleValue());
          return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        });
  }

  private static void assertDerivative(double exact, double x, DoubleUnaryOperator f) {
    ReferencePartial.Derivative found = at(x, f).derivative().orElseThrow();
    double error = Math.abs(found.value().doubleValue() - exact);
    double uncertainty = found.uncertainty().doubleValue();
    // Four ulps are for the exact value, itself a double.
    assertTrue(error <= uncertainty + 4 * Math.ulp(exact), () -> x + ": " + found + " is " + exact);
    double scale = Math.max(Math.abs(exact), Math.abs(f.applyAsDouble(x)));
    assertTrue(uncertainty <= 1e-7 * scale, () -> x + ": " + found);
    assertFalse(at(x, f).hasKink());
  }

  @Property(seed = "1", tries = 300)
  void smoothFunctions(@ForAll @DoubleRange(min = -20, max = 20) double x) {
    assertDerivative(Math.exp(x), x, Math::exp);
    assertDerivative(Math.cos(x), x, Math::sin);
    assertDerivative(-2 * x / Math.pow(1 + x * x, 2), x, t -> 1 / (1 + t * t));
    assertDerivative(-60 * Math.sin(60 * x), x, t -> Math.cos(60 * t));
  }

  @Property(seed = "2", tries = 300)
  void functionsWithANearbyEnd(@ForAll @DoubleRange(min = 0.01, max = 50) double x) {
    assertDerivative(1 / x, x, Math::log);
    assertDerivative(0.5 / Math.sqrt(x), x, Math::sqrt);
  }

  @Property(seed = "3", tries = 200)
  void valuesThatErrAreKnownByTheirScatter(@ForAll @DoubleRange(min = -5, max = 5) double x) {
    // An error of 1e-13 that looks like chance.
    DoubleUnaryOperator rough = t -> Math.sin(t) + 1e-13 * Math.sin(1e17 * t);
    ReferencePartial.Derivative found = at(x, rough).derivative().orElseThrow();
    double error = Math.abs(found.value().doubleValue() - Math.cos(x));
    assertTrue(error <= found.uncertainty().doubleValue(), found.toString());
    assertTrue(found.uncertainty().doubleValue() < 1e-8, found.toString());
  }

  @Test
  void kinksAreToldFromCurvature() {
    assertTrue(at(0, Math::abs).hasKink());
    assertTrue(at(1, t -> Math.max(t, 3 - 2 * t)).hasKink());
    assertFalse(at(1e-3, Math::abs).hasKink());
    assertEquals(1, at(1e-3, Math::abs).derivative().orElseThrow().value().doubleValue(), 1e-9);
    assertFalse(at(0, t -> t * t).hasKink());
    assertFalse(at(0, t -> t * t * Math.abs(t)).hasKink());
  }

  @Test
  void whatDoublesCannotTellIsNoDerivative() {
    // The argument's last digit is more than a period.
    assertEquals(Optional.empty(), at(3, t -> Math.sin(1e17 * t)).derivative());
    assertEquals(Optional.empty(), at(2, t -> t < 2 ? 0 : 1).derivative());
    // No value on the left.
    assertFalse(at(0, Math::sqrt).isPossible());
  }
}
