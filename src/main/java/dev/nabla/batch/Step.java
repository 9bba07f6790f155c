package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * value := operation(operands), where both sides of each branch have been evaluated: a PHI is a
 * selection, whose operands are the condition and the values of the two sides.
 *
 * @param value the number of the instruction
 * @param first its first operand
 * @param second its second operand, or {@link #NONE}
 * @param third its third operand, or {@link #NONE}
 */
record Step(int value, int first, int second, int third) {
  static final int NONE = -1;

  void forEachOperand(IntConsumer action) {
    action.accept(first);
    if (second != NONE) {
      action.accept(second);
    }
    if (third != NONE) {
      action.accept(third);
    }
  }

  /** What a tape does, without jumps; inputs, constants and outputs take no step. */
  static List<Step> of(Tape tape) {
    List<Step> steps = new ArrayList<>();
    Deque<Integer> conditions = new ArrayDeque<>();
    Deque<Boolean> isSecondSide = new ArrayDeque<>();
    int[] whenTrue = new int[tape.size()];
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      switch (opcode) {
        case INPUT, CONSTANT, PHI, OUTPUT_VALUE, OUTPUT_PARTIAL -> {}
        case IF -> {
          conditions.push(tape.left(i));
          isSecondSide.push(false);
        }
        case ELSE -> {
          isSecondSide.pop();
          isSecondSide.push(true);
        }
        case YIELD -> {
          int selection = tape.immediate(i);
          if (isSecondSide.peek()) {
            steps.add(new Step(selection, conditions.peek(), whenTrue[selection], tape.left(i)));
          } else {
            whenTrue[selection] = tape.left(i);
          }
        }
        case END -> {
          conditions.pop();
          isSecondSide.pop();
        }
        default ->
            steps.add(
                new Step(i, tape.left(i), opcode.operands() > 1 ? tape.right(i) : NONE, NONE));
      }
    }
    return steps;
  }
}
