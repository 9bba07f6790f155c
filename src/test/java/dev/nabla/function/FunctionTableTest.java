package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.unary;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.function.ElementaryFunction.Parity;
import dev.nabla.function.ElementaryFunction.SpecialValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every facet of every function, by iterating the table. */
class FunctionTableTest {
  /** The lanewise operators of {@code jdk.incubator.vector.VectorOperators} in JDK 17. */
  private static final Set<String> VECTOR_OPERATORS =
      Set.of(
          ("ABS SQRT SIN COS TAN ASIN ACOS ATAN EXP LOG LOG10 CBRT SINH COSH TANH EXPM1 LOG1P"
                  + " ATAN2 POW HYPOT MIN MAX")
              .split(" "));

  private static Stream<DynamicTest> eachFunction(
      java.util.function.Consumer<ElementaryFunction> law) {
    return FunctionTable.documented().stream()
        .map(function -> DynamicTest.dynamicTest(function.name(), () -> law.accept(function)));
  }

  @TestFactory
  Stream<DynamicTest> theDoubleIsWithinItsBoundOfTheDecimals() {
    return eachFunction(
        function -> {
          DoubleErrors errors = new DoubleErrors(function);
          for (double[] point : FunctionPoints.anywhere(function, 300)) {
            double ulps = errors.ulps(point);
            assertTrue(
                ulps <= function.errorBound(),
                () -> function + " errs by " + ulps + " ulps at " + List.of(box(point)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theDerivativesAreTheLimitsOfDifferences() {
    return eachFunction(function -> assertEquals(List.of(), disagreements(function)));
  }

  private static List<String> disagreements(ElementaryFunction function) {
    List<String> found = new ArrayList<>();
    DerivativeErrors errors = new DerivativeErrors(function);
    for (int i = 0; i < function.arity(); i++) {
      if (function.noDerivative(i).isEmpty()) {
        for (double[] point : FunctionPoints.moderate(function, 25)) {
          errors.disagreement(function.derivative(i), i, point).ifPresent(found::add);
          errors.disagreement(function.accurateDerivative(i), i, point).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  @TestFactory
  Stream<DynamicTest> theDomainIsWhereThereIsAValue() {
    return eachFunction(
        function -> {
          FunctionTexts texts = new FunctionTexts(function, 60);
          List<double[]> points = new ArrayList<>(FunctionPoints.grid(function));
          points.addAll(FunctionPoints.moderate(function, 20));
          for (double[] point : points) {
            assertEquals(
                texts.holds(function.domain(), point),
                value(function, point).isPresent(),
                () -> function + " at " + List.of(box(point)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theKinksAreWhereOneSidedSlopesDiffer() {
    return eachFunction(
        function -> {
          FunctionTexts texts = new FunctionTexts(function, 60);
          DerivativeErrors errors = new DerivativeErrors(function);
          for (double[] point : FunctionPoints.grid(function)) {
            if (value(function, point).isPresent() && !function.name().equals("pow")) {
              boolean smooth =
                  IntStream.range(0, function.arity())
                      .filter(i -> function.noDerivative(i).isEmpty())
                      .allMatch(i -> errors.jump(i, point) < 1e-6);
              boolean kink = function.kink().filter(text -> texts.holds(text, point)).isPresent();
              assertEquals(kink, !smooth, () -> function + " at " + List.of(box(point)));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theParityHoldsInBothArithmeticsAndWhereNoneIsStatedThereIsNone() {
    return eachFunction(
        function -> {
          if (function.arity() == 1) {
            boolean even = true;
            boolean odd = true;
            DoubleErrors doubles = new DoubleErrors(function);
            for (double[] point : FunctionPoints.moderate(function, 20)) {
              Optional<BigDecimal> at = value(function, point);
              Optional<BigDecimal> opposite = value(function, -point[0]);
              even &= at.equals(opposite) && same(doubles.value(point), doubles.value(-point[0]));
              odd &=
                  at.map(BigDecimal::negate).equals(opposite)
                      && same(-doubles.value(point), doubles.value(-point[0]));
            }
            assertEquals(function.parity() == Parity.EVEN, even);
            assertEquals(function.parity() == Parity.ODD, odd);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theSpecialValuesAreExact() {
    return eachFunction(
        function -> {
          FunctionTexts texts = new FunctionTexts(function, 70);
          for (SpecialValue special : function.specialValues()) {
            List<BigDecimal> arguments = special.arguments().stream().map(texts::constant).toList();
            assertEquals(function.arity(), arguments.size());
            BigDecimal error =
                function.value(arguments, 60).subtract(texts.constant(special.value())).abs();
            assertTrue(error.compareTo(BigDecimal.ONE.movePointLeft(55)) < 0, special::toString);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theNamesElsewhereAreWellFormed() {
    return eachFunction(
        function -> {
          String latex = function.latex();
          assertEquals(
              latex.chars().filter(c -> c == '{').count(),
              latex.chars().filter(c -> c == '}').count());
          boolean command = !latex.contains("#");
          for (int i = 1; i <= function.arity(); i++) {
            assertEquals(command, !latex.contains("#" + i), latex);
          }
          assertFalse(function.description().isBlank());
          function.vectorOperator().ifPresent(name -> assertTrue(VECTOR_OPERATORS.contains(name)));
          function
              .pythonName()
              .ifPresent(name -> assertTrue(name.matches("math\\.[a-z0-9]+|abs|min|max"), name));
        });
  }

  @Test
  void everyNameAndAliasFindsItsFunctionAndNoTwoAgree() {
    Set<String> seen = new HashSet<>();
    for (ElementaryFunction function : FunctionTable.all()) {
      for (String name :
          Stream.concat(Stream.of(function.name()), function.aliases().stream()).toList()) {
        assertTrue(seen.add(name), name);
        assertSame(function, FunctionTable.get(name));
      }
    }
    assertEquals(seen, Set.copyOf(FunctionTable.everyName()));
    assertThrows(IllegalArgumentException.class, () -> FunctionTable.get("sine"));
  }

  @Test
  void powersAreDocumentedButNeverApplied() {
    List<String> powers =
        FunctionTable.documented().stream()
            .filter(function -> function.canonicalForm().isPresent())
            .map(ElementaryFunction::name)
            .toList();
    assertEquals(List.of("sqrt", "pow"), powers);
    assertAll(
        powers.stream()
            .<Executable>map(name -> () -> assertTrue(FunctionTable.find(name).isEmpty())));
  }

  @Test
  void aMissingDerivativeIsAnErrorThatNamesTheFunction() {
    ElementaryFunction polygamma = FunctionTable.get("polygamma");
    Exception error =
        assertThrows(UnsupportedOperationException.class, () -> polygamma.derivative(0));
    assertEquals(
        "polygamma has no derivative for argument 1: the order is a whole number",
        error.getMessage());
  }

  @Test
  void aWrongDerivativeIsCaught() {
    assertFalse(disagreements(withDerivative("1 + tanh(x)^2")).isEmpty());
    assertFalse(disagreements(withDerivative("1 - tanh(x)")).isEmpty());
    assertFalse(disagreements(withDerivative("sech(x)^2 + 1/10^24")).isEmpty());
    assertFalse(disagreements(withDerivative("0")).isEmpty());
    assertEquals(List.of(), disagreements(withDerivative("sech(x)^2")));
  }

  private static ElementaryFunction withDerivative(String text) {
    return unary("tanh")
        .derivative(text)
        .java(Math.class)
        .decimals(DecimalHyperbolic.class)
        .build();
  }

  @Test
  void aWrongDoubleIsCaught() {
    ElementaryFunction cosine =
        unary("cos")
            .derivative("-sin(x)")
            .java(Math.class, "sin")
            .decimals(DecimalCircular.class)
            .build();
    assertTrue(new DoubleErrors(cosine).ulps(1) > 1e6);
  }

  private static Optional<BigDecimal> value(ElementaryFunction function, double... point) {
    try {
      return Optional.of(function.value(FunctionTexts.decimals(point), 60));
    } catch (ArithmeticException outside) {
      return Optional.empty();
    }
  }

  private static boolean same(double left, double right) {
    return left == right || (Double.isNaN(left) && Double.isNaN(right));
  }

  private static Double[] box(double[] point) {
    return java.util.Arrays.stream(point).boxed().toArray(Double[]::new);
  }
}
