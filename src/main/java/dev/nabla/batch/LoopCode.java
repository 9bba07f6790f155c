package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The code of one loop over the points of a block. Values that only this loop uses stay in local
 * variables, of which none is alive from one round to the next.
 */
final class LoopCode {
  private static final int BLOCK = 0;
  private static final int POINTS = 1;
  private static final int STARTS = 2;
  private static final int POINT = 3;
  private static final int FIRST_VALUE = 4;
  private static final Object[] FRAME = {"[D", Opcodes.INTEGER, "[I", Opcodes.INTEGER};

  private final Tape tape;
  private final BlockPlan plan;
  private final int stride;
  private final Lanes lanes;
  private final MethodVisitor code;
  private final Map<Integer, Integer> locals = new HashMap<>();

  LoopCode(Tape tape, BlockPlan plan, int stride, Lanes lanes, MethodVisitor code) {
    this.tape = tape;
    this.plan = plan;
    this.stride = stride;
    this.lanes = lanes;
    this.code = code;
  }

  /** Writes the loop; the answer is the number of local variables that it takes. */
  int write(BlockPlan.Loop loop) {
    Label head = new Label();
    Label end = new Label();
    code.visitInsn(Opcodes.ICONST_0);
    code.visitVarInsn(Opcodes.ISTORE, POINT);
    code.visitLabel(head);
    frame();
    code.visitVarInsn(Opcodes.ILOAD, POINT);
    code.visitVarInsn(Opcodes.ILOAD, POINTS);
    code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
    loop.steps().forEach(this::write);
    code.visitIincInsn(POINT, lanes.count());
    code.visitJumpInsn(Opcodes.GOTO, head);
    code.visitLabel(end);
    frame();
    return FIRST_VALUE + 2 * locals.size();
  }

  private void frame() {
    code.visitFrame(Opcodes.F_NEW, FRAME.length, FRAME, 0, new Object[0]);
  }

  private void write(Step step) {
    if (tape.opcode(step.value()) == Opcode.PHI) {
      // Where the condition holds, the second side is replaced by the first.
      push(step.third());
      push(step.second());
      push(step.first());
    } else {
      step.forEachOperand(this::push);
    }
    lanes.operation(code, step.value());
    keep(step.value());
    if (plan.hasSlot(step.value())) {
      store(step.value());
    }
    for (int output : plan.outputsOf(step.value())) {
      lanes.store(code, locals.get(step.value()), () -> pushOutput(output));
    }
  }

  /** The caller says where each output starts. */
  private void pushOutput(int output) {
    code.visitVarInsn(Opcodes.ALOAD, BLOCK);
    code.visitVarInsn(Opcodes.ALOAD, STARTS);
    code.visitLdcInsn(output);
    code.visitInsn(Opcodes.IALOAD);
    code.visitVarInsn(Opcodes.ILOAD, POINT);
    code.visitInsn(Opcodes.IADD);
  }

  private void store(int value) {
    int local = locals.get(value);
    if (tape.opcode(value).isCondition()) {
      lanes.numbersOfTruth(code, local);
      lanes.storeLocal(code, local + 1);
      lanes.store(code, local + 1, () -> pushElement(value));
    } else {
      lanes.store(code, local, () -> pushElement(value));
    }
  }

  private void push(int value) {
    fetch(value);
    lanes.loadLocal(code, locals.get(value));
  }

  /** Brings a value to a local variable. */
  private void fetch(int value) {
    if (locals.containsKey(value)) {
      return;
    }
    if (tape.opcode(value) == Opcode.CONSTANT) {
      lanes.constant(code, tape.constant(value));
    } else {
      lanes.load(code, () -> pushElement(value));
      if (tape.opcode(value).isCondition()) {
        lanes.truthOfNumbers(code);
      }
    }
    keep(value);
  }

  private void keep(int value) {
    int local = FIRST_VALUE + 2 * locals.size();
    locals.put(value, local);
    lanes.storeLocal(code, local);
  }

  private void pushElement(int value) {
    code.visitVarInsn(Opcodes.ALOAD, BLOCK);
    code.visitVarInsn(Opcodes.ILOAD, POINT);
    code.visitLdcInsn(plan.slot(value) * stride);
    code.visitInsn(Opcodes.IADD);
  }
}
