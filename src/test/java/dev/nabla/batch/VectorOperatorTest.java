package dev.nabla.batch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each lanewise operator against the method of doubles: the bits may differ, the value may not. */
class VectorOperatorTest {
  private static final double[] EDGES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -2,
    3,
    -3,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e-300,
    1e300,
    710,
    -746,
    1e22
  };

  /** The methods of {@code Math} and the operators are both within an ulp or so. */
  private static final double ULPS = 2;

  /** So many that HotSpot's compiler has put its own library in the place of Java's methods. */
  private static final int ROUNDS = 400;

  @TestFactory
  Stream<DynamicTest> operatorsAgreeWithTheMethodsOfDoubles() {
    return FunctionTable.documented().stream()
        .filter(function -> function.vectorOperator().isPresent())
        .map(function -> DynamicTest.dynamicTest(function.name(), () -> compare(function)));
  }

  private static void compare(ElementaryFunction function) {
    ExprPool pool = new ExprPool();
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      arguments.add(pool.element(new Symbol("x" + i, Symbol.Kind.VARIABLE, i)));
    }
    Tape tape =
        TapeBuilder.build(arguments, List.of(applied(pool, function, arguments)), List.of());
    Optional<VectorModule> module = VectorModule.find();
    assertTrue(module.isPresent(), "run the tests with --add-modules jdk.incubator.vector");
    Batches batches = new Batches(tape, module);
    double[][] points = points(function.arity());
    double[][] expected = batches.oneByOne(points);
    List<String> wrong = new ArrayList<>(disagreements(points, expected, batches));
    for (int round = 0; round < ROUNDS; round++) {
      batches.atOnce(points, BatchLayout.BY_SLOT, 1);
    }
    wrong.addAll(disagreements(points, expected, batches));
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ": " + wrong);
  }

  /** Roots and powers are nodes of their own. */
  private static Expr applied(ExprPool pool, ElementaryFunction function, List<Expr> arguments) {
    return switch (function.name()) {
      case "sqrt" -> pool.sqrt(arguments.get(0));
      case "pow" -> pool.power(arguments.get(0), arguments.get(1));
      default -> pool.apply(function, arguments);
    };
  }

  private static List<String> disagreements(
      double[][] points, double[][] expected, Batches batches) {
    List<String> wrong = new ArrayList<>();
    double[][] found = batches.atOnce(points, BatchLayout.BY_POINT, 1);
    for (int p = 0; p < points.length; p++) {
      if (!agree(expected[p][0], found[p][0])) {
        wrong.add(Arrays.toString(points[p]) + ": " + expected[p][0] + ", not " + found[p][0]);
      }
    }
    return wrong;
  }

  private static boolean agree(double expected, double found) {
    return Double.compare(expected, found) == 0
        || Math.abs(expected - found) <= ULPS * Math.ulp(expected);
  }

  private static double[][] points(int arity) {
    List<double[]> points = new ArrayList<>();
    for (double x : EDGES) {
      if (arity == 1) {
        points.add(new double[] {x});
      } else {
        for (double y : EDGES) {
          points.add(new double[] {x, y});
        }
      }
    }
    Random random = new Random(1);
    for (double scale : new double[] {1e-8, 1, 30, 1e4}) {
      for (int i = 0; i < 2_000; i++) {
        points.add(random.doubles(arity, -scale, scale).toArray());
      }
    }
    return points.toArray(double[][]::new);
  }
}
