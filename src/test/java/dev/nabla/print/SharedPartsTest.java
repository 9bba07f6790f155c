package dev.nabla.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Repeated parts get names, so that what is printed is as short as the shared DAG. */
final class SharedPartsTest {
  private final ExprPool pool = new ExprPool();

  private Expr symbol(String name) {
    return pool.element(new Symbol(name, Symbol.Kind.VARIABLE, 0));
  }

  private Expr tanh(Expr argument) {
    return pool.apply(FunctionTable.get("tanh"), argument);
  }

  private MatrixFormulas column(List<Expr> entries) {
    List<Label> labels = new ArrayList<>();
    List<SortedMap<Integer, Expr>> rows = new ArrayList<>();
    for (Expr entry : entries) {
      labels.add(Label.of("f", labels.size() + 1));
      rows.add(new TreeMap<>(Map.of(0, entry)));
    }
    Matrix matrix = new Matrix(Matrix.Kind.JACOBIAN, "f(x)", labels, List.of(Label.of("x")), rows);
    return MatrixFormulas.of(matrix, pool, NumberStyle.fractions(), Set.of());
  }

  /** The entries of T1·…·Tn, where every Tk is a 4×4 matrix of functions of qk. */
  private List<Expr> transforms(int count) {
    List<Expr> product = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      List<Expr> factor = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        factor.add(tanh(pool.sum(symbol("q" + k), pool.num(i))));
      }
      product = k == 1 ? factor : multiplied(product, factor);
    }
    return product;
  }

  private List<Expr> multiplied(List<Expr> left, List<Expr> right) {
    List<Expr> result = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
          terms.add(pool.product(left.get(4 * i + k), right.get(4 * k + j)));
        }
        result.add(pool.sum(terms));
      }
    }
    return result;
  }

  @Test
  void aProductOfTransformsPrintsInKilobytes() {
    List<Expr> entries = transforms(12);
    double written = entries.stream().mapToDouble(Expr::treeSize).sum();
    assertTrue(written > 1e8, "written out it has " + written + " nodes");
    MatrixFormulas formulas = column(entries);
    String text = new MatrixText(100).print(formulas);
    assertTrue(text.length() < 60_000, text.length() + " characters");
    assertTrue(new MatrixLatex(90).print(formulas).length() < 120_000);
    assertEquals(text, new MatrixText(100).print(new SharedPartsTest().twelve()));
  }

  private MatrixFormulas twelve() {
    return column(transforms(12));
  }

  @Test
  void shortEntriesStayWhole() {
    Expr x = symbol("x");
    Expr repeated = pool.sum(pool.one(), tanh(pool.power(x, 2)));
    List<Expr> roots = List.of(repeated, pool.power(repeated, 2), pool.product(x, repeated));
    assertTrue(SharedParts.choose(pool, roots, Set.of()).parts().isEmpty());
  }

  @Test
  void aPartHasNoNameThatIsDeclared() {
    List<Expr> entries = transforms(4);
    SharedParts shared = SharedParts.choose(pool, entries, Set.of("t1", "t3"));
    assertEquals("t2", shared.parts().get(0).name().symbol().name());
    assertEquals("t4", shared.parts().get(1).name().symbol().name());
  }

  @Test
  void aPartThatDependsOnAFreeIndexCarriesIt() {
    Expr i = pool.index("i");
    Expr element = pool.element(new Symbol("z", Symbol.Kind.VARIABLE, 0), List.of(i));
    Expr repeated = pool.sum(pool.one(), tanh(pool.power(element, 2)), pool.power(element, 3));
    Expr root = repeated;
    for (int k = 0; k < 8; k++) {
      root = tanh(pool.product(root, pool.sum(repeated, pool.num(k + 2))));
    }
    SharedParts.Part part = SharedParts.choose(pool, List.of(root), Set.of()).parts().get(0);
    assertEquals(List.of(i), part.name().indices());
  }

  @Property(tries = 300, seed = "20261124")
  void puttingThePartsBackGivesTheSameNodes(@ForAll long seed) {
    RandomFormulas random = new RandomFormulas(seed);
    List<Expr> roots = List.of(random.number(5), random.number(5), random.number(6));
    SharedParts shared = SharedParts.choose(random.pool(), roots, Set.of());
    Map<Expr, Expr> values = new HashMap<>();
    for (SharedParts.Part part : shared.parts()) {
      values.put(part.name(), new Substitution(random.pool(), values).apply(part.value()));
    }
    Substitution back = new Substitution(random.pool(), values);
    for (Expr root : roots) {
      assertSame(root, back.apply(shared.shorten(root)));
    }
  }

  @Test
  void aChainOfAHundredThousandNodesPrints() {
    Expr chain = symbol("x");
    for (int i = 0; i < 100_000; i++) {
      chain = tanh(chain);
    }
    Formula formula = Written.formula(chain, NumberStyle.fractions());
    assertEquals(600_001, new TextPrinter().print(formula).length());
    assertTrue(new LatexPrinter().print(formula).length() > 600_000);
    MatrixFormulas formulas = column(List.of(chain));
    assertTrue(formulas.where().size() > 1000);
    assertTrue(new MatrixText(100).print(formulas).lines().allMatch(line -> line.length() < 400));
  }

  @Test
  void anAstronomicalTreeIsRefusedWithAWayOut() {
    Expr tower = symbol("x");
    for (int i = 0; i < 200; i++) {
      tower = tanh(pool.sum(pool.power(tower, 2), tanh(tower)));
    }
    Formula formula = Written.formula(tower, NumberStyle.fractions());
    OutputTooLongException refused =
        assertThrows(OutputTooLongException.class, () -> new TextPrinter().print(formula));
    assertTrue(refused.getMessage().contains("nabla eval"), refused.getMessage());
    assertThrows(OutputTooLongException.class, () -> new LatexPrinter().print(formula));
    assertTrue(new MatrixText(100).print(column(List.of(tower))).length() < 40_000);
  }
}
