package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.function.FunctionTable;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must not depend on the depth of an expression. */
class TraversalCostTest {
  @Test
  void aChainOfAMillionNodesIsNoStackOverflow() {
    ExprPool pool = new ExprPool();
    Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
    Expr chain = x;
    for (int i = 0; i < 1_000_000; i++) {
      chain = pool.apply(FunctionTable.get("sin"), chain);
    }
    assertEquals(1_000_001, Traversal.postOrder(chain).size());
    Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));
    Expr replaced = new Substitution(pool, Map.of(x, y)).apply(chain);
    assertEquals(1_000_001, replaced.depth());
  }
}
