package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The facts that every node knows of itself. */
class NodeTest {
  private final ExprPool pool = new ExprPool();
  private final Symbol array = new Symbol("a", Symbol.Kind.VARIABLE, 0);
  private final Index i = pool.index("i");
  private final Index j = pool.index("j");
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 1));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 2));
  private final Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, -1));
  private final Expr ai = pool.element(array, List.of(i));
  private final Expr less = pool.compare(Compare.Relation.LT, x, y);

  private Expr sin(Expr argument) {
    return pool.apply(FunctionTable.get("sin"), argument);
  }

  private Expr softmax(Expr body, Expr subscript) {
    return pool.arrayApply(
        ArrayFunction.SOFTMAX, List.of(new Axis(i, pool.one(), n)), body, List.of(subscript));
  }

  /** One of each kind, and pairs that differ in nothing but what is no operand. */
  private List<Expr> nodes() {
    List<Expr> nodes =
        new ArrayList<>(
            List.of(
                pool.num(7),
                pool.num(Rational.of(1, 7)),
                pool.constant(Constant.Name.PI),
                pool.constant(Constant.Name.E),
                i,
                j,
                x,
                y,
                ai,
                pool.element(array, List.of(j)),
                pool.element(new Symbol("b", Symbol.Kind.VARIABLE, 0), List.of(i)),
                pool.sum(x, y),
                pool.product(x, y),
                pool.power(x, y),
                sin(x),
                pool.apply(FunctionTable.get("cos"), x),
                pool.select(less, x, y),
                pool.select(less, y, x),
                pool.delta(i, j),
                pool.logic(Logic.Connective.AND, List.of(less, pool.not(less))),
                pool.logic(Logic.Connective.OR, List.of(less, pool.not(less))),
                pool.not(less),
                softmax(ai, j)));
    for (Compare.Relation relation : Compare.Relation.values()) {
      nodes.add(pool.compare(relation, x, y));
    }
    for (Reduce.Operation operation : Reduce.Operation.values()) {
      nodes.add(pool.reduce(operation, i, pool.one(), n, ai));
    }
    nodes.add(
        pool.arrayApply(
            ArrayFunction.LOGSUMEXP, List.of(new Axis(i, pool.one(), n)), ai, List.of()));
    return nodes;
  }

  @Test
  void nodesThatDifferAreDifferentAndRebuildingGivesTheSame() {
    List<Expr> nodes = nodes();
    assertEquals(nodes.size(), new HashSet<>(nodes).size());
    Set<Long> structures = new HashSet<>();
    for (Expr node : nodes) {
      structures.add(node.structure());
      assertSame(node, node.rebuild(pool, node.children()));
      assertTrue(node.id() < pool.size());
      for (Expr child : node.children()) {
        assertTrue(child.id() < node.id());
      }
    }
    assertEquals(nodes.size(), structures.size());
  }

  private record Named(String name) implements Function {
    @Override
    public int arity() {
      return 1;
    }
  }

  /** "Aa" and "BB" have the same hash code, and so have nodes that differ in these names only. */
  @Test
  void namesOfEqualHashCodesAreToldApart() {
    assertEquals("Aa".hashCode(), "BB".hashCode());
    assertNotSame(pool.index("Aa"), pool.index("BB"));
    assertNotSame(
        pool.element(new Symbol("Aa", Symbol.Kind.VARIABLE, 0)),
        pool.element(new Symbol("BB", Symbol.Kind.VARIABLE, 0)));
    Expr apply = pool.apply(new Named("Aa"), x);
    assertNotSame(apply, pool.apply(new Named("BB"), x));
    assertSame(apply, pool.apply(new Named("Aa"), x));
    assertEquals("Aa[x]", apply.toString());
  }

  @Test
  void anAxisIsWholeFromOneToASize() {
    assertTrue(new Axis(i, pool.one(), n).isWhole());
    assertTrue(new Axis(i, pool.one(), pool.num(4)).isWhole());
    assertFalse(new Axis(i, pool.zero(), n).isWhole());
    assertFalse(new Axis(i, n, n).isWhole());
    assertFalse(new Axis(i, pool.one(), pool.sum(n, pool.one())).isWhole());
  }

  @Test
  void anExponentIsAnIntegerOnlyAsANumber() {
    assertTrue(((Power) pool.power(x, -2)).hasIntegerExponent());
    assertFalse(((Power) pool.sqrt(x)).hasIntegerExponent());
    assertFalse(((Power) pool.power(x, n)).hasIntegerExponent());
  }

  @Test
  void aPoolMakesTheSameStructuresAsAnother() {
    NodeTest other = new NodeTest();
    sin(sin(x));
    List<Expr> mine = nodes();
    List<Expr> others = other.nodes();
    for (int k = 0; k < mine.size(); k++) {
      assertEquals(others.get(k).structure(), mine.get(k).structure());
      assertEquals(others.get(k).hashCode(), mine.get(k).hashCode());
      assertNotSame(others.get(k), mine.get(k));
      assertFalse(mine.get(k).equals(others.get(k)));
    }
  }

  @Test
  void rebuildingOverOtherOperandsExchangesThem() {
    Expr z = pool.num(3);
    assertSame(pool.sum(z, y), pool.sum(x, y).rebuild(pool, List.of(z, y)));
    assertSame(pool.product(z, y), pool.product(x, y).rebuild(pool, List.of(z, y)));
    assertSame(pool.power(z, y), pool.power(x, y).rebuild(pool, List.of(z, y)));
    assertSame(sin(z), sin(x).rebuild(pool, List.of(z)));
    assertSame(pool.select(less, z, y), pool.select(less, x, y).rebuild(pool, List.of(less, z, y)));
    assertSame(pool.zero(), pool.delta(i, j).rebuild(pool, List.of(pool.one(), z)));
    assertSame(pool.truth(), less.rebuild(pool, List.of(pool.one(), z)));
    assertSame(pool.element(array, List.of(j)), ai.rebuild(pool, List.of(j)));
  }

  @Test
  void depthHeightAndTreeSizeAreCounted() {
    Expr nested = sin(pool.sum(x, sin(x)));
    assertEquals(1, x.depth());
    assertEquals(4, nested.depth());
    assertEquals(5.0, nested.treeSize());
    assertEquals(0, nested.height());
    Expr sum = pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, ai);
    assertEquals(1, sum.height());
    Expr twice = pool.reduce(Reduce.Operation.SUM, j, pool.one(), n, pool.product(ai, sum));
    assertEquals(2, twice.height());
    assertEquals(1, softmax(ai, j).height());
    assertEquals(4, Traversal.postOrder(nested).size());
    assertEquals(2, Traversal.postOrder(sin(x)).size());
  }

  @Test
  void onlyWhatHoldsAnIndexIsIndexed() {
    assertTrue(ai.isIndexed());
    assertTrue(sin(ai).isIndexed());
    assertTrue(pool.delta(i, j).isIndexed());
    assertTrue(pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, x).isIndexed());
    assertFalse(nodes().stream().filter(node -> node == x).findFirst().orElseThrow().isIndexed());
    assertFalse(pool.element(array, List.of(pool.one())).isIndexed());
  }

  @Test
  void anElementIsPlainWhereItsSubscriptsAre() {
    Expr shifted = pool.element(array, List.of(pool.sum(i, pool.one())));
    assertFalse(((Element) shifted).isPlain());
    assertTrue(((Element) ai).isPlain());
    assertTrue(((Element) pool.element(array, List.of(pool.one()))).isPlain());
    assertTrue(((Element) pool.element(array, List.of(n))).isPlain());
  }

  @Test
  void theRelationsHoldBetweenNumbers() {
    Map<Compare.Relation, List<Boolean>> expected =
        Map.of(
            Compare.Relation.LT, List.of(true, false, false),
            Compare.Relation.LE, List.of(true, true, false),
            Compare.Relation.EQ, List.of(false, true, false),
            Compare.Relation.NE, List.of(true, false, true));
    for (Compare.Relation relation : Compare.Relation.values()) {
      for (int sign = -1; sign <= 1; sign++) {
        assertEquals(expected.get(relation).get(sign + 1), relation.holds(sign));
        assertEquals(expected.get(relation).get(sign + 1), relation.holds(5 + sign, 5.0));
      }
      assertEquals(relation == Compare.Relation.NE, relation.holds(Double.NaN, 1));
    }
  }

  @Test
  void aBinderIsOpenedAndClosedAgain() {
    Reduce sum = (Reduce) pool.reduce(Reduce.Operation.SUM, i, pool.one(), n, ai);
    Opening opening = Opening.of(pool, sum);
    assertSame(sum, opening.sum(pool, opening.body()));
    assertSame(pool.element(array, List.of(j)), opening.at(pool, List.of(j)));
    assertSame(j, opening.at(pool, opening.index(), List.of(j)));
    assertEquals(List.of(pool.one(), n), List.of(sum.lower(), sum.upper()));
    ArrayApply apply = (ArrayApply) softmax(ai, j);
    Opening inside = Opening.of(pool, apply);
    assertSame(sum, inside.sum(pool, inside.body()));
    assertEquals(List.of(j), apply.subscripts());
    assertEquals(List.of(n), apply.axes().stream().map(Axis::upper).toList());
    assertSame(
        softmax(pool.product(x, ai), i),
        apply.rebuild(pool, List.of(i, pool.one(), n, pool.product(x, ai), i)));
  }

  @Test
  void aWrongNumberOfOperandsIsAnError() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> pool.apply(FunctionTable.get("sin"), x, y));
    assertEquals("sin takes 1 arguments, not 2", error.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            pool.arrayApply(
                ArrayFunction.SOFTMAX, List.of(new Axis(i, pool.one(), n)), ai, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> pool.arrayApply(ArrayFunction.SOFTMAX, List.of(), ai, List.of(j)));
  }

  @Test
  void aTemplateTakesAnArgumentForEachPlaceholder() {
    Expr placeholder = pool.element(new Symbol("p", Symbol.Kind.PLACEHOLDER, 0));
    Template template = new Template(pool.sum(sin(placeholder), y));
    ExprPool target = new ExprPool();
    Expr one = target.one();
    Expr built = template.instantiate(target, Map.of("p", one));
    Expr y2 = target.element(new Symbol("y", Symbol.Kind.VARIABLE, 2));
    assertSame(target.sum(target.apply(FunctionTable.get("sin"), one), y2), built);
    assertEquals(4, Traversal.postOrder(template.body()).size());
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> template.instantiate(target, Map.of()));
    assertEquals("no argument for p", error.getMessage());
  }

  @Test
  void aSubstitutionLooksIntoTheTakenBranchOnly() {
    Expr condition = pool.compare(Compare.Relation.LT, x, pool.one());
    Expr select = pool.select(condition, sin(x), pool.power(x, -1));
    Substitution atZero = new Substitution(pool, Map.of(x, pool.zero()));
    assertSame(sin(pool.zero()), atZero.apply(select));
    assertSame(pool.num(Rational.of(1, 2)), new Substitution(pool, x, pool.num(2)).apply(select));
    assertSame(
        pool.select(pool.compare(Compare.Relation.LT, y, pool.one()), sin(y), pool.power(y, -1)),
        new Substitution(pool, x, y).apply(select));
    assertEquals(3, atZero.steps());
    Substitution indices = new Substitution(pool, Map.of(i, j));
    assertSame(
        pool.product(x, pool.element(array, List.of(j))), indices.apply(pool.product(x, ai)));
    assertSame(sin(x), indices.apply(sin(x)));
  }

  @Test
  void nodesSayWhatTheyAre() {
    assertEquals("x", x.toString());
    assertEquals("a[i]", ai.toString());
    assertEquals("x<y", less.toString());
    assertEquals("1/7", pool.num(Rational.of(1, 7)).toString());
    assertEquals("pi", pool.constant(Constant.Name.PI).toString());
    assertEquals("Sum[x, y]", pool.sum(x, y).toString());
    List<Expr> many = new ArrayList<>();
    for (int k = 1; k <= 9; k++) {
      many.add(pool.power(x, k));
    }
    assertEquals("Sum(9 operands)", pool.sum(many).toString());
    assertTrue(pool.sum(many.subList(0, 8)).toString().startsWith("Sum["));
  }
}
