package dev.nabla.print;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/**
 * Renders each formula once, parts first, without recursion.
 *
 * @param <P> a rendered piece
 */
abstract class FormulaRenderer<P> implements FormulaVisitor<P> {
  private final IdentityHashMap<Formula, P> pieces = new IdentityHashMap<>();

  /** The piece of {@code root}; a formula rendered before is not rendered again. */
  final P render(Formula root) {
    Deque<Formula> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Formula formula = open.peek();
      if (pieces.containsKey(formula)) {
        open.pop();
      } else if (pushMissing(formula, open)) {
        open.pop();
        pieces.put(formula, formula.accept(this));
      }
    }
    return pieces.get(root);
  }

  private boolean pushMissing(Formula formula, Deque<Formula> open) {
    boolean complete = true;
    for (Formula part : formula.parts()) {
      if (!pieces.containsKey(part)) {
        open.push(part);
        complete = false;
      }
    }
    return complete;
  }

  /** The piece of a part, which is rendered by now. */
  final P piece(Formula part) {
    return pieces.get(part);
  }
}
