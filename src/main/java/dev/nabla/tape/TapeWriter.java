package dev.nabla.tape;

import java.util.ArrayList;
import java.util.List;

/** Writes a schedule down as one list of instructions, blocks between their markers. */
final class TapeWriter {
  private static final int NONE = 0;
  private static final int STAGES = 3;

  private final ValueGraph graph;
  private final Placement placement;
  private final Schedule schedule;
  private final List<OutputSlot> outputs;
  private final List<Opcode> opcodes = new ArrayList<>();
  private final IntSequence lefts = new IntSequence();
  private final IntSequence rights = new IntSequence();
  private final IntSequence immediates = new IntSequence();
  private final int[] roots;
  private final int[] instructionOf;

  /** Blocks under way: region and the next of its items; and for each branch what is done. */
  private final IntSequence regionStack = new IntSequence();

  private final IntSequence itemStack = new IntSequence();
  private final IntSequence branchStack = new IntSequence();

  /**
   * What an output writes.
   *
   * @param opcode OUTPUT_VALUE or OUTPUT_PARTIAL
   * @param position the index in that array
   */
  record OutputSlot(Opcode opcode, int position) {}

  TapeWriter(
      ValueGraph graph,
      Placement placement,
      Schedule schedule,
      int[] roots,
      List<OutputSlot> outputs) {
    this.graph = graph;
    this.placement = placement;
    this.schedule = schedule;
    this.outputs = outputs;
    this.instructionOf = new int[graph.size()];
    this.roots = roots;
  }

  /** The tape of the whole schedule. */
  Tape write(int inputCount) {
    enter(RegionTree.ROOT);
    while (!regionStack.isEmpty()) {
      int top = regionStack.size() - 1;
      IntSequence items = schedule.items(regionStack.get(top));
      int next = itemStack.get(top);
      if (next < items.size()) {
        itemStack.set(top, next + 1);
        writeItem(items.get(next));
      } else {
        regionStack.removeLast();
        itemStack.removeLast();
        leave();
      }
    }
    return tape(inputCount);
  }

  private void enter(int region) {
    regionStack.add(region);
    itemStack.add(0);
  }

  private void writeItem(int item) {
    int position = Schedule.position(item);
    switch (Schedule.kind(item)) {
      case Schedule.OPERATION -> writeOperation(position);
      case Schedule.BRANCH -> openBranch(position);
      default -> {
        OutputSlot output = outputs.get(position);
        emit(output.opcode(), instructionOf[roots[position]], NONE, output.position());
      }
    }
  }

  private void writeOperation(int number) {
    Opcode opcode = graph.opcode(number);
    int left = opcode.operands() > 0 ? instructionOf[graph.first(number)] : NONE;
    int right = opcode.operands() > 1 ? instructionOf[graph.second(number)] : NONE;
    instructionOf[number] = emit(opcode, left, right, graph.third(number));
  }

  private void openBranch(int position) {
    Placement.Branch branch = placement.branches().get(position);
    for (int i = 0; i < branch.selections.size(); i++) {
      instructionOf[branch.selections.get(i)] = emit(Opcode.PHI, NONE, NONE, NONE);
    }
    int marker = emit(Opcode.IF, instructionOf[branch.condition], NONE, NONE);
    branchStack.add(position);
    branchStack.add(marker);
    branchStack.add(1);
    enter(branch.whenTrue);
  }

  /** A block has ended: the root, a first block or a second one. */
  private void leave() {
    if (branchStack.isEmpty()) {
      return;
    }
    int top = branchStack.size() - STAGES;
    Placement.Branch branch = placement.branches().get(branchStack.get(top));
    int marker = branchStack.get(top + 1);
    boolean firstBlock = branchStack.get(top + 2) == 1;
    for (int i = 0; i < branch.selections.size(); i++) {
      int selection = branch.selections.get(i);
      int value = firstBlock ? graph.second(selection) : graph.third(selection);
      emit(Opcode.YIELD, instructionOf[value], NONE, instructionOf[selection]);
    }
    int end = emit(firstBlock ? Opcode.ELSE : Opcode.END, NONE, NONE, NONE);
    immediates.set(marker, end);
    if (firstBlock) {
      branchStack.set(top + 1, end);
      branchStack.set(top + 2, 2);
      enter(branch.whenFalse);
    } else {
      branchStack.removeLast();
      branchStack.removeLast();
      branchStack.removeLast();
    }
  }

  private int emit(Opcode opcode, int left, int right, int immediate) {
    opcodes.add(opcode);
    lefts.add(left);
    rights.add(right);
    immediates.add(immediate);
    return opcodes.size() - 1;
  }

  private Tape tape(int inputCount) {
    return new Tape(
        opcodes.toArray(new Opcode[0]),
        lefts.toArray(),
        rights.toArray(),
        immediates.toArray(),
        graph.constants(),
        graph.functions(),
        inputCount);
  }
}
