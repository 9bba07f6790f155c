package dev.nabla.loop;

import dev.nabla.expr.Element;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of a nest that are read from a copy of their array, in which the axis that the
 * innermost loop walks along comes last.
 */
final class Packing {
  private final ExprPool pool;
  private final PackedArrays arrays;
  private final Map<Element, Integer> walked = new HashMap<>();

  Packing(ExprPool pool, PackedArrays arrays) {
    this.pool = pool;
    this.arrays = arrays;
  }

  /** Reads the element from the copy that has this axis last. */
  void pack(Element element, int axis) {
    walked.put(element, axis);
  }

  /** The element to read in the place of an element. */
  Element stored(Element element) {
    Integer axis = walked.get(element);
    if (axis == null) {
      return element;
    }
    Symbol copy = arrays.copy(element.symbol(), axis);
    return (Element) pool.element(copy, withLast(element.indices(), axis));
  }

  /** The list with one entry moved to the end. */
  static <T> List<T> withLast(List<T> list, int position) {
    List<T> moved = new ArrayList<>(list);
    moved.add(moved.remove(position));
    return moved;
  }

}
