package dev.nabla.simplify;

import static dev.nabla.simplify.CheapestFormsTest.operations;
import static dev.nabla.simplify.CheapestFormsTest.together;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.diff.Accumulation;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.NablaException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations that the choice of forms saves, on random functions. */
class CheapestFormsCostTest {
  /** Never more than any of the lists, and every choice is one of the forms. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theChoiceNeedsNoMoreOperationsThanAnyList(long seed) {
    RandomFunctionText texts = new RandomFunctionText(seed, false);
    int compared = 0;
    for (int k = 0; k < 12; k++) {
      compared += compare(texts.next(9).written(), texts.next(7).written());
    }
    assertTrue(compared > 3, "seed " + seed + " gave too few functions");
  }

  private static int compare(String first, String second) {
    ScalarFunction f;
    List<SparseRow> rows;
    try {
      f = Given.of("f(x, y) = [" + first + ", " + second + "]").function();
      rows = new Accumulation(f.pool(), f.variables()).jacobian(f.outputs());
    } catch (NablaException | UnsupportedOperationException e) {
      return 0;
    }
    Simplifier simplifier = new Simplifier(f.pool(), f.assumptions());
    List<Simplification> entries =
        rows.stream().flatMap(row -> row.entries().stream()).map(simplifier::simplify).toList();
    List<List<Expr>> forms =
        List.of(
            entries.stream().map(Simplification::expr).toList(),
            entries.stream().map(Simplification::plain).toList(),
            entries.stream().map(Simplification::original).toList());
    List<Expr> chosen = CheapestForms.choose(f.outputs(), forms);
    double cost = operations(together(f.outputs(), chosen));
    assertTrue(cost <= operations(together(f.outputs(), forms.get(0))) + 1e-9, first);
    for (List<Expr> form : forms) {
      boolean isSafe = true;
      for (int i = 0; i < form.size(); i++) {
        isSafe &= form.get(i) == forms.get(0).get(i) || !Growth.isIn(form.get(i));
      }
      assertTrue(!isSafe || cost <= operations(together(f.outputs(), form)) + 1e-9, first);
    }
    for (int i = 0; i < chosen.size(); i++) {
      int place = i;
      Expr one = chosen.get(i);
      assertTrue(forms.stream().anyMatch(form -> form.get(place) == one));
    }
    return 1;
  }
}
