package dev.nabla.loop;

import dev.nabla.tape.FunctionMethods;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A program as a class of its own: a method for each step, and one that calls them in order. */
final class LoopClass {
  static final String NAME = Type.getInternalName(LoopClass.class) + "Code";
  private static final String STEPS = Type.getInternalName(Steps.class);
  private static final String SCRATCH = Type.getInternalName(Scratch.class);
  private static final String FACTORS = Type.getInternalName(Factors.class);
  private static final String FACTORS_TYPE = "([D[D[D[DL" + SCRATCH + ";)V";
  private static final int SCRATCH_SLOT = 5;
  private static final int FLATS_SLOT = 6;
  private static final int MATRICES_SLOT = 7;

  private final LoopProgram program;
  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

  private LoopClass(LoopProgram program) {
    this.program = program;
  }

  /** Loads the program's class; it goes with the object. */
  static Steps load(LoopProgram program) {
    byte[] bytes = bytes(program);
    try {
      Constructor<?> constructor =
          new FunctionMethods(NAME, program.functions())
              .load(MethodHandles.lookup(), bytes)
              .getDeclaredConstructor();
      return (Steps) constructor.newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the compiled program does not load", impossible);
    }
  }

  /** The class file. */
  static byte[] bytes(LoopProgram program) {
    return new LoopClass(program).write();
  }

  private byte[] write() {
    type.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        NAME,
        null,
        "java/lang/Object",
        new String[] {STEPS});
    writeConstructor();
    writeRun();
    for (int i = 0; i < program.actions().size(); i++) {
      if (program.actions().get(i) instanceof Nest nest) {
        new NestMethods(type, NAME, "step" + i, program, nest).write();
      }
    }
    new FunctionMethods(NAME, program.functions()).write(type);
    type.visitEnd();
    return type.toByteArray();
  }

  private void writeConstructor() {
    MethodVisitor code = type.visitMethod(0, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeRun() {
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, "run", FACTORS_TYPE, null, null);
    code.visitCode();
    fetch(code, "flats", "()[[D", FLATS_SLOT);
    fetch(code, "matrices", "()[[[D", MATRICES_SLOT);
    int factorisations = 0;
    for (int i = 0; i < program.actions().size(); i++) {
      if (program.actions().get(i) instanceof Nest) {
        loadBuffers(code);
        code.visitVarInsn(Opcodes.ALOAD, FLATS_SLOT);
        code.visitVarInsn(Opcodes.ALOAD, MATRICES_SLOT);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "step" + i, NestMethods.STEP_TYPE, false);
      } else {
        code.visitVarInsn(Opcodes.ALOAD, SCRATCH_SLOT);
        IntegerCode.push(code, factorisations);
        code.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, SCRATCH, "factors", "(I)L" + FACTORS + ";", false);
        loadBuffers(code);
        code.visitVarInsn(Opcodes.ALOAD, SCRATCH_SLOT);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, FACTORS, "apply", FACTORS_TYPE, false);
        factorisations++;
      }
    }
    code.visitInsn(Opcodes.RETURN);
    Label end = new Label();
    code.visitLabel(end);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void fetch(MethodVisitor code, String accessor, String descriptor, int slot) {
    code.visitVarInsn(Opcodes.ALOAD, SCRATCH_SLOT);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, SCRATCH, accessor, descriptor, false);
    code.visitVarInsn(Opcodes.ASTORE, slot);
  }

  private static void loadBuffers(MethodVisitor code) {
    for (int slot = 1; slot < SCRATCH_SLOT; slot++) {
      code.visitVarInsn(Opcodes.ALOAD, slot);
    }
  }
}
