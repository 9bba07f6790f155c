package dev.nabla.compile;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The array through which values pass from one method to another, one array for each thread.
 *
 * <p>It starts with the constants that the constant pool of a class has no room for. A place is
 * used again after the last use of its value: every run of the tape goes through its instructions
 * in ascending order.
 */
final class ScratchLayout {
  private static final int NONE = -1;

  /** Two entries of the pool each; most of it is left to the names of methods. */
  private static final int POOLED_CONSTANTS = 1 << 13;

  private final Map<Double, Integer> constants = new HashMap<>();
  private final int[] places;
  private int size;

  ScratchLayout(Tape tape, MethodPlan plan, OperandStack stack) {
    places = new int[tape.size()];
    Arrays.fill(places, NONE);
    placeConstants(tape);
    placeValues(tape, lastUses(tape, plan, stack));
  }

  private void placeConstants(Tape tape) {
    Map<Double, Integer> seen = new HashMap<>();
    for (int i = 0; i < tape.size(); i++) {
      if (tape.opcode(i) == Opcode.CONSTANT) {
        Double value = tape.constant(i);
        seen.putIfAbsent(value, seen.size());
        if (seen.get(value) >= POOLED_CONSTANTS) {
          constants.putIfAbsent(value, constants.size());
        }
      }
    }
    size = constants.size();
  }

  /** For each value that is used in another method, the last place where. */
  private static int[] lastUses(Tape tape, MethodPlan plan, OperandStack stack) {
    int[] last = new int[tape.size()];
    boolean[] escapes = new boolean[tape.size()];
    for (int i = 0; i < tape.size(); i++) {
      int current = i;
      Uses.forEachOperand(
          tape,
          i,
          operand -> {
            last[operand] = Math.max(last[operand], stack.madeAt(current));
            escapes[operand] |= plan.methodOf(operand) != plan.methodOf(current);
          });
      if (tape.opcode(i) == Opcode.YIELD) {
        int selection = tape.immediate(i);
        last[selection] = Math.max(last[selection], i);
        escapes[selection] |= plan.methodOf(selection) != plan.methodOf(i);
      }
    }
    for (int i = 0; i < last.length; i++) {
      if (!escapes[i] || Uses.isLeaf(tape, i)) {
        last[i] = NONE;
      }
    }
    return last;
  }

  private void placeValues(Tape tape, int[] lastUse) {
    int[] nextEnding = new int[tape.size()];
    int[] firstEnding = new int[tape.size()];
    Arrays.fill(firstEnding, NONE);
    Deque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < tape.size(); i++) {
      if (lastUse[i] != NONE) {
        places[i] = free.isEmpty() ? size++ : free.pop();
        nextEnding[i] = firstEnding[lastUse[i]];
        firstEnding[lastUse[i]] = i;
      }
      for (int value = firstEnding[i]; value != NONE; value = nextEnding[value]) {
        free.push(places[value]);
      }
    }
  }

  /** Whether the value goes through the array. */
  boolean holds(int instruction) {
    return places[instruction] != NONE;
  }

  int place(int instruction) {
    return places[instruction];
  }

  boolean holdsConstant(double value) {
    return constants.containsKey(value);
  }

  int constantPlace(double value) {
    return constants.get(value);
  }

  /** The array as a thread first gets it; empty if the tape needs none. */
  double[] initial() {
    double[] initial = new double[size];
    constants.forEach((value, place) -> initial[place] = value);
    return initial;
  }
}
