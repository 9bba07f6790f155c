package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The copies of arrays with another axis last that a program has made so far. */
final class PackedArrays {
  private record Key(Symbol array, int axis) {}

  private final ExprPool pool;
  private final Places places;
  private final Map<Key, Symbol> copies = new HashMap<>();
  private final List<Step.Assignment> pending = new ArrayList<>();
  private int made;

  PackedArrays(ExprPool pool, Places places) {
    this.pool = pool;
    this.places = places;
  }

  /** The copy of an array as it is now, with this axis last. */
  Symbol copy(Symbol array, int axis) {
    return copies.computeIfAbsent(new Key(array, axis), this::make);
  }

  private Symbol make(Key key) {
    List<Integer> sizes = places.of(key.array()).sizes();
    // The blanks keep the name apart from all that others choose.
    Symbol copy = new Symbol("copy " + made + " of " + key.array().name(), key.array().kind(), 0);
    made++;
    places.addScratch(copy, Packing.withLast(sizes, key.axis()));
    List<Axis> axes = new ArrayList<>();
    List<Expr> subscripts = new ArrayList<>();
    for (int d = 0; d < sizes.size(); d++) {
      Index index = pool.index("axis " + d);
      axes.add(new Axis(index, pool.one(), pool.num(sizes.get(d))));
      subscripts.add(index);
    }
    pending.add(
        new Step.Assignment(
            copy,
            Packing.withLast(axes, key.axis()),
            pool.truth(),
            Packing.withLast(subscripts, key.axis()),
            pool.element(key.array(), subscripts)));
    return copy;
  }

  /** The assignments that make the copies asked for since the last call. */
  List<Step.Assignment> takePending() {
    List<Step.Assignment> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }

  /** Forgets the copies of an array that is written. */
  void written(Symbol array) {
    copies.keySet().removeIf(key -> key.array().equals(array));
  }
}
