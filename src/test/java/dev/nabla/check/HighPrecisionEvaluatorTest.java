package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import dev.nabla.tape.RandomExpressions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HighPrecisionEvaluatorTest {
  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));

  private Outcome at(Expr expr, double... inputs) {
    List<BigDecimal> exact = Arrays.stream(inputs).mapToObj(BigDecimal::new).toList();
    List<Expr> names = List.of(x, y).subList(0, inputs.length);
    return new HighPrecisionEvaluator(new Graph(names, List.of(expr)), exact, 60).value(expr);
  }

  private void assertValue(String expected, Expr expr, double... inputs) {
    BigDecimal actual = at(expr, inputs).real().round(new MathContext(50));
    assertEquals(0, new BigDecimal(expected).compareTo(actual), actual::toString);
  }

  @Test
  void arithmeticIsRightToFiftyDigits() {
    assertValue("5", pool.sum(pool.power(x, 2), pool.num(1)), 2);
    assertValue("0.125", pool.power(x, -3), 2);
    assertValue("-8", pool.power(x, 3), -2);
    assertValue("0.33333333333333333333333333333333333333333333333333", pool.reciprocal(x), 3);
    assertValue("1.4142135623730950488016887242096980785696718753769", pool.sqrt(x), 2);
    assertValue(
        "1.2599210498948731647672106072782283505702514647015",
        pool.power(x, pool.num(Rational.of(1, 3))),
        2);
    assertValue(
        "3.1415926535897932384626433832795028841971693993751",
        pool.product(x, pool.constant(Constant.Name.PI)),
        1);
    assertValue(
        "2.7182818284590452353602874713526624977572470937000",
        pool.product(x, pool.constant(Constant.Name.E)),
        1);
    assertValue(
        "0.76159415595576488811945828260479359041276859725794",
        pool.apply(FunctionTable.get("tanh"), x),
        1);
  }

  @Test
  void aRealPowerHasThePowersDomain() {
    Expr power = pool.power(x, y);
    assertValue("8", power, 2, 3);
    assertValue("0", power, 0, 2);
    assertTrue(at(power, 0, -1) instanceof Outcome.Pole);
    assertTrue(at(power, 0, 0) instanceof Outcome.Undefined);
    assertTrue(at(power, -2, 2) instanceof Outcome.Undefined);
    assertTrue(at(pool.sqrt(x), -1) instanceof Outcome.Undefined);
    assertValue("0", pool.sqrt(x), 0);
  }

  @Test
  void aPoleNamesTheNodeThatDivides() {
    Expr reciprocal = pool.reciprocal(pool.sum(x, pool.num(-1)));
    Outcome outcome = at(pool.sum(pool.product(x, reciprocal), pool.one()), 1);
    assertEquals(new Outcome.Pole(reciprocal), outcome);
  }

  @Test
  void onlyTheTakenBranchIsEvaluated() {
    Expr condition = pool.compare(Compare.Relation.NE, x, pool.zero());
    Expr guarded = pool.select(condition, pool.reciprocal(x), pool.one());
    assertValue("1", guarded, 0);
    assertValue("0.5", guarded, 2);
  }

  @Test
  void aConditionIsFalseWhereASideIsNoNumber() {
    Expr root = pool.sqrt(x);
    for (Compare.Relation relation : Compare.Relation.values()) {
      boolean expected = relation == Compare.Relation.NE;
      Expr condition = pool.compare(relation, root, pool.num(7));
      assertEquals(new Outcome.Truth(expected), at(condition, -1), relation::text);
    }
  }

  @Test
  void aSettledConditionIgnoresAPole() {
    Expr nonzero = pool.compare(Compare.Relation.NE, x, pool.zero());
    Expr large = pool.compare(Compare.Relation.LT, pool.one(), pool.reciprocal(x));
    Expr both = pool.logic(Logic.Connective.AND, List.of(large, nonzero));
    assertEquals(new Outcome.Truth(false), at(both, 0));
    assertTrue(at(large, 0) instanceof Outcome.Pole);
    assertEquals(new Outcome.Truth(true), at(pool.not(both), 2));
  }

  @Test
  void whatHasIndicesOrIsNoInputIsAnError() {
    Expr reduce = pool.reduce(Reduce.Operation.SUM, pool.index("i"), pool.one(), pool.num(3), x);
    assertThrows(IllegalArgumentException.class, () -> new Graph(List.of(x), List.of(reduce)));
    assertThrows(IllegalArgumentException.class, () -> new Graph(List.of(x), List.of(y)));
  }

  @Test
  void aChainOfHundredsOfThousandsOfNodesNeedsNoStack() {
    Expr chain = x;
    for (int i = 0; i < 150_000; i++) {
      chain = pool.sum(pool.product(y, chain), pool.one());
    }
    Graph graph = new Graph(List.of(x, y), List.of(chain));
    BigDecimal half = new BigDecimal("0.5");
    HighPrecisionEvaluator base = new HighPrecisionEvaluator(graph, List.of(half, half), 60);
    assertEquals(2.0, base.value(chain).real().doubleValue());
    assertTrue(base.shifted(0, BigDecimal.ONE, graph.dependents(0)).value(chain).isReal());
  }

  @Property(seed = "2", tries = 60)
  void aShiftedEvaluationEqualsAFreshOne(@ForAll long seed) {
    RandomExpressions random = new RandomExpressions(seed, 4, 40);
    List<Expr> roots = random.outputs(3);
    Graph graph = new Graph(random.inputs(), roots);
    List<BigDecimal> point = new ArrayList<>();
    for (double input : random.tamePoint()) {
      point.add(new BigDecimal(input));
    }
    HighPrecisionEvaluator base = new HighPrecisionEvaluator(graph, point, 60);
    roots.forEach(base::value);
    for (int input = 0; input < point.size(); input++) {
      List<BigDecimal> moved = new ArrayList<>(point);
      moved.set(input, point.get(input).add(new BigDecimal("0.75")));
      HighPrecisionEvaluator fresh = new HighPrecisionEvaluator(graph, moved, 60);
      HighPrecisionEvaluator shifted =
          base.shifted(input, moved.get(input), graph.dependents(input));
      for (Expr root : roots) {
        assertSame(fresh.value(root), shifted.value(root));
      }
    }
  }

  /** At the edge of a domain the two may round to different sides. */
  private static void assertSame(Outcome expected, Outcome actual) {
    if (expected.isReal() && actual.isReal()) {
      BigDecimal difference = expected.real().subtract(actual.real(), MathContext.DECIMAL128).abs();
      BigDecimal scale = expected.real().abs().max(BigDecimal.ONE);
      BigDecimal allowed = scale.multiply(new BigDecimal("1e-40"));
      assertTrue(difference.compareTo(allowed) <= 0, () -> expected + " " + actual);
    }
  }
}
