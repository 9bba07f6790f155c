package dev.nabla.expr;

/**
 * One method per kind of node, so that a forgotten kind does not compile.
 *
 * @param <R> what a visit yields
 */
public interface Visitor<R> {
  R visitNum(Num num);

  R visitConstant(Constant constant);

  R visitIndex(Index index);

  R visitElement(Element element);

  R visitSum(Sum sum);

  R visitProduct(Product product);

  R visitPower(Power power);

  R visitApply(Apply apply);

  R visitSelect(Select select);

  R visitReduce(Reduce reduce);

  R visitArrayApply(ArrayApply application);

  R visitDelta(Delta delta);

  R visitCompare(Compare compare);

  R visitLogic(Logic logic);
}
