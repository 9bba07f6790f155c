package dev.nabla.tape;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Visitor;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Expressions as operations on doubles; a visit yields the term of the node. */
final class Lowering implements Visitor<Integer> {
  private static final int DOUBLE_BITS = 53;
  private static final int EXPONENT_BITS = 1000;
  private static final int NOT_A_NUMBER = -1;

  private final ValueGraph graph;
  private final ToIntFunction<Element> elements;
  private final ConstantFolding folding = new ConstantFolding();
  private final PowerLowering powers;
  private final int[] terms;
  private final boolean fractions;

  private Lowering(
      ValueGraph graph, ToIntFunction<Element> elements, int idLimit, boolean fractions) {
    this.graph = graph;
    this.fractions = fractions;
    this.elements = elements;
    this.powers = new PowerLowering(graph, this);
    this.terms = new int[idLimit];
  }

  /**
   * Lowers nodes given in topological order; the operations are added to {@code graph}.
   *
   * @param elements the term of each element
   * @param fractions whether a coefficient p/q that is no double multiplies by p and divides by q,
   *     which is exact where the result is a small number; else it is one rounded constant
   */
  static Lowering of(
      List<Expr> nodes, ToIntFunction<Element> elements, ValueGraph graph, boolean fractions) {
    int idLimit = nodes.isEmpty() ? 0 : nodes.get(nodes.size() - 1).id() + 1;
    Lowering lowering = new Lowering(graph, elements, idLimit, fractions);
    lowering.powers.collect(nodes);
    for (Expr node : nodes) {
      lowering.folding.visit(node);
      Optional<Double> constant = lowering.folding.rounded(node);
      lowering.terms[node.id()] =
          constant.isPresent() ? graph.constant(constant.get(), false) : node.accept(lowering);
    }
    return lowering;
  }

  /** The term of a node that was lowered, which must be a number. */
  int number(Expr expr) {
    if (isCondition(expr)) {
      throw new IllegalArgumentException("the condition " + expr + " stands where a number must");
    }
    if (terms[expr.id()] == NOT_A_NUMBER) {
      throw new IllegalArgumentException("the index " + expr + " is not bound to a number");
    }
    return terms[expr.id()];
  }

  private int condition(Expr expr) {
    if (!isCondition(expr)) {
      throw new IllegalArgumentException("the number " + expr + " stands where a condition must");
    }
    return terms[expr.id()];
  }

  private static boolean isCondition(Expr expr) {
    return expr instanceof Compare || expr instanceof Logic;
  }

  /** The term of an exact number. */
  int rational(Rational value) {
    return graph.constant(value.doubleValue(), isDouble(value));
  }

  /** Whether the rational is a double, and far from overflow and underflow. */
  static boolean isDouble(Rational value) {
    int bits = value.numerator().bitLength();
    int twos = value.numerator().signum() == 0 ? 0 : value.numerator().getLowestSetBit();
    return value.denominator().bitCount() == 1
        && value.denominator().bitLength() <= EXPONENT_BITS
        && bits <= EXPONENT_BITS
        && bits - twos <= DOUBLE_BITS;
  }

  @Override
  public Integer visitNum(Num num) {
    return rational(num.value());
  }

  @Override
  public Integer visitConstant(Constant constant) {
    return graph.constant(constant.name().value(), false);
  }

  /** An index may stand inside an element that is an input, but has no value of its own. */
  @Override
  public Integer visitIndex(Index index) {
    return NOT_A_NUMBER;
  }

  @Override
  public Integer visitElement(Element element) {
    return elements.applyAsInt(element);
  }

  @Override
  public Integer visitSum(Sum sum) {
    List<Expr> constants = new ArrayList<>();
    List<Integer> summands = new ArrayList<>(sum.terms().size());
    for (Expr term : sum.terms()) {
      if (folding.isConstant(term)) {
        constants.add(term);
      } else {
        summands.add(number(term));
      }
    }
    Optional<Double> folded = constants.size() > 1 ? folding.sum(constants) : Optional.empty();
    if (folded.isPresent()) {
      summands.add(0, graph.constant(folded.get(), false));
    } else {
      for (Expr constant : constants) {
        summands.add(0, number(constant));
      }
    }
    return Balanced.combine(summands, graph::add);
  }

  @Override
  public Integer visitProduct(Product product) {
    return new ProductLowering(graph, this, powers, folding, fractions).lower(product);
  }

  @Override
  public Integer visitPower(Power power) {
    return powers.lower(power);
  }

  @Override
  public Integer visitApply(Apply apply) {
    List<Integer> arguments = new ArrayList<>(apply.arguments().size());
    for (Expr argument : apply.arguments()) {
      arguments.add(number(argument));
    }
    String name = apply.function().name();
    return name.equals("sqrt")
        ? graph.unary(Opcode.SQRT, arguments.get(0))
        : graph.call(FunctionTable.of(apply.function()), arguments);
  }

  @Override
  public Integer visitSelect(Select select) {
    return graph.select(
        condition(select.condition()), number(select.whenTrue()), number(select.whenFalse()));
  }

  @Override
  public Integer visitReduce(Reduce reduce) {
    throw new IllegalArgumentException(
        "a tape takes no " + reduce.operation() + " over an index: expand it first");
  }

  @Override
  public Integer visitArrayApply(ArrayApply apply) {
    throw new IllegalArgumentException(
        "a tape takes no " + apply.function().text() + " of an array: expand it first");
  }

  @Override
  public Integer visitDelta(Delta delta) {
    throw new IllegalArgumentException("a tape takes no Kronecker delta " + delta + ": expand it");
  }

  @Override
  public Integer visitCompare(Compare compare) {
    Opcode opcode =
        switch (compare.relation()) {
          case LT -> Opcode.LT;
          case LE -> Opcode.LE;
          case EQ -> Opcode.EQ;
          case NE -> Opcode.NE;
        };
    return graph.binary(opcode, number(compare.left()), number(compare.right()));
  }

  /** Both sides of a connective are evaluated: comparisons of doubles have no effects. */
  @Override
  public Integer visitLogic(Logic logic) {
    List<Integer> operands = new ArrayList<>(logic.operands().size());
    for (Expr operand : logic.operands()) {
      operands.add(condition(operand));
    }
    if (operands.isEmpty()) {
      // The empty AND holds, as 0 = 0 does; the empty OR does not.
      boolean holds = logic.connective() == Logic.Connective.AND;
      int zero = graph.constant(0, true);
      return graph.binary(holds ? Opcode.EQ : Opcode.NE, zero, zero);
    }
    return switch (logic.connective()) {
      case AND -> Balanced.combine(operands, (a, b) -> graph.binary(Opcode.AND, a, b));
      case OR -> Balanced.combine(operands, (a, b) -> graph.binary(Opcode.OR, a, b));
      case NOT -> graph.unary(Opcode.NOT, operands.get(0));
    };
  }
}
