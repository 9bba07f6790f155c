package dev.nabla.compile;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The code of one method: results go to locals, scratch and outputs; branches become jumps.
 *
 * <p>At each label the operand stack is empty and a stack map frame names the locals that are live:
 * so the verifier needs one pass, and no frames have to be computed.
 */
final class MethodCode {
  /** Enough for a tree of the largest height below an array store. */
  static final int MAX_STACK = 2 * OperandStack.LARGEST_HEIGHT + 16;

  private final Tape tape;
  private final MethodPlan plan;
  private final OperandStack stack;
  private final ScratchLayout scratch;
  private final Locals locals;
  private final MethodVisitor code;
  private final ArraySlots arrays;
  private final ExpressionCode expressions;
  private final IntConsumer unitCall;
  private final Deque<Label> targets = new ArrayDeque<>();

  MethodCode(
      TapeAnalysis analysis,
      Locals locals,
      int[] pending,
      MethodVisitor code,
      ArraySlots arrays,
      IntConsumer unitCall) {
    this.tape = analysis.tape();
    this.plan = analysis.plan();
    this.stack = analysis.stack();
    this.scratch = analysis.scratch();
    this.locals = locals;
    this.code = code;
    this.arrays = arrays;
    this.unitCall = unitCall;
    this.expressions = new ExpressionCode(analysis, locals, pending, code, arrays);
  }

  /** Emits the instructions, up to the return, and returns the size of the code in bytes. */
  int emit(int[] instructions) {
    locals.startMethod(arrays.end());
    expressions.expect(instructions);
    for (int i : instructions) {
      emit(i);
    }
    locals.endMethod();
    code.visitInsn(Opcodes.RETURN);
    Label end = new Label();
    code.visitLabel(end);
    code.visitMaxs(MAX_STACK, locals.limit());
    code.visitEnd();
    return end.getOffset();
  }

  private void emit(int i) {
    switch (tape.opcode(i)) {
      case INPUT, CONSTANT -> {}
      case PHI -> {
        if (!scratch.holds(i)) {
          locals.reserve(i);
        }
      }
      case IF -> openBlock(i);
      case ELSE -> exchangeBlocks(i);
      case END -> closeBlock(i);
      case YIELD -> assignSelection(i);
      case OUTPUT_VALUE -> output(i, arrays.values());
      case OUTPUT_PARTIAL -> output(i, arrays.partials());
      default -> {
        if (!stack.isStacked(i)) {
          expressions.pushOperation(i);
          store(i);
        }
      }
    }
  }

  private void store(int i) {
    boolean condition = tape.opcode(i).isCondition();
    int slot = locals.reserve(i);
    code.visitVarInsn(condition ? Opcodes.ISTORE : Opcodes.DSTORE, slot);
    locals.assigned(i, condition);
    if (scratch.holds(i)) {
      ArraySlots.pushElement(code, arrays.scratch(), scratch.place(i));
      code.visitVarInsn(condition ? Opcodes.ILOAD : Opcodes.DLOAD, slot);
      if (condition) {
        code.visitInsn(Opcodes.I2D);
      }
      code.visitInsn(Opcodes.DASTORE);
    }
    if (!expressions.isExpected(i)) {
      locals.release(i);
    }
  }

  private void output(int i, int array) {
    ArraySlots.pushElement(code, array, tape.immediate(i));
    expressions.push(tape.left(i));
    code.visitInsn(Opcodes.DASTORE);
  }

  private void assignSelection(int i) {
    int selection = tape.immediate(i);
    if (scratch.holds(selection)) {
      ArraySlots.pushElement(code, arrays.scratch(), scratch.place(selection));
      expressions.push(tape.left(i));
      code.visitInsn(Opcodes.DASTORE);
    } else {
      expressions.push(tape.left(i));
      code.visitVarInsn(Opcodes.DSTORE, locals.slot(selection));
    }
  }

  private void openBlock(int i) {
    Label otherwise = new Label();
    expressions.jumpUnless(tape.left(i), otherwise);
    targets.push(otherwise);
    locals.enterBlock();
    callUnit(i);
  }

  private void exchangeBlocks(int i) {
    locals.leaveBlock();
    Label end = new Label();
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(targets.pop());
    locals.visitFrame(code, arrays.frameTypes());
    targets.push(end);
    locals.enterBlock();
    callUnit(i);
  }

  private void closeBlock(int i) {
    locals.leaveBlock();
    for (int j = i - 1; tape.opcode(j) == Opcode.YIELD; j--) {
      if (locals.holds(tape.immediate(j))) {
        locals.assigned(tape.immediate(j), false);
      }
    }
    code.visitLabel(targets.pop());
    locals.visitFrame(code, arrays.frameTypes());
  }

  private void callUnit(int marker) {
    if (plan.unitOf(marker) != MethodPlan.INLINE) {
      unitCall.accept(plan.unitOf(marker));
    }
  }
}
