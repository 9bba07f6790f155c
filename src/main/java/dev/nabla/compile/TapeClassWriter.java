package dev.nabla.compile;

import dev.nabla.tape.FunctionMethods;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a tape: one method if it fits, else static parts that {@code evaluate} calls
 * with the thread's scratch array, by way of a tree of drivers if there are many.
 *
 * <p>Class files of version 61 with stack map frames written by hand: the one-pass verifier is the
 * faster one, and the older one, which infers types, is not to stay in the platform for ever.
 */
final class TapeClassWriter {
  static final String NAME = "dev/nabla/compile/Evaluator";
  private static final String OBJECT = "java/lang/Object";
  private static final String THREAD_LOCAL = "java/lang/ThreadLocal";
  private static final String THREAD_LOCAL_TYPE = "Ljava/lang/ThreadLocal;";
  private static final String FIELD = "scratch";
  private static final String EVALUATE_TYPE = "([D[D[D)V";
  private static final String PART_TYPE = "([D[D[D[D)V";
  private static final int CALLS_PER_DRIVER = 500;
  private static final int PRIVATE_STATIC = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

  private final TapeAnalysis analysis;
  private final ClassWriter type = new ClassWriter(0);
  private final List<String> entries = new ArrayList<>();
  private int largestMethod;

  TapeClassWriter(TapeAnalysis analysis) {
    this.analysis = analysis;
  }

  TapeClass write() {
    type.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
        NAME,
        null,
        OBJECT,
        new String[] {Type.getInternalName(CompiledTape.class)});
    double[] scratch = analysis.scratch().initial();
    if (analysis.plan().methodCount() == 1 && scratch.length == 0) {
      writeConstructor(false);
      MethodVisitor evaluate = startEvaluate();
      writeCode(evaluate, ArraySlots.OF_INSTANCE, 0, locals(), pending());
    } else {
      // A thread always gets an array: an empty one would mean that there is no field.
      scratch = scratch.length == 0 ? new double[1] : scratch;
      type.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, FIELD, THREAD_LOCAL_TYPE, null, null)
          .visitEnd();
      writeConstructor(true);
      writeParts();
      writeEvaluate();
    }
    new FunctionMethods(NAME, analysis.tape().functions()).write(type);
    type.visitEnd();
    return new TapeClass(type.toByteArray(), largestMethod, scratch, analysis.tape().functions());
  }

  private Locals locals() {
    return new Locals(analysis.tape().size());
  }

  private int[] pending() {
    return new int[analysis.tape().size()];
  }

  private void writeParts() {
    for (List<Integer> unit : analysis.plan().units()) {
      entries.add(writeDrivers(unit.stream().map(method -> "part" + method).toList()));
    }
    int[][] instructions = analysis.plan().instructions();
    Locals locals = locals();
    int[] pending = pending();
    for (int method = 0; method < instructions.length; method++) {
      MethodVisitor code = type.visitMethod(PRIVATE_STATIC, "part" + method, PART_TYPE, null, null);
      code.visitCode();
      MethodCode body =
          new MethodCode(
              analysis,
              locals,
              pending,
              code,
              ArraySlots.OF_PART,
              unit -> callPart(code, ArraySlots.OF_PART, entries.get(unit)));
      largestMethod = Math.max(largestMethod, body.emit(instructions[method]));
    }
  }

  /** Methods that call the parts in order; the name of the one that runs them all. */
  private String writeDrivers(List<String> parts) {
    List<String> level = parts;
    for (int height = 1; level.size() > 1; height++) {
      List<String> drivers = new ArrayList<>();
      for (int from = 0; from < level.size(); from += CALLS_PER_DRIVER) {
        String name = "run" + height + "of" + level.get(from);
        writeDriver(name, level.subList(from, Math.min(level.size(), from + CALLS_PER_DRIVER)));
        drivers.add(name);
      }
      level = drivers;
    }
    return level.get(0);
  }

  private void writeDriver(String name, List<String> parts) {
    MethodVisitor code = type.visitMethod(PRIVATE_STATIC, name, PART_TYPE, null, null);
    code.visitCode();
    for (String part : parts) {
      callPart(code, ArraySlots.OF_PART, part);
    }
    finish(code, ArraySlots.OF_PART.end());
  }

  private static void callPart(MethodVisitor code, ArraySlots arrays, String part) {
    code.visitVarInsn(Opcodes.ALOAD, arrays.inputs());
    code.visitVarInsn(Opcodes.ALOAD, arrays.values());
    code.visitVarInsn(Opcodes.ALOAD, arrays.partials());
    code.visitVarInsn(Opcodes.ALOAD, arrays.scratch());
    code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, part, PART_TYPE, false);
  }

  private MethodVisitor startEvaluate() {
    MethodVisitor evaluate =
        type.visitMethod(Opcodes.ACC_PUBLIC, "evaluate", EVALUATE_TYPE, null, null);
    evaluate.visitCode();
    return evaluate;
  }

  private void writeCode(
      MethodVisitor code, ArraySlots arrays, int method, Locals locals, int[] pending) {
    MethodCode body =
        new MethodCode(
            analysis,
            locals,
            pending,
            code,
            arrays,
            unit -> {
              throw new IllegalStateException("one method calls no other");
            });
    largestMethod = Math.max(largestMethod, body.emit(analysis.plan().instructions()[method]));
  }

  private void writeEvaluate() {
    MethodVisitor code = startEvaluate();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, NAME, FIELD, THREAD_LOCAL_TYPE);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, THREAD_LOCAL, "get", "()Ljava/lang/Object;", false);
    code.visitTypeInsn(Opcodes.CHECKCAST, ArraySlots.ARRAY);
    code.visitVarInsn(Opcodes.ASTORE, ArraySlots.OF_INSTANCE.scratch());
    callPart(code, ArraySlots.OF_INSTANCE, entries.get(MethodPlan.ROOT_UNIT));
    finish(code, ArraySlots.OF_INSTANCE.scratch() + 1);
  }

  private void writeConstructor(boolean withScratch) {
    String descriptor = withScratch ? "(" + THREAD_LOCAL_TYPE + ")V" : "()V";
    MethodVisitor code = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    if (withScratch) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitFieldInsn(Opcodes.PUTFIELD, NAME, FIELD, THREAD_LOCAL_TYPE);
    }
    finish(code, withScratch ? 2 : 1);
  }

  /** Ends a method without instructions of the tape. */
  private void finish(MethodVisitor code, int maxLocals) {
    code.visitInsn(Opcodes.RETURN);
    Label end = new Label();
    code.visitLabel(end);
    code.visitMaxs(MethodCode.MAX_STACK, maxLocals);
    code.visitEnd();
    largestMethod = Math.max(largestMethod, end.getOffset());
  }
}
