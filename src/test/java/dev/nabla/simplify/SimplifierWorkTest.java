package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work is linear in the DAG: counted in node visits and new nodes, not in time. */
class SimplifierWorkTest {
  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));

  private Expr variable(int i) {
    return pool.element(new Symbol("y" + i, Symbol.Kind.VARIABLE, i + 1));
  }

  private Expr apply(String function, Expr argument) {
    return pool.apply(FunctionTable.get(function), argument);
  }

  private void assertLinear(Expr root, int size) {
    int before = pool.size();
    Simplifier simplifier = new Simplifier(pool, List.of());
    simplifier.simplify(root);
    assertTrue(simplifier.visits() < 40L * size, () -> simplifier.visits() + " visits");
    assertTrue(pool.size() - before < 60L * size, () -> pool.size() - before + " new nodes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sin", "exp"})
  void aChainOfFunctionsTakesLinearWork(String function) {
    Expr chain = x;
    for (int i = 0; i < 33_000; i++) {
      chain = pool.sum(apply(function, chain), pool.scale(Rational.of(2), x));
    }
    assertLinear(chain, 100_000);
  }

  @Test
  void aChainOfProductsTakesLinearWork() {
    Expr chain = x;
    for (int i = 0; i < 33_000; i++) {
      chain = pool.sum(pool.product(chain, variable(i % 7)), pool.one());
    }
    assertLinear(chain, 100_000);
  }

  @Test
  void aWideSumTakesLinearWork() {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      terms.add(pool.power(apply("sin", variable(i)), 2));
      terms.add(pool.power(apply("cos", variable(i)), 2));
    }
    assertLinear(pool.sum(terms), 100_000);
  }

  @Test
  void everyPairOfAWideSumIsFoundInOnePass() {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      terms.add(pool.power(apply("sin", variable(i)), 2));
      terms.add(pool.power(apply("cos", variable(i)), 2));
    }
    Expr result = new Simplifier(pool, List.of()).simplify(pool.sum(terms)).expr();
    assertEquals(pool.num(1000), result);
  }

  @Test
  void aWideProductTakesLinearWork() {
    List<Expr> factors = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      factors.add(apply("exp", variable(i)));
      factors.add(pool.sqrt(variable(i)));
    }
    assertLinear(pool.product(factors), 50_000);
  }

  @Test
  void aSumWithManyCommonFactorsTakesLinearWork() {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      terms.add(pool.product(apply("exp", variable(i / 2)), variable(i), x));
    }
    assertLinear(pool.sum(terms), 100_000);
  }

  @Test
  void sharedPartsAreSimplifiedOnceForAllRoots() {
    Expr shared = x;
    for (int i = 0; i < 1000; i++) {
      shared = apply("sin", pool.sum(shared, pool.one()));
    }
    Simplifier simplifier = new Simplifier(pool, List.of());
    simplifier.simplify(shared);
    long before = simplifier.visits();
    for (int i = 0; i < 100; i++) {
      simplifier.simplify(pool.product(shared, variable(i)));
    }
    assertTrue(simplifier.visits() - before < 1000);
  }
}
