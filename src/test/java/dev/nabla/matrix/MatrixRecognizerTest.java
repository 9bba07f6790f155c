package dev.nabla.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import dev.nabla.print.MatrixFormLatex;
import dev.nabla.print.MatrixFormText;
import dev.nabla.print.NumberStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every printed form is the array that it stands for, and is as short as what textbooks print. */
class MatrixRecognizerTest {
  /**
   * Longer than the textbook, which knows rules about determinants and inverses of products, and
   * writes A^-3.
   */
  private static final Set<String> LONGER =
      Set.of("det(A*X*B)*A'*inv(A*X*B)'*B'", "det(c*A)*tr(A*inv(c*A))", "-2*(inv(X)^3)'");

  /** Whose derivative counts the rows of blocks. */
  private static final String KRONECKER = "kron(";

  record Row(String function, String known) {}

  private static Stream<String> lines(String resource) {
    try (InputStream stream = MatrixRecognizerTest.class.getResourceAsStream(resource)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The table of known derivatives. */
  static Stream<Row> knownDerivatives() {
    return lines("/dev/nabla/matrix-calculus.txt")
        .map(line -> line.split(" \\| "))
        .filter(parts -> !parts[0].contains(KRONECKER))
        .map(parts -> new Row(parts[0], parts[2]));
  }

  @ParameterizedTest
  @MethodSource("knownDerivatives")
  void theFormIsTheDerivativeAndNoLongerThanTheTextbooks(Row row) {
    Derived derived = Derived.derivative(row.function());
    String text = derived.text().orElseThrow(() -> new AssertionError("no form of " + row));
    // Both write sizes: the language lets them be left out.
    String known =
        row.known().replaceAll("eye(?![(\\w])", "eye(n)").replaceAll("vector\\(1\\)", "ones(n)");
    assertTrue(text.length() <= known.length() || LONGER.contains(text), text + " for " + known);
    checkText(derived, text);
  }

  record Form(String function, String text, Optional<String> latex) {
    static Form of(String line) {
      String[] parts = line.split(" \\| ");
      return new Form(
          parts[0], parts[1], parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    }
  }

  static Stream<Form> forms() {
    return lines("/dev/nabla/matrix/forms.txt").map(Form::of);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theFormIsTheOneExpected(Form row) {
    Derived derived =
        row.function().startsWith("=")
            ? Derived.value(row.function().substring(1).strip())
            : Derived.derivative(row.function());
    assertEquals(row.text(), derived.text().orElse("none"));
    MatrixFormLatex latex = new MatrixFormLatex(NumberStyle.fractions(), derived.names());
    assertEquals(row.latex(), derived.form().map(latex::print));
    if (row.latex().isPresent()) {
      checkText(derived, row.text());
    }
  }

  /** By a reader of its own and by the language itself. */
  private static void checkText(Derived derived, String text) {
    for (long seed = 1; seed <= 2; seed++) {
      RoundTrip roundTrip = new RoundTrip(derived, seed);
      roundTrip.check(derived, text);
      if (!hasKroneckerOfVector(derived.form().orElseThrow())) {
        roundTrip.checkInLanguage(derived, text);
      }
    }
  }

  /** The language's kron takes matrices only. */
  private static boolean hasKroneckerOfVector(MatrixForm form) {
    return (form instanceof MatrixForm.Kronecker
            && form.parts().stream().anyMatch(part -> !part.shape().isMatrix()))
        || form.parts().stream().anyMatch(MatrixRecognizerTest::hasKroneckerOfVector);
  }

  @Property(tries = 400, seed = "20261124")
  void theFormOfARandomNetworkIsTheNetwork(
      @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(max = 4) int depth) {
    RandomNetworks networks = new RandomNetworks(seed);
    Index i = networks.index("'0");
    Index j = networks.index("'1");
    List<Index> rows = seed % 2 == 0 ? List.of() : List.of(i);
    List<Index> columns = seed % 4 < 2 ? List.of() : List.of(j);
    List<Index> all = new ArrayList<>(rows);
    all.addAll(columns);
    Expr element = networks.expression(depth, all);
    List<Axis> ranges = all.stream().map(networks::axis).toList();
    Optional<MatrixForm> form =
        new MatrixRecognizer(networks.pool(), networks.arrays(), Set.of())
            .recognize(element, rows, columns, ranges);
    if (form.isPresent()) {
      String text = new MatrixFormText(NumberStyle.fractions(), Set.of()).print(form.get());
      List<Expr> sizes = ranges.stream().map(Axis::upper).toList();
      for (long data = 0; data < 2; data++) {
        new RoundTrip(networks.arrays(), Set.of(), seed + data)
            .check(element, rows, columns, sizes, text);
      }
    }
  }

  @Test
  void almostEveryRandomNetworkHasAForm() {
    int found = 0;
    for (int seed = 0; seed < 100; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Index i = networks.index("'0");
      Expr element = networks.expression(3, List.of(i));
      found +=
          new MatrixRecognizer(networks.pool(), networks.arrays(), Set.of())
                  .recognize(element, List.of(i), List.of(), List.of(networks.axis(i)))
                  .isPresent()
              ? 1
              : 0;
    }
    assertTrue(found >= 95, found + " of 100");
  }

  @Test
  void anArrayWithoutSizesIsAnErrorThatNamesIt() {
    ExprPool pool = new ExprPool();
    Index i = pool.index("'0");
    Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, 0));
    Expr element = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 1), List.of(i));
    MatrixRecognizer recognizer = new MatrixRecognizer(pool, Map.of(), Set.of());
    List<Axis> ranges = List.of(new Axis(i, pool.one(), n));
    IllegalArgumentException missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> recognizer.recognize(element, List.of(i), List.of(), ranges));
    assertEquals("no sizes of 'x'", missing.getMessage());
  }

  @Test
  void anArrayThatIsLongerThanItsIndexIsNoWholeArray() {
    ExprPool pool = new ExprPool();
    Index i = pool.index("'0");
    Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, 0));
    Symbol x = new Symbol("x", Symbol.Kind.VARIABLE, 1);
    Expr longer = pool.sum(n, pool.one());
    MatrixRecognizer recognizer = new MatrixRecognizer(pool, Map.of(x, List.of(longer)), Set.of());
    List<Axis> ranges = List.of(new Axis(i, pool.one(), n));
    assertEquals(
        Optional.empty(),
        recognizer.recognize(pool.element(x, List.of(i)), List.of(i), List.of(), ranges));
  }
}
