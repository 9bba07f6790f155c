package dev.nabla.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BranchTest {
  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));
  private final Expr condition = pool.compare(Compare.Relation.LT, x, pool.zero());

  private Tape tape(Expr... values) {
    return TapeBuilder.build(List.of(x, y), List.of(values), List.of());
  }

  private static double[] evaluate(Tape tape, double... inputs) {
    double[] values = new double[tape.valueCount()];
    new Interpreter(tape).evaluate(inputs, values, new double[0]);
    return values;
  }

  /** How many blocks are open around the only instruction with this opcode. */
  private static int depthOf(Opcode opcode, Tape tape) {
    int depth = 0;
    for (int i = 0; i < tape.size(); i++) {
      if (tape.opcode(i) == opcode) {
        return depth;
      }
      depth += tape.opcode(i) == Opcode.IF ? 1 : tape.opcode(i) == Opcode.END ? -1 : 0;
    }
    throw new AssertionError("no " + opcode + " on\n" + tape);
  }

  @Test
  void anUntakenBranchLeaksNoNaN() {
    Tape tape = tape(pool.select(condition, pool.num(7), pool.sqrt(x)));
    assertArrayEquals(new double[] {7}, evaluate(tape, -1, 0));
    assertArrayEquals(new double[] {2}, evaluate(tape, 4, 0));
  }

  @Test
  void whatOneBranchAloneNeedsIsEvaluatedInThatBranch() {
    Tape tape = tape(pool.select(condition, pool.power(x, y), y));
    assertEquals(1, depthOf(Opcode.POW, tape));
    Expr inner = pool.select(pool.compare(Compare.Relation.LT, y, x), pool.power(x, y), y);
    assertEquals(2, depthOf(Opcode.POW, tape(pool.select(condition, inner, x))));
  }

  @Test
  void whatBothBranchesNeedIsEvaluatedBeforeThem() {
    Expr root = pool.sqrt(y);
    Tape tape = tape(pool.select(condition, pool.sum(root, x), pool.product(root, x)));
    assertEquals(0, depthOf(Opcode.SQRT, tape));
    assertEquals(1, tape.statistics().get(Opcode.SQRT));
  }

  @Test
  void selectionsUnderOneConditionShareABranchAndItsValues() {
    Expr root = pool.sqrt(pool.negate(x));
    Tape tape =
        tape(
            pool.select(condition, root, x),
            pool.select(condition, pool.reciprocal(root), pool.one()));
    assertEquals(1, tape.statistics().get(Opcode.IF));
    assertEquals(1, depthOf(Opcode.SQRT, tape));
    assertArrayEquals(new double[] {2, 0.5}, evaluate(tape, -4, 0));
    assertArrayEquals(new double[] {9, 1}, evaluate(tape, 9, 0));
  }

  @Test
  void aSelectionThatDependsOnAnotherUnderTheSameConditionComesAfterIt() {
    Expr first = pool.select(condition, y, pool.product(x, y));
    Expr between = pool.sqrt(first);
    Expr second = pool.select(condition, pool.sum(between, x), between);
    Tape tape = tape(first, between, second);
    assertArrayEquals(new double[] {4, 2, 1}, evaluate(tape, -1, 4));
    assertArrayEquals(new double[] {16, 4, 4}, evaluate(tape, 4, 4));
  }

  @Test
  void conditionsFollowLogicAlsoForNaN() {
    Expr less = pool.compare(Compare.Relation.LT, x, y);
    Expr different = pool.compare(Compare.Relation.NE, x, y);
    Expr one = pool.one();
    Expr zero = pool.zero();
    Tape tape =
        tape(
            pool.select(less, one, zero),
            pool.select(pool.not(less), one, zero),
            pool.select(different, one, zero),
            pool.select(pool.logic(Logic.Connective.AND, List.of(less, different)), one, zero),
            pool.select(pool.logic(Logic.Connective.OR, List.of(less, different)), one, zero));
    assertArrayEquals(new double[] {1, 0, 1, 1, 1}, evaluate(tape, 1, 2));
    assertArrayEquals(new double[] {0, 1, 0, 0, 0}, evaluate(tape, 2, 2));
    assertArrayEquals(new double[] {0, 1, 1, 0, 1}, evaluate(tape, Double.NaN, 2));
  }

  @Test
  void theCommonAncestorIsTheInnermostRegionAroundBoth() {
    RegionTree tree = new RegionTree();
    List<Integer> parents = new ArrayList<>(List.of(-1));
    Random random = new Random(5);
    for (int i = 1; i < 2_000; i++) {
      int parent = i < 500 ? i - 1 : random.nextInt(i);
      parents.add(parent);
      assertEquals(i, tree.add(parent));
    }
    for (int i = 0; i < 5_000; i++) {
      int a = random.nextInt(2_000);
      int b = random.nextInt(2_000);
      assertEquals(naiveAncestor(parents, a, b), tree.commonAncestor(a, b));
    }
  }

  private static int naiveAncestor(List<Integer> parents, int left, int right) {
    List<Integer> path = new ArrayList<>();
    for (int a = left; a >= 0; a = parents.get(a)) {
      path.add(a);
    }
    int b = right;
    while (!path.contains(b)) {
      b = parents.get(b);
    }
    assertTrue(b >= 0);
    return b;
  }
}
