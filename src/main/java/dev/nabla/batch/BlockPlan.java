package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which steps share a loop over the points of a block, and where in the thread's array the values
 * stand that one loop leaves to another.
 *
 * <p>A slot holds a value for each point of a block. Inputs have slots, and so have constants that
 * are outputs, to the end; any other slot is used again after the last use of its value. An output
 * that is evaluated is written to a place of its own, which is no slot.
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

  /**
   * An output that a loop writes.
   *
   * @param isPartial whether it is a partial, or else a value
   * @param position its position among these
   */
  record Output(int value, boolean isPartial, int position) {}

  private final Tape tape;
  private final List<Output> outputs = new ArrayList<>();
  private final Map<Integer, List<Integer>> outputsOf = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private final int[] loopOf;
  private final int[] slots;
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
      switch (tape.opcode(i)) {
        case INPUT -> slots[i] = slotCount++;
        case OUTPUT_VALUE -> placeOutput(new Output(tape.left(i), false, tape.immediate(i)));
        case OUTPUT_PARTIAL -> placeOutput(new Output(tape.left(i), true, tape.immediate(i)));
        default -> {}
      }
    }
  }

  private void placeOutput(Output output) {
    Opcode opcode = tape.opcode(output.value());
    if (opcode == Opcode.CONSTANT) {
      slots[output.value()] = slots[output.value()] == NONE ? slotCount++ : slots[output.value()];
    } else if (opcode != Opcode.INPUT) {
      outputsOf.computeIfAbsent(output.value(), v -> new ArrayList<>()).add(outputs.size());
      outputs.add(output);
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
        if (lastLoop[value] > number) {
          slots[value] = free.isEmpty() ? slotCount++ : free.pop();
          ending.get(lastLoop[value]).add(slots[value]);
        }
      }
      ending.get(number).forEach(free::push);
    }
  }

  /** What loops write, by its number. */
  List<Output> outputs() {
    return outputs;
  }

  /** The numbers of the outputs that a value is. */
  List<Integer> outputsOf(int value) {
    return outputsOf.getOrDefault(value, List.of());
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
