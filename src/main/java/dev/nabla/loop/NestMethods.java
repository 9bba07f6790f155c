package dev.nabla.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods of a nest: one for the step, and one for each loop inside another, so that the
 * just-in-time compiler has it compiled after a few calls and need not wait for the outer loop.
 */
final class NestMethods {
  /** HotSpot compiles no method of more than 8,000 bytes. */
  static final int LARGEST_METHOD = 7_900;

  private static final int PRIVATE_STATIC = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
  private static final int MOST_PARAMETER_SLOTS = 240;
  static final int FLATS_SLOT = Layout.FIRST_FLAT;
  private static final int MATRICES_SLOT = Layout.FIRST_FLAT + 1;
  private static final int FIRST_FREE_SLOT = Layout.FIRST_FLAT + 2;

  /** The type of a step's method: the four arrays of the call, the flats, the matrices. */
  static final String STEP_TYPE = "([D[D[D[D[[D[[[D)V";

  private final ClassVisitor type;
  private final String owner;
  private final String name;
  private final LoopProgram program;
  private final Nest nest;
  private int parts;

  NestMethods(ClassVisitor type, String owner, String name, LoopProgram program, Nest nest) {
    this.type = type;
    this.owner = owner;
    this.name = name;
    this.program = program;
    this.nest = nest;
  }

  /** Writes the method of the step and all that it calls. */
  void write() {
    MethodVisitor code = type.visitMethod(PRIVATE_STATIC, name, STEP_TYPE, null, null);
    code.visitCode();
    NestCode body = new NestCode(code, program, nest, this, FIRST_FREE_SLOT);
    Set<Register> read = new LinkedHashSet<>();
    Register.collect(nest.body(), read, new LinkedHashSet<>());
    for (Register register : read) {
      loadShared(register, code, body);
    }
    body.emit(nest.body(), 0);
    code.visitInsn(Opcodes.RETURN);
    finish(code, name);
  }

  private static void loadShared(Register register, MethodVisitor code, NestCode body) {
    boolean isArray = register.kind() == Register.Kind.ARRAY && register.number() >= 0;
    if (isArray && register.number() < Layout.FIRST_FLAT) {
      body.place(register, register.number());
    } else if (isArray || register.kind() == Register.Kind.MATRIX) {
      code.visitVarInsn(Opcodes.ALOAD, isArray ? FLATS_SLOT : MATRICES_SLOT);
      int position = isArray ? register.number() - Layout.FIRST_FLAT : register.number();
      IntegerCode.push(code, position);
      code.visitInsn(Opcodes.AALOAD);
      code.visitVarInsn(Opcodes.ASTORE, body.slot(register));
    }
  }

  /** Writes a loop as a method of its own and a call of it, if it takes and gives few values. */
  boolean writeCall(Statement.Loop loop, MethodVisitor caller, NestCode callerCode) {
    Set<Register> read = new LinkedHashSet<>();
    Set<Register> set = new LinkedHashSet<>();
    Register.collect(List.of(loop), read, set);
    List<Register> results = set.stream().filter(callerCode::holds).toList();
    Set<Register> needed = new LinkedHashSet<>(read);
    needed.addAll(results);
    List<Register> parameters = needed.stream().filter(callerCode::holds).toList();
    int slots = parameters.stream().mapToInt(NestCode::width).sum();
    boolean isSimple =
        results.isEmpty() || (results.size() == 1 && results.get(0).kind() != Register.Kind.ARRAY);
    if (!isSimple || slots > MOST_PARAMETER_SLOTS) {
      return false;
    }
    parts++;
    String part = name + "part" + parts;
    String descriptor = descriptor(parameters, results);
    parameters.forEach(register -> callerCode.load(register));
    caller.visitMethodInsn(Opcodes.INVOKESTATIC, owner, part, descriptor, false);
    results.forEach(register -> callerCode.store(register));
    writePart(part, descriptor, loop, parameters, results);
    return true;
  }

  private static String descriptor(List<Register> parameters, List<Register> results) {
    StringBuilder text = new StringBuilder("(");
    parameters.forEach(register -> text.append(register.kind().descriptor()));
    return text.append(')')
        .append(results.isEmpty() ? "V" : results.get(0).kind().descriptor())
        .toString();
  }

  private void writePart(
      String part,
      String descriptor,
      Statement.Loop loop,
      List<Register> parameters,
      List<Register> results) {
    MethodVisitor code = type.visitMethod(PRIVATE_STATIC, part, descriptor, null, null);
    code.visitCode();
    NestCode body = new NestCode(code, program, nest, this, 0);
    List<Register> all = new ArrayList<>(parameters);
    all.forEach(register -> body.slot(register));
    body.emitLoop(loop, 1);
    results.forEach(register -> body.load(register));
    code.visitInsn(
        results.isEmpty()
            ? Opcodes.RETURN
            : results.get(0).kind() == Register.Kind.DOUBLE ? Opcodes.DRETURN : Opcodes.IRETURN);
    finish(code, part);
  }

  private static void finish(MethodVisitor code, String method) {
    Label end = new Label();
    code.visitLabel(end);
    code.visitMaxs(0, 0);
    code.visitEnd();
    if (end.getOffset() > LARGEST_METHOD) {
      throw new IllegalArgumentException(
          "a step of the program is too large to be compiled: its method "
              + method
              + " has "
              + end.getOffset()
              + " bytes, more than "
              + LARGEST_METHOD);
    }
  }
}
