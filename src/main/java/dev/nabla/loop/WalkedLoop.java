package dev.nabla.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop of arithmetic on arrays that are walked along: for i: a[s·i + r] := f(b[t·i + q], …).
 *
 * @param loop the loop
 * @param loads what it reads
 * @param store what it writes
 * @param operations how much it computes in one iteration
 */
record WalkedLoop(Statement.Loop loop, Set<Access> loads, Access store, int operations) {
  /** array[stride·i + rest] for the loop's index i. */
  record Access(int array, int stride, Affine rest) {
    static Access of(int array, Affine position, int index) {
      int stride = position.coefficient(index);
      return new Access(array, stride, position.without(index).plus(position.constant()));
    }
  }

  /** The loop as one, unless it does anything else or passes on a number to its next iteration. */
  static Optional<WalkedLoop> of(Statement.Loop loop) {
    Set<Access> loads = new LinkedHashSet<>();
    List<Access> stores = new ArrayList<>();
    Set<Integer> made = new HashSet<>();
    Set<Integer> outside = new HashSet<>();
    int operations = 0;
    for (Statement statement : loop.body()) {
      if (statement instanceof Statement.Load load) {
        loads.add(Access.of(load.array(), load.position(), loop.index()));
        made.add(load.target());
      } else if (statement instanceof Statement.Store store) {
        stores.add(Access.of(store.array(), store.position(), loop.index()));
      } else if (statement instanceof Statement.Compute compute && isWide(compute.operation())) {
        List<Integer> operands =
            compute.operation().operands() == 1
                ? List.of(compute.left())
                : List.of(compute.left(), compute.right());
        operands.stream().filter(operand -> !made.contains(operand)).forEach(outside::add);
        made.add(compute.target());
        operations++;
      } else {
        return Optional.empty();
      }
    }
    boolean isWalked =
        loop.step() == 1
            && stores.size() == 1
            && stores.get(0).stride() > 0
            && loads.stream().allMatch(load -> load.stride() > 0)
            && outside.stream().noneMatch(made::contains);
    return isWalked
        ? Optional.of(new WalkedLoop(loop, Set.copyOf(loads), stores.get(0), operations))
        : Optional.empty();
  }

  /** Whether the just-in-time compiler has vector instructions for it. */
  private static boolean isWide(Operation operation) {
    return switch (operation) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQUARE_ROOT -> true;
      case COPY, POWER, MAXIMUM, MINIMUM -> false;
    };
  }

  /** The loads and the store. */
  List<Access> accesses() {
    List<Access> accesses = new ArrayList<>(loads);
    accesses.add(store);
    return accesses;
  }

  /**
   * What does the same where all that it does is to copy a row: nothing if that is onto itself.
   *
   * @param length the number of iterations
   */
  Optional<List<Statement>> asCopy(int length) {
    if (operations > 0 || loads.size() != 1 || store.stride() != 1) {
      return Optional.empty();
    }
    Access source = loads.iterator().next();
    if (source.equals(store)) {
      return Optional.of(List.of());
    }
    Affine distance = store.rest().minus(source.rest());
    boolean isApart =
        source.array() != store.array()
            || (distance.isConstant() && Math.abs(distance.constant()) >= length);
    return source.stride() == 1 && isApart
        ? Optional.of(
            List.of(
                new Statement.CopyRow(
                    source.array(),
                    source.rest().plus(loop.from()),
                    store.array(),
                    store.rest().plus(loop.from()),
                    loop.below().minus(loop.from()))))
        : Optional.empty();
  }

  /** Whether its array is also read: then its elements must be written as they are made. */
  boolean isInPlace() {
    return loads.stream().anyMatch(load -> load.array() == store.array());
  }
}
