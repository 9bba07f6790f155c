package dev.nabla.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

class DecimalsAgainstApfloatTest {
  private static final List<Double> ANYWHERE =
      numbers(
          1, -1, 0.5, -0.5, 0.1, 2, -3, 1e-3, -1e-8, 1e-30, 12.25, -40.7, 700, 1.5707963267948966);
  private static final List<Double> POSITIVE =
      numbers(1e-300, 1e-5, 0.3, 0.75, 1, 1.5, 1.0000000001, 2, 3, 10, 1e10, 1e300);
  private static final List<Double> INSIDE_ONE = numbers(-0.999999, -0.5, -1e-7, 1e-20, 0.25, 0.9);

  private static List<Double> numbers(double... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  private record Case(
      UnaryOperator<Apfloat> precise, UnaryOperator<Apfloat> apfloat, List<Double> points) {}

  private static UnaryOperator<Apfloat> decimal(String name) {
    return x -> FunctionTable.get(name).highPrecision().apply(List.of(x));
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("exp", new Case(decimal("exp"), ApfloatMath::exp, ANYWHERE));
    cases.put(
        "expm1",
        new Case(
            decimal("expm1"), x -> ApfloatMath.exp(x).subtract(new Apfloat(1, 1000)), ANYWHERE));
    cases.put("log", new Case(decimal("log"), ApfloatMath::log, POSITIVE));
    cases.put(
        "log1p",
        new Case(decimal("log1p"), x -> ApfloatMath.log(x.add(new Apfloat(1, 1000))), INSIDE_ONE));
    cases.put("sin", new Case(decimal("sin"), ApfloatMath::sin, ANYWHERE));
    cases.put("cos", new Case(decimal("cos"), ApfloatMath::cos, ANYWHERE));
    cases.put("tan", new Case(decimal("tan"), ApfloatMath::tan, ANYWHERE));
    cases.put("atan", new Case(decimal("atan"), ApfloatMath::atan, ANYWHERE));
    cases.put("asin", new Case(decimal("asin"), ApfloatMath::asin, INSIDE_ONE));
    cases.put("acos", new Case(decimal("acos"), ApfloatMath::acos, INSIDE_ONE));
    cases.put("sinh", new Case(decimal("sinh"), ApfloatMath::sinh, ANYWHERE));
    cases.put("cosh", new Case(decimal("cosh"), ApfloatMath::cosh, ANYWHERE));
    cases.put("tanh", new Case(decimal("tanh"), ApfloatMath::tanh, ANYWHERE));
    cases.put("asinh", new Case(decimal("asinh"), ApfloatMath::asinh, ANYWHERE));
    cases.put(
        "acosh", new Case(decimal("acosh"), ApfloatMath::acosh, numbers(1.0000001, 1.5, 4, 1e9)));
    cases.put("atanh", new Case(decimal("atanh"), ApfloatMath::atanh, INSIDE_ONE));
    return cases;
  }

  @Test
  void everyFunctionAgreesWithApfloatToSixtyDigits() {
    cases().forEach((name, example) -> check(name, example, 62, 60));
  }

  @Test
  void everyFunctionAgreesWithApfloatToOneHundredAndThirtyDigits() {
    cases().forEach((name, example) -> check(name, example, 132, 130));
  }

  private static void check(String name, Case example, int precision, int digits) {
    for (double point : example.points()) {
      Apfloat x = new Apfloat(point, precision);
      Apfloat actual = example.precise().apply(x);
      // Apfloat's own cancellation is kept out by asking it for more.
      Apfloat expected = example.apfloat().apply(new Apfloat(point, 2L * precision + 60));
      long equal = actual.equalDigits(expected);
      assertTrue(
          equal >= digits, () -> name + "(" + point + "): " + equal + " digits of " + digits);
    }
  }

  @Test
  void exactPointsAreExact() {
    Apfloat zero = new Apfloat(0, 60);
    Apfloat one = new Apfloat(1, 60);
    assertEquals(one, decimal("exp").apply(zero));
    assertEquals(zero, decimal("log").apply(one));
    assertEquals(zero, decimal("sin").apply(zero));
    assertEquals(one, decimal("cos").apply(zero));
    assertEquals(zero, decimal("tanh").apply(zero));
    assertEquals(zero, decimal("acos").apply(one));
    assertEquals(zero, decimal("acosh").apply(one));
    assertEquals(ApfloatMath.pi(60), decimal("acos").apply(new Apfloat(-1, 60)).precision(60));
  }

  @Test
  void outsideTheDomainIsAnArithmeticException() {
    Apfloat two = new Apfloat(2, 60);
    assertThrows(ArithmeticException.class, () -> decimal("log").apply(new Apfloat(0, 60)));
    assertThrows(ArithmeticException.class, () -> decimal("log").apply(two.negate()));
    assertThrows(ArithmeticException.class, () -> decimal("asin").apply(two));
    assertThrows(ArithmeticException.class, () -> decimal("acos").apply(two.negate()));
    assertThrows(ArithmeticException.class, () -> decimal("acosh").apply(new Apfloat(0, 60)));
    assertThrows(ArithmeticException.class, () -> decimal("atanh").apply(new Apfloat(1, 60)));
    assertThrows(ArithmeticException.class, () -> decimal("exp").apply(new Apfloat(1e300, 60)));
  }
}
