package dev.nabla.batch;

import dev.nabla.tape.FunctionMethods;
import dev.nabla.tape.Tape;
import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Compiles a plan to a hidden class with a method for each loop over the points of a block.
 *
 * <p>HotSpot turns the operations on vectors into instructions only where it has inlined all of
 * them, and gives up inlining in methods that grow too large; vectors that cross a call, or stand
 * in an array, would be objects on the heap. So methods are small, and numbers cross them in slots.
 */
final class BlockCompiler {
  /** The internal name of the generated class. */
  static final String NAME = "dev/nabla/batch/Block";

  private static final String OBJECT = "java/lang/Object";
  private static final String PART_TYPE = "([DI[I)V";
  private static final int MAX_STACK = 12;

  private final Tape tape;
  private final BlockPlan plan;
  private final int stride;
  private final FunctionMethods functions;
  private final Lanes lanes;
  private final Lanes calls;
  private final ClassWriter type = new ClassWriter(0);

  /** A compiler; {@code lanes} do what they have operations for. */
  BlockCompiler(Tape tape, BlockPlan plan, int stride, Lanes lanes) {
    this.tape = tape;
    this.plan = plan;
    this.stride = stride;
    this.lanes = lanes;
    this.functions = new FunctionMethods(NAME, tape.functions());
    this.calls = new ScalarLanes(tape);
  }

  BlockCode compile() {
    type.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL,
        NAME,
        null,
        OBJECT,
        new String[] {Type.getInternalName(BlockCode.class)});
    writeConstructor();
    for (int part = 0; part < plan.loops().size(); part++) {
      writePart(part, plan.loops().get(part));
    }
    writeRun(plan.loops().size());
    functions.write(type);
    type.visitEnd();
    return load(type.toByteArray());
  }

  private BlockCode load(byte[] bytes) {
    try {
      return (BlockCode)
          functions.load(MethodHandles.lookup(), bytes).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the generated class does not load", impossible);
    }
  }

  private void writeConstructor() {
    MethodVisitor code = type.visitMethod(0, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    finish(code, 1);
  }

  private void writePart(int number, BlockPlan.Loop loop) {
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "part" + number, PART_TYPE, null, null);
    code.visitCode();
    Lanes own = loop.isLanewise() ? lanes : calls;
    finish(code, new LoopCode(tape, plan, stride, own, code).write(loop));
  }

  private void writeRun(int parts) {
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, "run", PART_TYPE, null, null);
    code.visitCode();
    for (int part = 0; part < parts; part++) {
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitVarInsn(Opcodes.ILOAD, 2);
      code.visitVarInsn(Opcodes.ALOAD, 3);
      code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "part" + part, PART_TYPE, false);
    }
    finish(code, 4);
  }

  private static void finish(MethodVisitor code, int locals) {
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(MAX_STACK, locals);
    code.visitEnd();
  }
}
