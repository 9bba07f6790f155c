package dev.nabla.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Functions from Java: how they are found in a class, and what is refused. */
class JavaFunctionTest {
  /** Static methods, one of them with more digits beside it. */
  public static final class Methods {
    private Methods() {}

    public static double twice(double x) {
      return 2 * x;
    }

    public static BigDecimal twice(BigDecimal x, int digits) {
      return x.add(x);
    }

    public static double product(double x, double y) {
      return x * y;
    }

    public static double three(double x, double y, double z) {
      return x + y + z;
    }

    public static int rounded(double x) {
      return (int) x;
    }

    static double hidden(double x) {
      return x;
    }
  }

  /** Nothing here is a function. */
  public static final class Empty {
    private Empty() {}
  }

  private static String message(Executable action) {
    return assertThrows(IllegalArgumentException.class, action).getMessage();
  }

  @Test
  void aClassGivesItsPublicStaticMethodsOfOneOrTwoDoubles() {
    JavaFunctions functions = JavaFunctions.of(Methods.class);
    assertEquals(Set.of("twice", "product"), functions.names());
    JavaFunction twice = functions.find("twice").orElseThrow();
    assertTrue(twice.decimals().isPresent());
    assertEquals(
        new BigDecimal("0.2"), twice.decimals().get().apply(List.of(new BigDecimal("0.1")), 30));
    assertEquals(List.of("x", "y"), functions.find("product").orElseThrow().arguments());
    assertFalse(functions.find("product").orElseThrow().decimals().isPresent());
  }

  @Test
  void aLibraryGivesItsFunctions() {
    assertEquals(Set.of("besselj0", "besselj1"), JavaFunctions.of(BesselLibrary.class).names());
  }

  @Test
  void doublesStandInForDigitsThatAreNotThere() {
    JavaFunction root = JavaFunction.of("root", "x", Math::sqrt);
    assertEquals(new BigDecimal(1.5), root.valueOfDouble(List.of(new BigDecimal("2.25")), 60));
    ArithmeticException outside =
        assertThrows(
            ArithmeticException.class, () -> root.valueOfDouble(List.of(new BigDecimal(-1)), 60));
    assertEquals("the value from Java is NaN", outside.getMessage());
    JavaFunction thrower =
        JavaFunction.of(
            "thrower",
            "x",
            x -> {
              throw new IllegalStateException("no");
            });
    assertEquals(
        "thrower throws java.lang.IllegalStateException: no",
        assertThrows(
                ArithmeticException.class, () -> thrower.valueOfDouble(List.of(BigDecimal.ONE), 60))
            .getMessage());
  }

  @Test
  void whatCannotBeAFunctionIsRefusedByName() {
    assertEquals(
        "'2f' cannot be the name of a function: letters, digits and _ make one",
        message(() -> JavaFunction.of("2f", "x", Math::sin)));
    assertEquals(
        "two arguments of f have the same name",
        message(() -> JavaFunction.of("f", "x", "x", Math::pow)));
    assertEquals(
        "f has no argument 'y'; it has x",
        message(() -> JavaFunction.of("f", "x", Math::sin).derivative("y", "1")));
    assertEquals(
        "no method of doubles errs by 0.1 ulps at most",
        message(() -> JavaFunction.of("f", "x", Math::sin).ulps(0.1)));
    assertTrue(
        message(() -> JavaFunctions.of(JavaFunction.of("tanh", "x", Math::tanh)))
            .endsWith("is built in: rename it"));
    JavaFunction f = JavaFunction.of("f", "x", Math::sin);
    assertTrue(message(() -> JavaFunctions.of(f, f)).startsWith("there are two functions 'f'"));
    JavaFunctions both = JavaFunctions.of(f).and(JavaFunctions.of(f));
    assertTrue(message(both::names).startsWith("there are two functions 'f'"));
    assertTrue(
        message(() -> JavaFunctions.of(Empty.class))
            .contains("has no function: write public static double f(double x)"));
    assertTrue(message(() -> JavaFunctions.of(Hidden.class)).contains("is not public"));
  }

  static final class Hidden {
    public static double f(double x) {
      return x;
    }

    private Hidden() {}
  }
}
