package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Derivatives come out as a careful person would write them ({@code derivatives.txt}). */
class DerivativeTableTest {
  @TestFactory
  Stream<DynamicTest> derivativesReadAsAPersonWritesThem() {
    return new TableFile("derivatives.txt").tests(DerivativeTableTest::check);
  }

  /** Both in one pool, so that the order in which operands are written does not matter. */
  private static void check(String[] row) {
    Given given = Given.of("f(" + row[0] + ") = [" + row[1] + ", " + row[2] + "]");
    Expr expected = given.function().outputs().get(1);
    Expr actual = given.simplifier().simplify(given.derivative(0)).expr();
    if (expected != actual) {
      assertEquals(given.text(expected), given.text(actual));
    }
  }
}
