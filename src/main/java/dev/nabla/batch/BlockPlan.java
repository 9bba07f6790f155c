package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which steps share a loop over the points of a block, and where in the thread's array the values
 * stand that one loop leaves to another.
 *
 * <p>A slot holds a value for each point of a block. Inputs have slots, and so have outputs, to the
 * end; any other slot is used again after the last use of its value.
 */
final class BlockPlan {
  static final int NONE = -1;

  /**
   * Steps of one loop.
   *
   * @param isLanewise whether the lanes have an operation for each step; else each is a call
   */
  record Loop(boolean isLanewise, List<Step> steps) {
    Loop {
      steps = List.copyOf(steps);
    }
  }

  private final Tape tape;
  private final List<Loop> loops = new ArrayList<>();
  private final int[] loopOf;
  private final int[] slots;
  private final boolean[] isKept;
  private int slotCount;

  /**
   * A plan.
   *
   * @param isLanewise whether the lanes have an operation for an instruction
   * @param most the most steps of a loop
   */
  BlockPlan(Tape tape, IntPredicate isLanewise, int most) {
    this.tape = tape;
    this.loopOf = new int[tape.size()];
    this.slots = new int[tape.size()];
    this.isKept = new boolean[tape.size()];
    Arrays.fill(slots, NONE);
    divide(Step.of(tape), isLanewise, most);
    placeInputsAndOutputs();
    placeValues();
  }

  private void divide(List<Step> steps, IntPredicate isLanewise, int most) {
    List<Step> loop = new ArrayList<>();
    boolean lanewise = true;
    for (Step step : steps) {
      boolean next = isLanewise.test(step.value());
      if (!loop.isEmpty() && (next != lanewise || loop.size() == most)) {
        loops.add(new Loop(lanewise, loop));
        loop.clear();
      }
      lanewise = next;
      loopOf[step.value()] = loops.size();
      loop.add(step);
    }
    if (!loop.isEmpty()) {
      loops.add(new Loop(lanewise, loop));
    }
  }

  private void placeInputsAndOutputs() {
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      if (opcode == Opcode.INPUT) {
        slots[i] = slotCount++;
        isKept[i] = true;
      } else if (opcode == Opcode.OUTPUT_VALUE || opcode == Opcode.OUTPUT_PARTIAL) {
        int output = tape.left(i);
        isKept[output] = true;
        if (tape.opcode(output) == Opcode.CONSTANT && slots[output] == NONE) {
          slots[output] = slotCount++;
        }
      }
    }
  }

  private void placeValues() {
    int[] lastLoop = new int[tape.size()];
    for (int number = 0; number < loops.size(); number++) {
      int current = number;
      loops.get(number).steps().forEach(s -> s.forEachOperand(v -> lastLoop[v] = current));
    }
    List<List<Integer>> ending = new ArrayList<>();
    loops.forEach(loop -> ending.add(new ArrayList<>()));
    Deque<Integer> free = new ArrayDeque<>();
    for (int number = 0; number < loops.size(); number++) {
      for (Step step : loops.get(number).steps()) {
        int value = step.value();
        if (isKept[value]) {
          slots[value] = slotCount++;
        } else if (lastLoop[value] > number) {
          slots[value] = free.isEmpty() ? slotCount++ : free.pop();
          ending.get(lastLoop[value]).add(slots[value]);
        }
      }
      ending.get(number).forEach(free::push);
    }
  }

  List<Loop> loops() {
    return loops;
  }

  /** Whether the loop that makes a value leaves it in a slot. */
  boolean hasSlot(int value) {
    return slots[value] != NONE;
  }

  int slot(int value) {
    return slots[value];
  }

  int slotCount() {
    return slotCount;
  }
}
