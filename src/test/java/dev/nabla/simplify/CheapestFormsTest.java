package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluators take the forms that together need the fewest operations. */
class CheapestFormsTest {
  /** The operations in a DAG, each shared part done once. */
  static double operations(List<Expr> roots) {
    return Traversal.postOrder(roots).stream().mapToDouble(OperationCost::of).sum();
  }

  static List<Expr> together(List<Expr> given, List<Expr> forms) {
    List<Expr> all = new ArrayList<>(given);
    all.addAll(forms);
    return all;
  }

  /** What stands first is to be read, what stands second is longer and may be cheaper. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the values compute sin(x) and cos(x) anyway
        "[sin(x), sin(2*x), sin(x)*cos(x), cos(x)] | second",
        "[x, x/3 + 1, (x + 3)/3*1, x^2] | first",
        // 1/sqrt(u) is shared by both entries in the second form
        "[sqrt(x^2 + 1), x*y/sqrt(x^2 + 1), x*y/sqrt(x^2 + 1), x] | first",
      })
  void ofEqualValuesTheCheaperIsTaken(String text, String expected) {
    ScalarFunction f = Given.of("f(x, y) = " + text).function();
    List<Expr> given = List.of(f.outputs().get(0), f.outputs().get(3));
    Expr first = f.outputs().get(1);
    Expr second = f.outputs().get(2);
    List<Expr> chosen = CheapestForms.choose(given, List.of(List.of(first), List.of(second)));
    assertEquals(expected.equals("first") ? first : second, chosen.get(0));
  }

  /** exp overflows at 710, where sigmoid(x) is 1: few operations are no reason to take it. */
  @Test
  void aFormThatMayOverflowIsNotTakenForOneThatDoesNot() {
    ScalarFunction f =
        Given.of("f(x) = [log(1 + exp(x)), sigmoid(x), exp(x)/(1 + exp(x))]").function();
    Expr sigmoid = f.outputs().get(1);
    Expr quotient = f.outputs().get(2);
    assertTrue(
        operations(together(f.outputs().subList(0, 1), List.of(quotient)))
            < operations(together(f.outputs().subList(0, 1), List.of(sigmoid))));
    assertEquals(
        List.of(sigmoid),
        CheapestForms.choose(
            f.outputs().subList(0, 1), List.of(List.of(sigmoid), List.of(quotient))));
  }

  /** Where exp(x) is infinite, so is the first; the second is no number. */
  @Test
  void whatOverflowsIsNotWrittenAsADifference() {
    ScalarFunction f =
        Given.of("f(x) = [x^2*exp(x), -x^3*exp(x), exp(x)*(x^2 - x^3), x^2*exp(x) - x^3*exp(x)]")
            .function();
    List<Expr> given = f.outputs().subList(0, 2);
    List<Expr> product = f.outputs().subList(2, 3);
    List<Expr> difference = f.outputs().subList(3, 4);
    assertTrue(operations(together(given, difference)) < operations(together(given, product)));
    assertEquals(product, CheapestForms.choose(given, List.of(product, difference)));
  }

  /** Each alone costs more than the form to read; both together less. */
  @Test
  void formsThatShareTheirPartsAreTakenTogether() {
    ScalarFunction f =
        Given.of(
                "f(x, y) = [sin(x)*cos(x), sin(2*x), sin(x)*cos(x)*y, sin(2*x)*y/2,"
                    + " sin(x)*cos(x) + y, sin(2*x)/2 + y, sin(x)*cos(x)*x, sin(2*x)*x/2]")
            .function();
    List<Expr> double1 = List.of(f.outputs().get(3), f.outputs().get(5), f.outputs().get(7));
    List<Expr> products = List.of(f.outputs().get(2), f.outputs().get(4), f.outputs().get(6));
    assertEquals(double1, CheapestForms.choose(List.of(), List.of(double1, products)));
    assertEquals(
        products, CheapestForms.choose(f.outputs().subList(0, 1), List.of(double1, products)));
  }

  /** Each whole list has one dear entry, together they have a cheap form of each. */
  @Test
  void singleExpressionsAreExchanged() {
    ScalarFunction f =
        Given.of("f(x, y, z) = [x + 1, sin(y)*cos(z), sin(x)*cos(y), z + 1, tan(z)*sin(z), x*y*z]")
            .function();
    List<Expr> all = f.outputs();
    List<List<Expr>> forms =
        List.of(
            List.of(all.get(0), all.get(1), all.get(4)),
            List.of(all.get(2), all.get(3), all.get(4)),
            List.of(all.get(2), all.get(1), all.get(5)));
    assertEquals(
        List.of(all.get(0), all.get(3), all.get(5)), CheapestForms.choose(List.of(), forms));
  }

  @Test
  void ofOneListNothingIsToBeChosen() {
    List<Expr> only = Given.of("f(x) = [sin(x), cos(x)]").function().outputs();
    assertSame(only, CheapestForms.choose(List.of(), List.of(only)));
    assertEquals(List.of(), CheapestForms.choose(List.of(), List.of(List.of(), List.of())));
  }

  /** No exchange of one expression makes the operations fewer, whatever is shared with whatever. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noSingleExchangeIsBetter(long seed) {
    Random random = new Random(seed);
    List<String> parts =
        List.of("x*y", "(x + y)", "sin(x)", "sqrt(x*y)", "cos(x + y)", "(x*y + sin(x))^3", "y^2");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      texts.add(
          parts.get(random.nextInt(parts.size()))
              + (random.nextBoolean() ? " + " : "*")
              + parts.get(random.nextInt(parts.size())));
    }
    List<Expr> all = Given.of("f(x, y) = [" + String.join(", ", texts) + "]").function().outputs();
    List<Expr> given = all.subList(0, 1);
    List<List<Expr>> forms = List.of(all.subList(1, 5), all.subList(5, 9), all.subList(9, 13));
    List<Expr> chosen = CheapestForms.choose(given, forms);
    double cost = operations(together(given, chosen));
    for (List<Expr> form : forms) {
      assertTrue(cost <= operations(together(given, form)));
      for (int i = 0; i < form.size(); i++) {
        List<Expr> other = new ArrayList<>(chosen);
        other.set(i, form.get(i));
        assertTrue(cost <= operations(together(given, other)), () -> texts + " gave " + chosen);
      }
    }
  }
}
