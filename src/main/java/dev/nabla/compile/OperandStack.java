package dev.nabla.compile;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;

/**
 * The values that stay on the operand stack: used once, by an instruction of the same block and
 * method, so that they are made right where they are used.
 */
final class OperandStack {
  /** Trees of such values are no higher than this; it bounds recursion and the stack. */
  static final int LARGEST_HEIGHT = 12;

  private final boolean[] stacked;
  private final int[] madeAt;

  OperandStack(Tape tape, MethodPlan plan) {
    int[] uses = Uses.counts(tape);
    int[] user = new int[tape.size()];
    for (int i = 0; i < tape.size(); i++) {
      int current = i;
      Uses.forEachOperand(tape, i, operand -> user[operand] = current);
    }
    stacked = new boolean[tape.size()];
    int[] height = new int[tape.size()];
    for (int i = 0; i < tape.size(); i++) {
      int current = i;
      height[i] = 1;
      Uses.forEachOperand(
          tape,
          i,
          operand -> {
            if (stacked[operand]) {
              height[current] = Math.max(height[current], height[operand] + 1);
            }
          });
      stacked[i] =
          uses[i] == 1
              && isOperation(tape, i)
              && height[i] < LARGEST_HEIGHT
              && plan.methodOf(i) == plan.methodOf(user[i])
              && plan.blockOf(i) == plan.blockOf(user[i]);
    }
    madeAt = new int[tape.size()];
    for (int i = tape.size() - 1; i >= 0; i--) {
      madeAt[i] = stacked[i] ? madeAt[user[i]] : i;
    }
  }

  private static boolean isOperation(Tape tape, int i) {
    Opcode opcode = tape.opcode(i);
    return opcode.operands() > 0 && (opcode.isNumber() || opcode.isCondition());
  }

  boolean isStacked(int instruction) {
    return stacked[instruction];
  }

  /** The instruction in whose code an instruction is evaluated. */
  int madeAt(int instruction) {
    return madeAt[instruction];
  }
}
