package dev.nabla.loop;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Logic;
import java.util.List;

/** Conditions as integer registers that hold 1 or 0. */
final class Conditions {
  private final NestBuilder nest;
  private final Values values;

  Conditions(NestBuilder nest, Values values) {
    this.nest = nest;
    this.values = values;
  }

  int condition(Expr expr) {
    return nest.once(
        expr,
        () -> {
          if (expr instanceof Compare compare) {
            return compare(compare);
          }
          if (expr instanceof Logic logic) {
            return connect(logic);
          }
          throw new IllegalArgumentException(
              "the number " + expr + " stands where a condition must");
        });
  }

  private int compare(Compare compare) {
    if (Indices.isInteger(compare.left()) && Indices.isInteger(compare.right())) {
      return compareIntegers(compare.relation(), compare.left(), compare.right());
    }
    int left = values.number(compare.left());
    int right = values.number(compare.right());
    int target = newTruth();
    nest.add(new Statement.Test(target, compare.relation(), left, right));
    return target;
  }

  /** left ∘ right, of index expressions. */
  int compareIntegers(Compare.Relation relation, Expr left, Expr right) {
    Affine difference = values.addresses().integer(left).minus(values.addresses().integer(right));
    int target = newTruth();
    nest.add(new Statement.TestInteger(target, relation, difference));
    return target;
  }

  private int newTruth() {
    int register = nest.indices().newRegister();
    nest.current().defines(register);
    return register;
  }

  private int connect(Logic logic) {
    List<Expr> operands = logic.operands();
    if (operands.isEmpty()) {
      int target = newTruth();
      boolean holds = logic.connective() == Logic.Connective.AND;
      nest.add(new Statement.Assign(target, Affine.constant(holds ? 1 : 0)));
      return target;
    }
    int result = condition(operands.get(0));
    if (logic.connective() == Logic.Connective.NOT) {
      int target = newTruth();
      nest.add(new Statement.Connect(target, logic.connective(), result, result));
      return target;
    }
    for (Expr operand : operands.subList(1, operands.size())) {
      result = connect(logic.connective(), result, operand);
    }
    return result;
  }

  /** An operand that may fail is only looked at if the ones before it do not decide. */
  private int connect(Logic.Connective connective, int left, Expr right) {
    int target = newTruth();
    if (!nest.facts().isCostly(right)) {
      nest.add(new Statement.Connect(target, connective, left, condition(right)));
      return target;
    }
    Runnable decided = () -> assign(target, left);
    Runnable undecided = () -> assign(target, condition(right));
    boolean and = connective == Logic.Connective.AND;
    nest.branch(left, and ? undecided : decided, and ? decided : undecided);
    return target;
  }

  private void assign(int target, int source) {
    nest.add(new Statement.Assign(target, Affine.register(source)));
  }
}
