package dev.nabla.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AccumulationTest {
  @Property(seed = "21", tries = 200)
  void forwardAndReverseAreTheSameJacobian(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, 4, size);
    List<Expr> outputs = List.of(smooth.any(), smooth.any(), smooth.any());
    List<SparseRow> forward =
        new Differentiator(smooth.pool(), smooth.variables()).jacobian(outputs);
    List<SparseRow> reverse =
        new ReverseAccumulation(smooth.pool(), smooth.variables()).jacobian(outputs);
    DoubleEvaluation values = new DoubleEvaluation(smooth.variables(), smooth.point());
    for (int i = 0; i < outputs.size(); i++) {
      for (int j = 0; j < 4; j++) {
        double expected = entry(values, forward.get(i), j);
        assertEquals(expected, entry(values, reverse.get(i), j), 1e-9 * (1 + Math.abs(expected)));
      }
    }
  }

  private static double entry(DoubleEvaluation values, SparseRow row, int column) {
    int position = row.position(column);
    return position < 0 ? 0 : values.value(row.entry(position));
  }

  /** s₁ = x₁², sᵢ = sin(sᵢ₋₁ + xᵢ²): forward takes n² steps, reverse n. */
  @Test
  void reverseIsChosenWhereItIsMuchCheaper() {
    ExprPool pool = new ExprPool();
    List<Element> variables = new ArrayList<>();
    Expr chain = pool.zero();
    for (int i = 0; i < 500; i++) {
      variables.add((Element) pool.element(new Symbol("x" + i, Symbol.Kind.VARIABLE, i)));
      chain =
          pool.apply(
              dev.nabla.function.FunctionTable.get("sin"),
              pool.sum(chain, pool.power(variables.get(i), 2)));
    }
    Accumulation accumulation = new Accumulation(pool, variables);
    assertTrue(accumulation.prefersReverse(List.of(chain)));
    int before = pool.size();
    assertEquals(500, accumulation.jacobian(List.of(chain)).get(0).size());
    assertTrue(pool.size() - before < 10 * 500, "grew by " + (pool.size() - before));
  }

  @Test
  void forwardIsChosenWhereItIsNoWorse() {
    ExprPool pool = new ExprPool();
    Element x = (Element) pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
    List<Expr> outputs = List.of(pool.power(x, 2), pool.power(x, 3), pool.power(x, 4));
    assertFalse(new Accumulation(pool, List.of(x)).prefersReverse(outputs));
  }

  @Test
  void aBranchHasNoAdjoint() {
    ExprPool pool = new ExprPool();
    Element x = (Element) pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
    Expr select =
        pool.select(pool.compare(Compare.Relation.LT, x, pool.one()), x, pool.power(x, 2));
    UnsupportedOperationException error =
        assertThrows(
            UnsupportedOperationException.class,
            () -> new ReverseAccumulation(pool, List.of(x)).jacobian(List.of(select)));
    assertEquals("there is no adjoint of Select", error.getMessage());
    assertFalse(new Accumulation(pool, List.of(x)).prefersReverse(List.of(select)));
  }
}
