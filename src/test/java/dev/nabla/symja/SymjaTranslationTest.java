package dev.nabla.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.tape.RandomExpressions;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** There and back again, an expression has the same values. */
class SymjaTranslationTest {
  private final ExprPool pool = new ExprPool();
  private final SymjaTranslation translation = new SymjaTranslation(pool);
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));

  @BeforeAll
  @BeforeContainer
  static void startSymja() {
    new Kernel();
  }

  @Property(tries = 150, seed = "1")
  void roundTripKeepsValues(@ForAll long seed, @ForAll Encoding encoding) {
    RandomExpressions random = new RandomExpressions(seed, 2, 12);
    SymjaTranslation there = new SymjaTranslation(random.pool());
    Expr original = random.outputs(1).get(0);
    Expr back = there.fromSymja(there.toSymja(original, encoding));
    NumericComparison comparison = new NumericComparison(random.inputs(), original, back);
    Random coordinates = new Random(seed);
    for (int i = 0; i < 6; i++) {
      double[] point = {coordinates.nextDouble() * 4 - 2, coordinates.nextDouble() * 4 - 2};
      NumericComparison.Result result = comparison.at(point);
      assertTrue(
          result == NumericComparison.Result.EQUAL || result == NumericComparison.Result.NEITHER,
          () -> result + " of " + original + " and " + back);
    }
  }

  @Test
  void everyFunctionComesBackAsItselfOrAsItsDefinition() {
    for (ElementaryFunction function : FunctionTable.all()) {
      Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));
      Expr call = pool.apply(function, function.arity() == 1 ? List.of(x) : List.of(x, y));
      for (Encoding encoding : Encoding.values()) {
        Expr back = translation.fromSymja(translation.toSymja(call, encoding));
        NumericComparison comparison = new NumericComparison(List.of(x, y), call, back);
        for (double value : new double[] {-1.75, -0.75, 0.25, 0.75, 1.25, 2.5}) {
          NumericComparison.Result result = comparison.at(new double[] {value, 0.5 - value});
          assertTrue(
              result == NumericComparison.Result.EQUAL
                  || result == NumericComparison.Result.NEITHER,
              function + " " + encoding + " " + result);
        }
      }
    }
  }

  @Test
  void namesThatMeanSomethingToSymjaAreOrdinaryNames() {
    Asked asked = Asked.of("f(e, pi, i, I, D, N, n, gamma, E, x1) = e*pi*i*I*D*N*n*gamma*E*x1");
    for (int position = 0; position < asked.inputs().size(); position++) {
      Expr input = asked.input(position);
      Expr others =
          asked.pool().product(asked.inputs().stream().filter(other -> other != input).toList());
      Reply reply = asked.symja().derivative(asked.output(0), input, Asked.LIMIT);
      assertEquals(new Reply.Expression(others), reply);
    }
  }

  @Test
  void aSumWithBoundsIsASumOfSymjaAndBack() {
    Index k = pool.index("k");
    Expr body = pool.divide(pool.power(x, k), k);
    Expr sum = pool.reduce(Reduce.Operation.SUM, k, pool.one(), pool.num(5), body);
    IExpr there = translation.toSymja(sum, Encoding.NATIVE);
    assertTrue(there.isAST(S.Sum), there::toString);
    assertSame(sum, translation.fromSymja(there));
  }

  @Test
  void aProductInsideASumKeepsItsOwnIndex() {
    Index j = pool.index("j");
    Index k = pool.index("k");
    Expr inner =
        pool.reduce(Reduce.Operation.PRODUCT, j, pool.one(), k, pool.sum(pool.power(x, j), k));
    Expr outer = pool.reduce(Reduce.Operation.SUM, k, pool.one(), pool.num(4), inner);
    assertSame(outer, translation.fromSymja(translation.toSymja(outer, Encoding.NATIVE)));
  }

  @Test
  void aSumOverElementsIsWrittenOut() {
    Symbol symbol = new Symbol("v", Symbol.Kind.VARIABLE, 1);
    Index k = pool.index("k");
    Expr body = pool.power(pool.element(symbol, List.of(k)), 2);
    Expr sum = pool.reduce(Reduce.Operation.SUM, k, pool.one(), pool.num(3), body);
    IExpr there = translation.toSymja(sum, Encoding.NATIVE);
    assertTrue(there.isAST(S.Plus, 4), there::toString);
    Expr open = pool.reduce(Reduce.Operation.SUM, k, pool.one(), pool.element(symbol), body);
    NoCounterpartException refusal =
        assertThrows(
            NoCounterpartException.class, () -> translation.toSymja(open, Encoding.NATIVE));
    assertEquals(
        "Symja has no counterpart of a sum over a size without a value", refusal.getMessage());
  }

  @Test
  void whatOnlySymjaHasIsAnErrorThatNamesIt() {
    IExpr there = translation.symbol(x);
    refuses("Nabla has no counterpart of Symja's Zeta of 1 argument", F.Zeta(there));
    refuses("Nabla has no counterpart of Symja's I", F.CI);
    refuses("Nabla has no counterpart of Symja's Surd of order 5/2", F.Surd(there, F.QQ(5, 2)));
  }

  private void refuses(String message, IExpr there) {
    assertEquals(
        message,
        assertThrows(NoCounterpartException.class, () -> translation.fromSymja(there))
            .getMessage());
  }

  @Test
  void whatSymjaWritesInItsOwnFunctionsHasTheirValues() {
    IExpr there = translation.symbol(x);
    equal(F.HarmonicNumber(F.C3), pool.num(Rational.of(11, 6)));
    equal(F.HarmonicNumber(F.C3, F.C2), pool.num(Rational.of(49, 36)));
    equal(F.Factorial(F.C5), pool.num(120));
    equal(F.Binomial(F.C5, F.C2), pool.num(10));
    equal(F.Beta(F.C2, F.C3), pool.num(Rational.of(1, 12)));
    equal(F.Mod(F.C7, F.C3), pool.one());
    equal(F.Log(F.C2, F.C8), pool.num(3));
    equal(F.Sinc(F.C0), pool.one());
    equal(F.Sinc(there), pool.divide(pool.apply(FunctionTable.get("sin"), x), x));
    equal(F.UnitStep(there), pool.one());
    equal(F.Boole(F.Less(F.C0, there, F.C1)), pool.one());
    equal(F.Arg(F.CN2), pool.constant(Constant.Name.PI));
  }

  private void equal(IExpr theirs, Expr ours) {
    NumericComparison comparison =
        new NumericComparison(List.of(x), translation.fromSymja(theirs), ours);
    assertEquals(NumericComparison.Result.EQUAL, comparison.at(new double[] {0.75}));
  }
}
