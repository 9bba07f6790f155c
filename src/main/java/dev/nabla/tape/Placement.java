package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each operation is evaluated: the innermost region in which all its uses are.
 *
 * <p>Selections under one condition in one region share a branch. Those that one depends on have a
 * smaller level, so that branches of one level never wait for each other.
 */
final class Placement {
  private static final int UNUSED = -1;

  /** Selections that are made together: the branch after its condition, and its two regions. */
  static final class Branch {
    final int condition;
    final int region;
    final int whenTrue;
    final int whenFalse;
    final IntSequence selections = new IntSequence();

    Branch(int condition, int region, int whenTrue, int whenFalse) {
      this.condition = condition;
      this.region = region;
      this.whenTrue = whenTrue;
      this.whenFalse = whenFalse;
    }
  }

  private record Key(int condition, int level, int region) {}

  private final ValueGraph graph;
  private final RegionTree regions = new RegionTree();
  private final List<Branch> branches = new ArrayList<>();
  private final Map<Key, Integer> branchOf = new HashMap<>();
  private final int[] placed;
  private final int[] branchOfSelection;

  /** Places what the roots, numbers of operations, need; the rest stays unplaced. */
  Placement(ValueGraph graph, int[] roots) {
    this.graph = graph;
    this.placed = new int[graph.size()];
    this.branchOfSelection = new int[graph.size()];
    Arrays.fill(placed, UNUSED);
    for (int root : roots) {
      placed[root] = RegionTree.ROOT;
    }
    // Users have greater numbers than what they use.
    for (int number = graph.size() - 1; number >= 0; number--) {
      if (placed[number] != UNUSED) {
        placeOperands(number);
      }
    }
  }

  private void placeOperands(int number) {
    Opcode opcode = graph.opcode(number);
    int region = placed[number];
    if (opcode == Opcode.PHI) {
      int position = branch(number, region);
      Branch branch = branches.get(position);
      branchOfSelection[number] = position;
      branch.selections.add(number);
      use(branch.condition, region);
      use(graph.second(number), branch.whenTrue);
      use(graph.third(number), branch.whenFalse);
      return;
    }
    if (opcode.operands() > 0) {
      use(graph.first(number), region);
    }
    if (opcode.operands() > 1) {
      use(graph.second(number), region);
    }
  }

  private void use(int number, int region) {
    placed[number] =
        placed[number] == UNUSED ? region : regions.commonAncestor(placed[number], region);
  }

  private int branch(int selection, int region) {
    int condition = graph.first(selection);
    return branchOf.computeIfAbsent(
        new Key(condition, graph.level(selection), region),
        key -> {
          branches.add(new Branch(condition, region, regions.add(region), regions.add(region)));
          return branches.size() - 1;
        });
  }

  /** The region of an operation that is used. */
  int region(int number) {
    return placed[number];
  }

  int regionCount() {
    return regions.size();
  }

  List<Branch> branches() {
    return branches;
  }

  /** The position of the branch that makes a selection. */
  int branchOf(int selection) {
    return branchOfSelection[selection];
  }
}
