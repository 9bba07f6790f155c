package dev.nabla.symja;

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
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** One node in Symja, from its operands there. */
final class Outward implements Visitor<IExpr> {
  private final List<IExpr> operands;
  private final Encoding encoding;

  Outward(List<IExpr> operands, Encoding encoding) {
    this.operands = operands;
    this.encoding = encoding;
  }

  private IExpr call(IExpr head) {
    return Counterparts.call(head, operands.toArray(IExpr[]::new));
  }

  @Override
  public IExpr visitNum(Num num) {
    Rational value = num.value();
    return value.isInteger()
        ? F.ZZ(value.numerator())
        : F.QQ(F.ZZ(value.numerator()), F.ZZ(value.denominator()));
  }

  @Override
  public IExpr visitConstant(Constant constant) {
    return switch (constant.name()) {
      case PI -> S.Pi;
      case E -> S.E;
    };
  }

  @Override
  public IExpr visitSum(Sum sum) {
    return call(S.Plus);
  }

  @Override
  public IExpr visitProduct(Product product) {
    return call(S.Times);
  }

  @Override
  public IExpr visitPower(Power power) {
    // 1/0 is how we write what has no value; in Symja it would be an infinity.
    return isZero(power.base()) && power.exponent() instanceof Num
        ? S.Indeterminate
        : call(S.Power);
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Num num && num.value().isZero();
  }

  @Override
  public IExpr visitApply(Apply apply) {
    return Counterparts.of(apply.function().name(), operands, encoding);
  }

  @Override
  public IExpr visitSelect(Select select) {
    return Counterparts.piecewise(operands.get(1), operands.get(0), operands.get(2));
  }

  @Override
  public IExpr visitReduce(Reduce reduce) {
    IExpr head = reduce.operation() == Reduce.Operation.SUM ? S.Sum : S.Product;
    IExpr range = Counterparts.call(S.List, operands.get(0), operands.get(1), operands.get(2));
    return Counterparts.call(head, operands.get(3), range);
  }

  @Override
  public IExpr visitArrayApply(ArrayApply application) {
    throw NoCounterpartException.inSymja(
        "the array function " + application.function().text() + "; write out its sizes first");
  }

  @Override
  public IExpr visitDelta(Delta delta) {
    return call(S.KroneckerDelta);
  }

  @Override
  public IExpr visitCompare(Compare compare) {
    return switch (compare.relation()) {
      case LT -> call(S.Less);
      case LE -> call(S.LessEqual);
      case EQ -> call(S.Equal);
      case NE -> call(S.Unequal);
    };
  }

  @Override
  public IExpr visitLogic(Logic logic) {
    boolean isConstant = logic.operands().isEmpty();
    return switch (logic.connective()) {
      case AND -> isConstant ? S.True : call(S.And);
      case OR -> isConstant ? S.False : call(S.Or);
      case NOT -> call(S.Not);
    };
  }

  @Override
  public IExpr visitIndex(Index index) {
    throw new IllegalStateException("a symbol: " + index);
  }

  @Override
  public IExpr visitElement(Element element) {
    throw new IllegalStateException("a symbol: " + element);
  }
}
