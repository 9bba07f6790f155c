package dev.nabla.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * for j: a[b + j] := f(a[b + j]) as a walk over the positions p = b + j themselves. The
 * just-in-time compiler makes the better code for it: there is no sum in the address, and no second
 * array that might overlap.
 */
final class Walk {
  private Walk() {}

  /** The walk, or the loop itself where its body does anything else with the index. */
  static Statement.Loop along(Statement.Loop loop) {
    Set<Affine> bases = new HashSet<>();
    for (Statement statement : loop.body()) {
      if (statement instanceof Statement.Load load) {
        bases.add(base(load.position(), loop.index()));
      } else if (statement instanceof Statement.Store store) {
        bases.add(base(store.position(), loop.index()));
      } else if (!(statement instanceof Statement.Compute || statement instanceof Statement.Call)) {
        return loop;
      }
    }
    if (loop.step() != 1 || bases.size() != 1) {
      return loop;
    }
    Affine base = bases.iterator().next();
    if (base.isConstant() || base.mentions(loop.index())) {
      return loop;
    }
    Affine position = Affine.register(loop.index());
    List<Statement> body = new ArrayList<>();
    for (Statement statement : loop.body()) {
      if (statement instanceof Statement.Load load) {
        body.add(new Statement.Load(load.target(), load.array(), position));
      } else if (statement instanceof Statement.Store store) {
        body.add(new Statement.Store(store.array(), position, store.value()));
      } else {
        body.add(statement);
      }
    }
    return new Statement.Loop(
        loop.index(), loop.from().plus(base), loop.below().plus(base), 1, body);
  }

  /** What is added to the index; the index itself where it is not just added. */
  private static Affine base(Affine position, int index) {
    return position.coefficient(index) == 1 ? position.without(index) : Affine.register(index);
  }
}
