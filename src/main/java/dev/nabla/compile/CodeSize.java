package dev.nabla.compile;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.Arrays;

/** Estimates of the bytes of code that an instruction takes. */
final class CodeSize {
  private static final int NONE = -1;
  private static final int CONSTANT = 3;
  private static final int LOCAL = 3;
  private static final int CALL = 3;
  private static final int JUMP = 3;
  private static final int COMPARISON = 5;
  private static final int ARRAY_ACCESS = 2;
  private static final int KEEP = 4;
  private static final int ESCAPE = 4;

  private final Tape tape;
  private final int[] uses;
  private final int[] touched;

  CodeSize(Tape tape) {
    this.tape = tape;
    this.uses = Uses.counts(tape);
    this.touched = new int[tape.size()];
    Arrays.fill(touched, NONE);
  }

  /** The size of an instruction wherever it may stand. */
  int estimate(int i) {
    return estimate(i, NONE);
  }

  /** The size of an instruction in a method that has touched some values already. */
  int estimate(int i, int method) {
    Opcode opcode = tape.opcode(i);
    int size = operation(i);
    if (opcode.operands() > 0) {
      size += load(tape.left(i), method);
    }
    if (opcode.operands() > 1) {
      size += load(tape.right(i), method);
    }
    return size;
  }

  /** Takes note that the method has the instruction's value and its operands at hand. */
  void touch(int i, int method) {
    touched[i] = method;
    if (tape.opcode(i).operands() > 0) {
      touched[tape.left(i)] = method;
    }
    if (tape.opcode(i).operands() > 1) {
      touched[tape.right(i)] = method;
    }
  }

  private int operation(int i) {
    int store = uses[i] > 1 ? LOCAL + ESCAPE : 0;
    return switch (tape.opcode(i)) {
      case INPUT, CONSTANT, PHI, END -> 0;
      case ADD, SUB, MUL, DIV, NEG, AND, OR -> 1 + store;
      case NOT -> 2 + store;
      case SQRT, POW, CALL_1, CALL_2 -> CALL + store;
      case LT, LE, EQ, NE -> COMPARISON + store;
      case IF -> JUMP + 1;
      case ELSE -> JUMP;
      case YIELD -> ESCAPE + 1;
      case OUTPUT_VALUE, OUTPUT_PARTIAL -> ARRAY_ACCESS + index(tape.immediate(i));
    };
  }

  private int load(int value, int method) {
    if (tape.opcode(value) == Opcode.CONSTANT) {
      return CONSTANT;
    }
    boolean input = tape.opcode(value) == Opcode.INPUT;
    if (method == NONE ? !input : touched[value] == method) {
      return uses[value] == 1 ? 0 : LOCAL;
    }
    int keep = uses[value] > 1 ? KEEP : 0;
    return ARRAY_ACCESS + (input ? index(tape.immediate(value)) : 3) + keep;
  }

  private static int index(int index) {
    if (index <= Byte.MAX_VALUE) {
      return index <= 5 ? 1 : 2;
    }
    return index <= Short.MAX_VALUE ? 3 : 10;
  }
}
