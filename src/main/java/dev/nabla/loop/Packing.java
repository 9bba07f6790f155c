package dev.nabla.loop;

import dev.nabla.expr.Element;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of a nest that are read from a copy of their array, in which the axis that the
 * innermost loop walks along comes last.
 */
final class Packing {
  /**
   * Array[…, walk + constant, …]: the index of the innermost loop, in the subscript of one axis.
   */
  record Walk(Symbol array, int axis, Index index) {}

  private final Facts facts;
  private final PackedArrays arrays;
  private final Set<Walk> packed = new HashSet<>();

  Packing(Facts facts, PackedArrays arrays) {
    this.facts = facts;
    this.arrays = arrays;
  }

  /** Reads such elements from a copy from now on. */
  void pack(Walk walk) {
    packed.add(walk);
  }

  /** The element to read in the place of an element. */
  Element stored(Element element) {
    for (Walk walk : packed) {
      if (walk.array().equals(element.symbol()) && isWalk(element, walk)) {
        Symbol copy = arrays.copy(element.symbol(), walk.axis());
        return (Element) facts.pool().element(copy, withLast(element.indices(), walk.axis()));
      }
    }
    return element;
  }

  private boolean isWalk(Element element, Walk walk) {
    for (int d = 0; d < element.indices().size(); d++) {
      if (facts.depends(element.indices().get(d), walk.index()) != (d == walk.axis())) {
        return false;
      }
    }
    return true;
  }

  /** The list with one entry moved to the end. */
  static <T> List<T> withLast(List<T> list, int position) {
    List<T> moved = new ArrayList<>(list);
    moved.add(moved.remove(position));
    return moved;
  }
}
