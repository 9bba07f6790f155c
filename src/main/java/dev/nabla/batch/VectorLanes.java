package dev.nabla.batch;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.DUP_X2;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.SWAP;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.Optional;
import org.objectweb.asm.MethodVisitor;

/** The points of one vector register: a {@code DoubleVector}, and a mask for truth values. */
final class VectorLanes implements Lanes {
  private static final String OPERATORS = VectorModule.PACKAGE + "VectorOperators";
  private static final String DOUBLES = VectorModule.PACKAGE + "DoubleVector";
  private static final String MASK = VectorModule.PACKAGE + "VectorMask";
  private static final String DOUBLES_TYPE = "L" + DOUBLES + ";";
  private static final String MASK_TYPE = "L" + MASK + ";";
  private static final String VECTOR_TYPE = "L" + VectorModule.PACKAGE + "Vector;";
  private static final String SPECIES_TYPE = "L" + VectorModule.PACKAGE + "VectorSpecies;";
  private static final String UNARY = "(L" + OPERATORS + "$Unary;)" + DOUBLES_TYPE;
  private static final String BINARY =
      "(L" + OPERATORS + "$Binary;" + VECTOR_TYPE + ")" + DOUBLES_TYPE;
  private static final String COMPARISON =
      "(L" + OPERATORS + "$Comparison;" + VECTOR_TYPE + ")" + MASK_TYPE;

  private final Tape tape;
  private final VectorModule module;

  VectorLanes(Tape tape, VectorModule module) {
    this.tape = tape;
    this.module = module;
  }

  @Override
  public int count() {
    return module.laneCount();
  }

  @Override
  public boolean has(int i) {
    return switch (tape.opcode(i)) {
      case CALL_1, CALL_2 -> tape.function(i).vectorOperator().isPresent();
      default -> true;
    };
  }

  @Override
  public void load(MethodVisitor code, Runnable pushArrayAndIndex) {
    species(code);
    pushArrayAndIndex.run();
    code.visitMethodInsn(
        INVOKESTATIC, DOUBLES, "fromArray", "(" + SPECIES_TYPE + "[DI)" + DOUBLES_TYPE, false);
  }

  @Override
  public void store(MethodVisitor code, int local, Runnable pushArrayAndIndex) {
    code.visitVarInsn(ALOAD, local);
    storeNumbers(code, pushArrayAndIndex);
  }

  private static void storeNumbers(MethodVisitor code, Runnable pushArrayAndIndex) {
    pushArrayAndIndex.run();
    code.visitMethodInsn(INVOKEVIRTUAL, DOUBLES, "intoArray", "([DI)V", false);
  }

  @Override
  public void constant(MethodVisitor code, double value) {
    species(code);
    code.visitLdcInsn(value);
    broadcast(code);
  }

  private static void species(MethodVisitor code) {
    code.visitFieldInsn(GETSTATIC, DOUBLES, "SPECIES_PREFERRED", SPECIES_TYPE);
  }

  private static void broadcast(MethodVisitor code) {
    code.visitMethodInsn(
        INVOKESTATIC, DOUBLES, "broadcast", "(" + SPECIES_TYPE + "D)" + DOUBLES_TYPE, false);
  }

  @Override
  public void operation(MethodVisitor code, int i) {
    Opcode opcode = tape.opcode(i);
    switch (opcode) {
      case ADD, SUB, MUL, DIV, NEG, SQRT -> lanewise(code, opcode.name(), opcode.operands());
      case POW -> power(code, tape.right(i));
      case CALL_1, CALL_2 -> {
        Optional<String> operator = tape.function(i).vectorOperator();
        lanewise(code, operator.orElseThrow(), opcode.operands());
      }
      case LT, LE, EQ, NE -> compare(code, opcode.name());
      case AND, OR ->
          code.visitMethodInsn(
              INVOKEVIRTUAL, MASK, opcode.text(), "(" + MASK_TYPE + ")" + MASK_TYPE, false);
      case NOT -> code.visitMethodInsn(INVOKEVIRTUAL, MASK, "not", "()" + MASK_TYPE, false);
      case PHI -> blend(code);
      default -> throw new IllegalStateException(opcode + " is no operation");
    }
  }

  /**
   * a^b. The operator follows C, where (±1)^b is 1 even if b is infinite or not a number; in Java
   * it is not a number, as b − b is.
   */
  private void power(MethodVisitor code, int exponent) {
    if (tape.opcode(exponent) == Opcode.CONSTANT && Double.isFinite(tape.constant(exponent))) {
      lanewise(code, "POW", 2);
      return;
    }
    code.visitInsn(DUP2);
    lanewise(code, "POW", 2);
    // a, b, a^b becomes a^b, a^b + (b − b), |a| = 1.
    code.visitInsn(DUP_X2);
    code.visitInsn(SWAP);
    code.visitInsn(DUP);
    lanewise(code, "SUB", 2);
    lanewise(code, "ADD", 2);
    code.visitInsn(SWAP);
    lanewise(code, "ABS", 1);
    constant(code, 1);
    compare(code, "EQ");
    blend(code);
  }

  private static void blend(MethodVisitor code) {
    code.visitMethodInsn(
        INVOKEVIRTUAL, DOUBLES, "blend", "(" + VECTOR_TYPE + MASK_TYPE + ")" + DOUBLES_TYPE, false);
  }

  private void lanewise(MethodVisitor code, String operator, int operands) {
    operator(code, operator);
    if (operands == 2) {
      // The operator goes between the operands.
      code.visitInsn(SWAP);
    }
    code.visitMethodInsn(INVOKEVIRTUAL, DOUBLES, "lanewise", operands == 1 ? UNARY : BINARY, false);
  }

  private void compare(MethodVisitor code, String operator) {
    operator(code, operator);
    code.visitInsn(SWAP);
    code.visitMethodInsn(INVOKEVIRTUAL, DOUBLES, "compare", COMPARISON, false);
  }

  private void operator(MethodVisitor code, String name) {
    code.visitFieldInsn(GETSTATIC, OPERATORS, name, module.operatorType(name));
  }

  @Override
  public void loadLocal(MethodVisitor code, int local) {
    code.visitVarInsn(ALOAD, local);
  }

  @Override
  public void storeLocal(MethodVisitor code, int local) {
    code.visitVarInsn(ASTORE, local);
  }

  @Override
  public void numbersOfTruth(MethodVisitor code, int local) {
    species(code);
    code.visitInsn(DCONST_0);
    broadcast(code);
    constant(code, 1);
    code.visitVarInsn(ALOAD, local);
    blend(code);
  }

  @Override
  public void truthOfNumbers(MethodVisitor code) {
    constant(code, 0);
    compare(code, "NE");
  }
}
