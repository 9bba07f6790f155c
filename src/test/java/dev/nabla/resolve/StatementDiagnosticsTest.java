package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nabla.Nabla;
import dev.nabla.function.JavaFunction;
import dev.nabla.function.JavaFunctions;
import dev.nabla.source.Diagnostic;
import dev.nabla.source.NablaException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in what a file states of its own functions is one message with its place. */
class StatementDiagnosticsTest {
  private static final JavaFunctions JAVA =
      JavaFunctions.of(
          JavaFunction.of("j0", "x", Math::sin),
          JavaFunction.of("power", "x", "y", Math::pow),
          JavaFunction.of("known", "x", Math::sin).derivative("x", "cos(x)"),
          JavaFunction.of("broken", "x", Math::sin).derivative("x", "cos(y)"));

  record Row(String text, String place, String message, String hint) {}

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "derivative of j7(x) is x",
            "1:15",
            "there is no function 'j7' to state a derivative of",
            "did you mean 'j0'?"),
        new Row(
            "derivative of tanh(x) is 1",
            "1:15",
            "'tanh' is built in, and so are its derivatives",
            "state the derivative of a function of your own"),
        new Row("derivative of j0(x, y) in x is 1", "1:15", "j0 takes 1 argument (x), not 2", ""),
        new Row(
            "derivative of power(x, y) is 1",
            "1:15",
            "for which argument is this the derivative?",
            "write derivative of power(x, y) in x is …"),
        new Row(
            "derivative of power(x, y) in z is 1",
            "1:30",
            "'z' is no argument here",
            "the arguments are x, y"),
        new Row(
            "derivative of power(x, x) in x is 1",
            "1:24",
            "'x' is two arguments",
            "give each a name of its own"),
        new Row(
            "derivative of j0(x) is 1\nderivative of j0(t) is t",
            "2:15",
            "the derivative of 'j0' is stated twice",
            "the first is in line 1"),
        new Row(
            "derivative of power(x, y) in y is 1\nderivative of power(a, b) in b is 2",
            "2:15",
            "the derivative of 'power' in b is stated twice",
            "the first is in line 1"),
        new Row(
            "derivative of known(x) is 1",
            "1:15",
            JAVA.find("known").orElseThrow().origin()
                + " states the derivative of 'known' already: cos(x)",
            "leave one of them out"),
        new Row(
            "derivative of j0(x) is y",
            "1:24",
            "'y' is not declared",
            "declare it as an argument, or in a where clause"),
        new Row(
            "derivative of j0(x) is x > 0",
            "1:24",
            "a condition is not a number",
            "write if … then 1 else 0 for its indicator"),
        new Row(
            "derivative of j0(x) is [x, x]",
            "1:24",
            "a derivative of a scalar must be a scalar, not a vector of 2",
            ""),
        new Row(
            "derivative of j0(x) = 1",
            "1:21",
            "unexpected '='",
            "write 'is': derivative of f(x) is …, rule NAME: LEFT is RIGHT"),
        new Row(
            "keep g(x[n]) = sum(x)",
            "1:6",
            "'g' is not a function of scalars, so it cannot keep its name",
            "define it without 'keep': it is differentiated through"),
        new Row(
            "keep tanh(x) = x\nf(x) = tanh(x)",
            "1:6",
            "'tanh' is built in, so no other function can keep that name",
            "give it a name of its own"),
        new Row(
            "keep j0(x) = x\nf(x) = j0(x)",
            "1:6",
            "'j0' is a function of " + JAVA.find("j0").orElseThrow().origin() + " too",
            "give one of them another name"),
        new Row(
            "keep g(x, y) = x*y\ng_x(t) = t\nf(x) = g(x, x)",
            "2:1",
            "'g_x' is what the derivative of 'g' is called",
            "give this another name"),
        new Row(
            "keep g(x) = g(x - 1)\nf(x) = g(x)",
            "1:6",
            "'g' calls itself",
            "write the recursion out"),
        new Row(
            "rule a: sin(x) is cos(y)",
            "1:19",
            "'y' is not on the left side of rule 'a'",
            "single letters stand for any expression: the right side has those of the left"),
        new Row(
            "rule a: x + 2 is x",
            "1:9",
            "the left side of rule 'a' would match almost anything",
            "a left side has a function, a root, a symbolic power or a conditional"),
        new Row(
            "rule a: sin(x) is x where x > 1",
            "1:27",
            "a condition of a rule compares a placeholder with 0",
            "write a > 0, a >= 0, a < 0, a <= 0 or a != 0"),
        new Row(
            "rule a-b: sin(x) is x\nrule a-b: cos(x) is x",
            "2:6",
            "there are two rules 'a-b'",
            "the first is in line 1"),
        new Row(
            "rule a: sin(x) = x",
            "1:16",
            "unexpected '=': expected 'is'",
            "write 'is': derivative of f(x) is …, rule NAME: LEFT is RIGHT"));
  }

  private static Diagnostic diagnostic(String text) {
    return assertThrows(NablaException.class, () -> Nabla.parse(text, JAVA)).diagnostic();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyMistakeIsToldWithItsPlace(Row row) {
    Diagnostic diagnostic = diagnostic(row.text() + "\nlast(x) = x");
    assertEquals(row.message(), diagnostic.message());
    assertEquals(row.place(), diagnostic.line() + ":" + diagnostic.column());
    assertEquals(row.hint(), diagnostic.hint().orElse(""));
  }

  @Test
  void aMissingDerivativeNamesTheFunctionTheArgumentAndHowToStateIt() {
    Diagnostic one =
        assertThrows(NablaException.class, () -> Nabla.parse("f(x) = 2*j0(x^2)", JAVA).jacobian())
            .diagnostic();
    assertEquals("'j0' has no derivative for its argument x", one.message());
    assertEquals("state it: derivative of j0(x) is …", one.hint().orElseThrow());
    assertEquals("1:10", one.line() + ":" + one.column());
    Diagnostic two =
        assertThrows(
                NablaException.class,
                () ->
                    Nabla.parse(
                            "derivative of power(a, b) in a is b*power(a, b)/a\n"
                                + "f(x, y) = power(x, y)",
                            JAVA)
                        .jacobian())
            .diagnostic();
    assertEquals("'power' has no derivative for its argument y", two.message());
    assertEquals("state it: derivative of power(x, y) in y is …", two.hint().orElseThrow());
  }

  @Test
  void anArgumentThatIsNotDifferentiatedNeedsNoDerivative() {
    String text = "derivative of power(a, b) in a is b*power(a, b)/a\nf(x; k) = power(x, k)";
    assertEquals("k*power(x, k)/x", Nabla.parse(text, JAVA).jacobian().entry(0, 0).toString());
    assertEquals("1", Nabla.parse("f(x) = x + j0(2)", JAVA).jacobian().entry(0, 0).toString());
  }

  @Test
  void aTextOfALibraryIsToldWithTheLibrarysName() {
    Diagnostic diagnostic = diagnostic("f(x) = broken(x)");
    assertEquals("'y' is not declared", diagnostic.message());
    assertEquals(
        "<derivative of broken from " + JAVA.find("broken").orElseThrow().origin() + ">",
        diagnostic.source().name());
  }

  @Test
  void theWordsOfStatementsAreNamesElsewhere() {
    assertEquals(
        "in*of + rule",
        Nabla.parse("f(is; in, of, rule, keep) = is*in*of + is*rule + keep", JAVA)
            .jacobian()
            .entry(0, 0)
            .toString());
    assertEquals(
        "2*derivative",
        Nabla.parse("rule(derivative) = derivative^2").jacobian().entry(0, 0).toString());
    assertEquals("1", Nabla.parse("keep(x) = x").jacobian().entry(0, 0).toString());
    assertEquals("3", Nabla.parse("keep = 3\nf(x) = keep*x").jacobian().entry(0, 0).toString());
  }
}
