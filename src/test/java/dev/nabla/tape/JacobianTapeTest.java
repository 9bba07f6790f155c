package dev.nabla.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.diff.RandomSmooth;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

class JacobianTapeTest {
  private static final int VARIABLES = 3;

  @Property(seed = "41", tries = 150)
  void theJacobianIsThatOfAnotherLibrary(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, VARIABLES, size);
    List<Expr> outputs = List.of(smooth.any(), smooth.any(), smooth.any());
    double[] point = smooth.point();
    JacobianTape derived =
        builder(smooth, outputs).build(JacobianTapeBuilder.Kind.JACOBIAN, true, false);
    double[] values = new double[outputs.size()];
    double[] partials = new double[outputs.size() * VARIABLES];
    new Interpreter(derived.tape()).evaluate(point, values, partials);
    for (int i = 0; i < outputs.size(); i++) {
      DerivativeStructure expected = expected(smooth, outputs.get(i), point, 1);
      assertClose(expected.getValue(), values[i]);
      for (int j = 0; j < VARIABLES; j++) {
        int[] orders = new int[VARIABLES];
        orders[j] = 1;
        assertClose(expected.getPartialDerivative(orders), partials[i * VARIABLES + j]);
      }
    }
  }

  @Property(seed = "42", tries = 100)
  void theHessianIsThatOfAnotherLibrary(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, VARIABLES, size);
    Expr output = smooth.any();
    double[] point = smooth.point();
    JacobianTape derived =
        builder(smooth, List.of(output)).build(JacobianTapeBuilder.Kind.HESSIAN, true, false);
    double[] gradient = new double[VARIABLES];
    double[] partials = new double[VARIABLES * VARIABLES];
    new Interpreter(derived.tape()).evaluate(point, gradient, partials);
    DerivativeStructure expected = expected(smooth, output, point, 2);
    for (int i = 0; i < VARIABLES; i++) {
      for (int j = 0; j < VARIABLES; j++) {
        int[] orders = new int[VARIABLES];
        orders[i]++;
        orders[j]++;
        assertClose(expected.getPartialDerivative(orders), partials[i * VARIABLES + j]);
        assertEquals(
            partials[i * VARIABLES + j], partials[j * VARIABLES + i], "not to the bit symmetric");
      }
    }
  }

  @Property(seed = "43", tries = 60)
  void theSparseFormHoldsTheEntriesOfTheDenseOne(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, VARIABLES, size);
    List<Expr> outputs = List.of(smooth.any(), smooth.variables().get(0), smooth.pool().num(3));
    double[] point = smooth.point();
    JacobianTape dense =
        builder(smooth, outputs).build(JacobianTapeBuilder.Kind.JACOBIAN, false, false);
    JacobianTape sparse =
        builder(smooth, outputs).build(JacobianTapeBuilder.Kind.JACOBIAN, false, true);
    double[] all = new double[outputs.size() * VARIABLES];
    double[] nonzeros = new double[sparse.pattern().count()];
    new Interpreter(dense.tape()).evaluate(point, new double[0], all);
    new Interpreter(sparse.tape()).evaluate(point, new double[0], nonzeros);
    double[] spread = new double[all.length];
    for (int k = 0; k < nonzeros.length; k++) {
      spread[sparse.pattern().row(k) * VARIABLES + sparse.pattern().column(k)] = nonzeros[k];
    }
    assertArrayEquals(all, spread);
  }

  private static JacobianTapeBuilder builder(RandomSmooth smooth, List<Expr> outputs) {
    return new JacobianTapeBuilder(
        smooth.pool(), List.copyOf(smooth.variables()), outputs, new int[] {0, 1, 2});
  }

  private static DerivativeStructure expected(
      RandomSmooth smooth, Expr output, double[] point, int order) {
    DSFactory factory = new DSFactory(VARIABLES, order);
    Map<Expr, DerivativeStructure> inputs = new HashMap<>();
    for (int j = 0; j < VARIABLES; j++) {
      inputs.put(smooth.variables().get(j), factory.variable(j, point[j]));
    }
    return smooth.byHipparchus(output, inputs);
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * (1 + Math.abs(expected)));
  }

  // ---- how many operations

  private final ExprPool pool = new ExprPool();
  private final Element x = element("x", 0);
  private final Element y = element("y", 1);
  private final Element z = element("z", 2);

  private Element element(String name, int position) {
    return (Element) pool.element(new Symbol(name, Symbol.Kind.VARIABLE, position));
  }

  private OperationCount count(Expr... outputs) {
    JacobianTape derived =
        new JacobianTapeBuilder(pool, List.of(x, y, z), List.of(outputs), new int[] {0, 1, 2})
            .build(JacobianTapeBuilder.Kind.JACOBIAN, false, true);
    return derived.stages().get(derived.stages().size() - 1).operations();
  }

  /** ∂(x²y, xy²) = (2xy, x²; y², 2xy). */
  @Test
  void entriesShareWhatTheyHaveInCommon() {
    Expr f = pool.product(pool.power(x, 2), y);
    Expr g = pool.product(x, pool.power(y, 2));
    assertEquals(4, count(f, g).total());
  }

  /** 8x⁷ takes x², x⁴, x⁶ = x⁴·x², x⁷ and the factor. */
  @Test
  void powersAreChainsOfMultiplications() {
    assertTrue(count(pool.power(x, 8)).total() <= 5, count(pool.power(x, 8)).toString());
  }

  /** ∂(x/(y·z)): 1/(y·z) is one division, the others are products with it. */
  @Test
  void quotientsShareTheReciprocal() {
    OperationCount count = count(pool.divide(x, pool.product(y, z)));
    assertTrue(count.of(Opcode.DIV) <= 3, count.toString());
  }

  @Test
  void aBranchThatIsNotTakenIsNotEvaluated() {
    Expr root = pool.apply(FunctionTable.get("log"), x);
    Expr select =
        pool.select(pool.compare(Compare.Relation.LT, pool.zero(), x), root, pool.power(x, 2));
    JacobianTape derived =
        new JacobianTapeBuilder(pool, List.of(x), List.of(select), new int[] {0})
            .build(JacobianTapeBuilder.Kind.JACOBIAN, true, true);
    double[] values = new double[1];
    double[] partials = new double[1];
    new Interpreter(derived.tape()).evaluate(new double[] {-3}, values, partials);
    assertEquals(9, values[0]);
    assertEquals(-6, partials[0]);
    new Interpreter(derived.tape()).evaluate(new double[] {2}, values, partials);
    assertEquals(0.5, partials[0]);
  }

  @Test
  void aFunctionOfNothingHasNoPartials() {
    JacobianTape derived =
        new JacobianTapeBuilder(pool, List.of(x), List.of(pool.num(7)), new int[] {0})
            .build(JacobianTapeBuilder.Kind.JACOBIAN, true, true);
    assertEquals(0, derived.pattern().count());
  }

  /** Reverse for one output of many inputs, forward for many outputs of one input. */
  @Test
  void theCheapestOrderIsTaken() {
    List<Expr> many = new ArrayList<>();
    Expr chain = x;
    for (int i = 0; i < 20; i++) {
      chain = pool.apply(FunctionTable.get("sin"), pool.sum(chain, pool.product(x, chain)));
      many.add(chain);
    }
    JacobianTape derived =
        new JacobianTapeBuilder(pool, List.of(x), many, new int[] {0})
            .build(JacobianTapeBuilder.Kind.JACOBIAN, false, true);
    int last = derived.stages().get(derived.stages().size() - 1).operations().total();
    for (JacobianTape.Stage stage : derived.stages()) {
      assertTrue(stage.name().equals("function") || last <= stage.operations().total());
    }
    assertFalse(derived.stages().isEmpty());
  }
}
