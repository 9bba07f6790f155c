package dev.nabla.compile;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.function.IntConsumer;

/** Who uses what on a tape. */
final class Uses {
  private Uses() {}

  /** Calls {@code action} with each operand of an instruction. */
  static void forEachOperand(Tape tape, int instruction, IntConsumer action) {
    Opcode opcode = tape.opcode(instruction);
    if (opcode.operands() > 0) {
      action.accept(tape.left(instruction));
    }
    if (opcode.operands() > 1) {
      action.accept(tape.right(instruction));
    }
  }

  /** How often the value of each instruction is an operand. */
  static int[] counts(Tape tape) {
    int[] counts = new int[tape.size()];
    for (int i = 0; i < tape.size(); i++) {
      forEachOperand(tape, i, operand -> counts[operand]++);
    }
    return counts;
  }

  /** Whether a value is made anew wherever it is used, and never kept for another method. */
  static boolean isLeaf(Tape tape, int instruction) {
    Opcode opcode = tape.opcode(instruction);
    return opcode == Opcode.INPUT || opcode == Opcode.CONSTANT;
  }
}
