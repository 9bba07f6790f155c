package dev.nabla.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivatives of large expressions cost what the expressions cost. */
class DifferentiatorCostTest {
  private final ExprPool pool = new ExprPool();

  private Element variable(String name) {
    return (Element) pool.element(new Symbol(name, Symbol.Kind.VARIABLE, 0));
  }

  private Expr derivative(Expr expr, Element variable) {
    SparseRow row = new Differentiator(pool, List.of(variable)).jacobian(List.of(expr)).get(0);
    return row.size() == 0 ? pool.zero() : row.entry(0);
  }

  @Test
  void theGradientOfAFlatSumCostsItsLength() {
    List<Element> variables = new ArrayList<>();
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      variables.add(variable("x" + i));
      terms.add(pool.power(variables.get(i), 2));
    }
    Expr sum = pool.sum(terms);
    int before = pool.size();
    SparseRow row = new Differentiator(pool, variables).jacobian(List.of(sum)).get(0);
    assertEquals(100_000, row.size());
    assertTrue(pool.size() - before <= 110_000, "grew by " + (pool.size() - before));
  }

  @Test
  void theGradientOfAProductCostsItsLength() {
    List<Element> variables = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      variables.add(variable("x" + i));
    }
    Expr product = pool.product(List.copyOf(variables));
    int before = pool.size();
    SparseRow row = new Differentiator(pool, variables).jacobian(List.of(product)).get(0);
    assertEquals(5_000, row.size());
    assertTrue(pool.size() - before <= 8 * 5_000, "grew by " + (pool.size() - before));
  }

  @Test
  void theDerivativeOfADeepChainCostsItsLength() {
    Element x = variable("x");
    Expr chain = x;
    for (int i = 0; i < 100_000; i++) {
      chain = pool.apply(FunctionTable.get("sin"), chain);
    }
    int before = pool.size();
    assertFalse(derivative(chain, x) == pool.zero());
    assertTrue(pool.size() - before <= 4 * 100_000, "grew by " + (pool.size() - before));
  }
}
