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

class PreciseMathTest {
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

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("exp", new Case(PreciseMath::exp, ApfloatMath::exp, ANYWHERE));
    cases.put(
        "expm1",
        new Case(
            PreciseMath::expm1, x -> ApfloatMath.exp(x).subtract(new Apfloat(1, 1000)), ANYWHERE));
    cases.put("log", new Case(PreciseMath::log, ApfloatMath::log, POSITIVE));
    cases.put(
        "log1p",
        new Case(
            PreciseMath::log1p, x -> ApfloatMath.log(x.add(new Apfloat(1, 1000))), INSIDE_ONE));
    cases.put("sin", new Case(PreciseMath::sin, ApfloatMath::sin, ANYWHERE));
    cases.put("cos", new Case(PreciseMath::cos, ApfloatMath::cos, ANYWHERE));
    cases.put("tan", new Case(PreciseMath::tan, ApfloatMath::tan, ANYWHERE));
    cases.put("atan", new Case(PreciseMath::atan, ApfloatMath::atan, ANYWHERE));
    cases.put("asin", new Case(PreciseMath::asin, ApfloatMath::asin, INSIDE_ONE));
    cases.put("acos", new Case(PreciseMath::acos, ApfloatMath::acos, INSIDE_ONE));
    cases.put("sinh", new Case(PreciseMath::sinh, ApfloatMath::sinh, ANYWHERE));
    cases.put("cosh", new Case(PreciseMath::cosh, ApfloatMath::cosh, ANYWHERE));
    cases.put("tanh", new Case(PreciseMath::tanh, ApfloatMath::tanh, ANYWHERE));
    cases.put("asinh", new Case(PreciseMath::asinh, ApfloatMath::asinh, ANYWHERE));
    cases.put(
        "acosh", new Case(PreciseMath::acosh, ApfloatMath::acosh, numbers(1.0000001, 1.5, 4, 1e9)));
    cases.put("atanh", new Case(PreciseMath::atanh, ApfloatMath::atanh, INSIDE_ONE));
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
    assertEquals(one, PreciseMath.exp(zero));
    assertEquals(zero, PreciseMath.log(one));
    assertEquals(zero, PreciseMath.sin(zero));
    assertEquals(one, PreciseMath.cos(zero));
    assertEquals(zero, PreciseMath.tanh(zero));
    assertEquals(zero, PreciseMath.acos(one));
    assertEquals(zero, PreciseMath.acosh(one));
    assertEquals(ApfloatMath.pi(60), PreciseMath.acos(new Apfloat(-1, 60)).precision(60));
  }

  @Test
  void outsideTheDomainIsAnArithmeticException() {
    Apfloat two = new Apfloat(2, 60);
    assertThrows(ArithmeticException.class, () -> PreciseMath.log(new Apfloat(0, 60)));
    assertThrows(ArithmeticException.class, () -> PreciseMath.log(two.negate()));
    assertThrows(ArithmeticException.class, () -> PreciseMath.asin(two));
    assertThrows(ArithmeticException.class, () -> PreciseMath.acos(two.negate()));
    assertThrows(ArithmeticException.class, () -> PreciseMath.acosh(new Apfloat(0, 60)));
    assertThrows(ArithmeticException.class, () -> PreciseMath.atanh(new Apfloat(1, 60)));
    assertThrows(ArithmeticException.class, () -> PreciseMath.exp(new Apfloat(1e300, 60)));
  }
}
