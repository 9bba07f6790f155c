package dev.nabla.tape;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The order of evaluation: depth first from each output, so that a value is made close to where it
 * is used, and written as soon as it is known.
 *
 * <p>An item of a region's list is an operation's number n as 3n, a branch's position p as 3p + 1,
 * or an output's position as 3p + 2.
 */
final class Schedule {
  static final int OPERATION = 0;
  static final int BRANCH = 1;
  static final int OUTPUT = 2;
  private static final int KINDS = 3;

  private final ValueGraph graph;
  private final Placement placement;
  private final List<IntSequence> items = new ArrayList<>();
  private final BitSet operationsDone = new BitSet();
  private final BitSet branchesDone = new BitSet();
  private final BitSet opened = new BitSet();
  private final IntSequence open = new IntSequence();

  /** Orders what the roots need; the output at a position writes the root at that position. */
  Schedule(ValueGraph graph, Placement placement, int[] roots) {
    this.graph = graph;
    this.placement = placement;
    for (int region = 0; region < placement.regionCount(); region++) {
      items.add(new IntSequence());
    }
    for (int output = 0; output < roots.length; output++) {
      require(roots[output]);
      drain();
      items.get(RegionTree.ROOT).add(KINDS * output + OUTPUT);
    }
  }

  /** The items of a region in order. */
  IntSequence items(int region) {
    return items.get(region);
  }

  static int kind(int item) {
    return item % KINDS;
  }

  static int position(int item) {
    return item / KINDS;
  }

  private void drain() {
    while (!open.isEmpty()) {
      int item = open.get(open.size() - 1);
      if (isDone(item)) {
        open.removeLast();
      } else if (opened.get(item)) {
        open.removeLast();
        finish(item);
      } else {
        opened.set(item);
        requireOperands(item);
      }
    }
  }

  private boolean isDone(int item) {
    return (kind(item) == BRANCH ? branchesDone : operationsDone).get(position(item));
  }

  private void finish(int item) {
    int position = position(item);
    if (kind(item) == BRANCH) {
      branchesDone.set(position);
      items.get(placement.branches().get(position).region).add(item);
    } else {
      operationsDone.set(position);
      items.get(placement.region(position)).add(item);
    }
  }

  private void requireOperands(int item) {
    int position = position(item);
    if (kind(item) == BRANCH) {
      Placement.Branch branch = placement.branches().get(position);
      for (int i = 0; i < branch.selections.size(); i++) {
        require(graph.third(branch.selections.get(i)));
        require(graph.second(branch.selections.get(i)));
      }
      require(branch.condition);
      return;
    }
    // The stack turns the order round: the first operand is evaluated first.
    if (graph.opcode(position).operands() > 1) {
      require(graph.second(position));
    }
    if (graph.opcode(position).operands() > 0) {
      require(graph.first(position));
    }
  }

  private void require(int number) {
    int item =
        graph.opcode(number) == Opcode.PHI
            ? KINDS * placement.branchOf(number) + BRANCH
            : KINDS * number + OPERATION;
    if (!isDone(item)) {
      open.add(item);
    }
  }
}
