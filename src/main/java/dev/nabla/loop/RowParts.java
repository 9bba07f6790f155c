package dev.nabla.loop;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What changes in an expression along the innermost axis.
 *
 * @param elements the elements outside of reductions
 * @param reductions the outermost reductions
 * @param isArithmetic whether the rest is arithmetic, which the just-in-time compiler vectorises
 */
record RowParts(Set<Element> elements, Set<Reduce> reductions, boolean isArithmetic) {
  static RowParts of(Expr root, Index walk, Facts facts) {
    Set<Element> elements = new HashSet<>();
    Set<Reduce> reductions = new HashSet<>();
    boolean isArithmetic = true;
    Set<Expr> seen = new HashSet<>();
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (!facts.depends(node, walk) || !seen.add(node)) {
        continue;
      }
      if (node instanceof Element element) {
        elements.add(element);
      } else if (node instanceof Reduce reduction) {
        reductions.add(reduction);
      } else {
        isArithmetic &= !(node instanceof Apply || node instanceof Select || node instanceof Delta);
        facts.children(node).forEach(open::push);
      }
    }
    return new RowParts(elements, reductions, isArithmetic);
  }
}
