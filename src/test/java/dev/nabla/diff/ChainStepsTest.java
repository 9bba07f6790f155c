package dev.nabla.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The chain rule taken one operation at a time ends where the differentiator ends. */
class ChainStepsTest {
  @Property(tries = 200, seed = "41", shrinking = ShrinkingMode.OFF)
  void theLastLineIsTheVeryNodeOfTheDifferentiator(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, 2, size);
    Expr root = smooth.any();
    for (Element variable : smooth.variables()) {
      SparseRow row =
          new Differentiator(smooth.pool(), List.of(variable)).jacobian(List.of(root)).get(0);
      Expr expected = row.size() == 0 ? smooth.pool().zero() : row.entry(0);
      ChainSteps steps = new ChainSteps(smooth.pool(), variable, root);
      assertSame(expected, steps.result());
      assertContiguous(steps);
    }
  }

  private static void assertContiguous(ChainSteps steps) {
    Expr current = steps.first();
    for (ChainSteps.Step step : steps.steps()) {
      assertSame(current, step.before());
      assertTrue(Traversal.postOrder(step.before()).contains(step.part()));
      current = step.after();
    }
    List<Expr> nodes = Traversal.postOrder(current);
    assertTrue(steps.operands().keySet().stream().noneMatch(nodes::contains));
  }

  /** x·exp(x²) with the name of what is used in each line, from the outside in. */
  @Test
  void eachStepSaysWhatItUses() {
    ExprPool pool = new ExprPool();
    Element x = (Element) pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
    Expr exp = pool.apply(FunctionTable.get("exp"), pool.power(x, 2));
    List<String> rules =
        new ChainSteps(pool, x, pool.product(x, exp))
            .steps().stream().map(ChainSteps.Step::rule).toList();
    assertEquals(
        List.of(
            "product rule", "the variable itself", "derivative of exp, chain rule", "power rule"),
        rules);
  }

  @Test
  void whatCancelsIsNoConstant() {
    ExprPool pool = new ExprPool();
    Element x = (Element) pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
    Expr sine = pool.power(pool.apply(FunctionTable.get("sin"), x), 2);
    Expr cosine = pool.power(pool.apply(FunctionTable.get("cos"), x), 2);
    ChainSteps steps = new ChainSteps(pool, x, pool.sum(sine, cosine));
    assertSame(pool.zero(), steps.result());
    assertEquals("sum rule", steps.steps().get(0).rule());
    assertEquals("constant", new ChainSteps(pool, x, pool.num(5)).steps().get(0).rule());
  }
}
