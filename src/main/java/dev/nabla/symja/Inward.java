package dev.nabla.symja;

import dev.nabla.expr.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;

/** Symja's expressions here: operands first, each object once, without recursion. */
final class Inward {
  /**
   * How an expression is made.
   *
   * @param operands the parts to translate first
   * @param assemble makes the whole of the translated parts
   */
  record Plan(List<? extends IExpr> operands, Function<List<Expr>, Expr> assemble) {}

  private final Meanings meanings;
  private final IdentityHashMap<IExpr, Expr> images = new IdentityHashMap<>();
  private final IdentityHashMap<IExpr, Plan> plans = new IdentityHashMap<>();

  Inward(SymjaTranslation translation) {
    this.meanings = new Meanings(translation);
  }

  Expr translate(IExpr root) {
    Deque<IExpr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      IExpr node = open.peek();
      Plan plan = plans.computeIfAbsent(node, meanings::plan);
      if (images.containsKey(node)) {
        open.pop();
      } else if (!pushMissing(plan, open)) {
        open.pop();
        List<Expr> operands = new ArrayList<>(plan.operands().size());
        plan.operands().forEach(operand -> operands.add(images.get(operand)));
        images.put(node, plan.assemble().apply(operands));
      }
    }
    return images.get(root);
  }

  private boolean pushMissing(Plan plan, Deque<IExpr> open) {
    int before = open.size();
    for (IExpr operand : plan.operands()) {
      if (!images.containsKey(operand)) {
        open.push(operand);
      }
    }
    return open.size() > before;
  }
}
