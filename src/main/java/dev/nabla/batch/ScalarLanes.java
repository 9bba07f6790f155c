package dev.nabla.batch;

import dev.nabla.tape.FunctionMethods;
import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One point at a time. HotSpot makes vector instructions of loops whose few steps are arithmetic.
 */
final class ScalarLanes implements Lanes {
  private static final String MATH = "java/lang/Math";

  private final Tape tape;
  private final FunctionMethods functions;

  ScalarLanes(Tape tape) {
    this.tape = tape;
    this.functions = new FunctionMethods(BlockCompiler.NAME, tape.functions());
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public boolean has(int instruction) {
    return tape.opcode(instruction).isArithmetic();
  }

  @Override
  public void load(MethodVisitor code, Runnable pushArrayAndIndex) {
    pushArrayAndIndex.run();
    code.visitInsn(Opcodes.DALOAD);
  }

  @Override
  public void store(MethodVisitor code, int local, Runnable pushArrayAndIndex) {
    pushArrayAndIndex.run();
    code.visitVarInsn(Opcodes.DLOAD, local);
    code.visitInsn(Opcodes.DASTORE);
  }

  @Override
  public void constant(MethodVisitor code, double value) {
    code.visitLdcInsn(value);
  }

  @Override
  public void operation(MethodVisitor code, int instruction) {
    Opcode opcode = tape.opcode(instruction);
    switch (opcode) {
      case ADD -> code.visitInsn(Opcodes.DADD);
      case SUB -> code.visitInsn(Opcodes.DSUB);
      case MUL -> code.visitInsn(Opcodes.DMUL);
      case DIV -> code.visitInsn(Opcodes.DDIV);
      case NEG -> code.visitInsn(Opcodes.DNEG);
      case SQRT -> code.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "sqrt", "(D)D", false);
      case POW -> code.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "pow", "(DD)D", false);
      case CALL_1, CALL_2 -> functions.call(code, tape.immediate(instruction));
      default -> throw new IllegalStateException(opcode + " needs a jump");
    }
  }

  @Override
  public void loadLocal(MethodVisitor code, int local) {
    code.visitVarInsn(Opcodes.DLOAD, local);
  }

  @Override
  public void storeLocal(MethodVisitor code, int local) {
    code.visitVarInsn(Opcodes.DSTORE, local);
  }

  @Override
  public void numbersOfTruth(MethodVisitor code, int local) {
    throw new IllegalStateException("conditions need jumps");
  }

  @Override
  public void truthOfNumbers(MethodVisitor code) {
    throw new IllegalStateException("conditions need jumps");
  }
}
