package dev.nabla.compile;

import dev.nabla.tape.FunctionMethods;
import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that leaves the value of an instruction on the operand stack. */
final class ExpressionCode {
  private static final String MATH = "java/lang/Math";
  private static final String UNARY = "(D)D";
  private static final String BINARY = "(DD)D";
  private static final int SIGN_SHIFT = 31;

  private final Tape tape;
  private final FunctionMethods functions;
  private final OperandStack stack;
  private final ScratchLayout scratch;
  private final Locals locals;
  private final MethodVisitor code;
  private final ArraySlots arrays;

  /** How often each value is still to be loaded in this method; zeros between methods. */
  private final int[] pending;

  ExpressionCode(
      TapeAnalysis analysis, Locals locals, int[] pending, MethodVisitor code, ArraySlots arrays) {
    this.tape = analysis.tape();
    this.functions = new FunctionMethods(TapeClassWriter.NAME, tape.functions());
    this.stack = analysis.stack();
    this.scratch = analysis.scratch();
    this.locals = locals;
    this.pending = pending;
    this.code = code;
    this.arrays = arrays;
  }

  /** Counts the loads that these instructions are going to make. */
  void expect(int[] instructions) {
    for (int i : instructions) {
      Uses.forEachOperand(tape, i, operand -> pending[operand]++);
    }
  }

  /** Whether the value is still to be loaded in this method. */
  boolean isExpected(int value) {
    return pending[value] > 0;
  }

  /** Pushes the value of an instruction, from wherever it is. */
  void push(int value) {
    pending[value]--;
    boolean condition = tape.opcode(value).isCondition();
    if (tape.opcode(value) == Opcode.CONSTANT) {
      pushConstant(tape.constant(value));
    } else if (stack.isStacked(value)) {
      pushOperation(value);
    } else if (locals.holds(value)) {
      code.visitVarInsn(condition ? Opcodes.ILOAD : Opcodes.DLOAD, locals.slot(value));
      if (!isExpected(value)) {
        locals.release(value);
      }
    } else {
      fetch(value, condition);
    }
  }

  /** Loads an input, or what another method has left, and keeps it if there is a next use. */
  private void fetch(int value, boolean condition) {
    if (tape.opcode(value) == Opcode.INPUT) {
      ArraySlots.pushElement(code, arrays.inputs(), tape.immediate(value));
    } else if (scratch.holds(value)) {
      ArraySlots.pushElement(code, arrays.scratch(), scratch.place(value));
    } else {
      throw new IllegalStateException("instruction " + value + " has left no value");
    }
    code.visitInsn(Opcodes.DALOAD);
    if (condition) {
      code.visitInsn(Opcodes.D2I);
    }
    if (isExpected(value)) {
      code.visitInsn(condition ? Opcodes.DUP : Opcodes.DUP2);
      code.visitVarInsn(condition ? Opcodes.ISTORE : Opcodes.DSTORE, locals.reserve(value));
      locals.assigned(value, condition);
    }
  }

  private void pushConstant(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0L) {
      code.visitInsn(Opcodes.DCONST_0);
    } else if (value == 1.0) {
      code.visitInsn(Opcodes.DCONST_1);
    } else if (scratch.holdsConstant(value)) {
      ArraySlots.pushElement(code, arrays.scratch(), scratch.constantPlace(value));
      code.visitInsn(Opcodes.DALOAD);
    } else {
      code.visitLdcInsn(value);
    }
  }

  /** Pushes the result of an operation on its operands. */
  void pushOperation(int i) {
    Uses.forEachOperand(tape, i, this::push);
    switch (tape.opcode(i)) {
      case ADD -> code.visitInsn(Opcodes.DADD);
      case SUB -> code.visitInsn(Opcodes.DSUB);
      case MUL -> code.visitInsn(Opcodes.DMUL);
      case DIV -> code.visitInsn(Opcodes.DDIV);
      case NEG -> code.visitInsn(Opcodes.DNEG);
      case SQRT -> code.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "sqrt", UNARY, false);
      case POW -> code.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "pow", BINARY, false);
      case CALL_1, CALL_2 -> functions.call(code, tape.immediate(i));
      case LT -> lessThan();
      case LE -> {
        // a ≤ b compares as −1 or 0, so that one less is negative; NaN compares as 1.
        code.visitInsn(Opcodes.DCMPG);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.ISUB);
        signBit();
      }
      case EQ -> {
        notEqual();
        invert();
      }
      case NE -> notEqual();
      case AND -> code.visitInsn(Opcodes.IAND);
      case OR -> code.visitInsn(Opcodes.IOR);
      case NOT -> invert();
      default -> throw new IllegalStateException(tape.opcode(i) + " is no operation");
    }
  }

  private void lessThan() {
    code.visitInsn(Opcodes.DCMPG);
    signBit();
  }

  private void signBit() {
    code.visitIntInsn(Opcodes.BIPUSH, SIGN_SHIFT);
    code.visitInsn(Opcodes.IUSHR);
  }

  /** The comparison's −1, 0 or 1 has its lowest bit set where the sides differ or are NaN. */
  private void notEqual() {
    code.visitInsn(Opcodes.DCMPL);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IAND);
  }

  private void invert() {
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IXOR);
  }

  /** Jumps where a condition does not hold; a comparison used here alone needs no truth value. */
  void jumpUnless(int condition, Label target) {
    Opcode opcode = tape.opcode(condition);
    if (!stack.isStacked(condition) || !opcode.isComparison()) {
      push(condition);
      code.visitJumpInsn(Opcodes.IFEQ, target);
      return;
    }
    pending[condition]--;
    Uses.forEachOperand(tape, condition, this::push);
    code.visitInsn(Opcodes.DCMPG);
    code.visitJumpInsn(
        switch (opcode) {
          case LT -> Opcodes.IFGE;
          case LE -> Opcodes.IFGT;
          case EQ -> Opcodes.IFNE;
          default -> Opcodes.IFEQ;
        },
        target);
  }
}
