package dev.nabla.loop;

import dev.nabla.expr.Compare;
import dev.nabla.tape.FunctionMethods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The code of one method: statements on registers that are local variables. */
final class NestCode {
  private static final String MATH = "java/lang/Math";
  private static final String BINARY = "(DD)D";
  private static final String UNARY = "(D)D";
  private static final String FAILURES = Type.getInternalName(Failures.class);

  private final MethodVisitor code;
  private final LoopProgram program;
  private final Nest nest;
  private final NestMethods methods;
  private final Map<Register, Integer> slots = new HashMap<>();
  private int limit;

  NestCode(MethodVisitor code, LoopProgram program, Nest nest, NestMethods methods, int firstSlot) {
    this.code = code;
    this.program = program;
    this.nest = nest;
    this.methods = methods;
    this.limit = firstSlot;
  }

  // ---- registers

  static int width(Register register) {
    return register.kind() == Register.Kind.DOUBLE ? 2 : 1;
  }

  /** Whether the method has given the register a slot already. */
  boolean holds(Register register) {
    return slots.containsKey(register);
  }

  /** The slot of a register; a new one at first. */
  int slot(Register register) {
    return slots.computeIfAbsent(
        register,
        key -> {
          int slot = limit;
          limit += width(key);
          return slot;
        });
  }

  /** Lets a register be a parameter of the method. */
  void place(Register register, int slot) {
    slots.put(register, slot);
  }

  void load(Register register) {
    int opcode =
        switch (register.kind()) {
          case DOUBLE -> Opcodes.DLOAD;
          case INTEGER -> Opcodes.ILOAD;
          case ARRAY, MATRIX -> Opcodes.ALOAD;
        };
    Double constant =
        register.kind() == Register.Kind.DOUBLE ? nest.constants().get(register.number()) : null;
    if (constant == null) {
      code.visitVarInsn(opcode, slot(register));
    } else if (Double.doubleToRawLongBits(constant) == 0) {
      code.visitInsn(Opcodes.DCONST_0);
    } else {
      code.visitLdcInsn(constant);
    }
  }

  void store(Register register) {
    int opcode =
        switch (register.kind()) {
          case DOUBLE -> Opcodes.DSTORE;
          case INTEGER -> Opcodes.ISTORE;
          case ARRAY, MATRIX -> Opcodes.ASTORE;
        };
    code.visitVarInsn(opcode, slot(register));
  }

  private void loadDouble(int number) {
    load(Register.ofDouble(number));
  }

  private void storeDouble(int number) {
    store(Register.ofDouble(number));
  }

  private void storeInteger(int number) {
    store(Register.ofInteger(number));
  }

  private void loadInteger(int number) {
    load(Register.ofInteger(number));
  }

  private void push(Affine form) {
    boolean empty = true;
    for (Map.Entry<Integer, Integer> entry : form.coefficients().entrySet()) {
      loadInteger(entry.getKey());
      int factor = entry.getValue();
      if (factor != 1 && !(factor == -1 && !empty)) {
        IntegerCode.push(code, factor);
        code.visitInsn(Opcodes.IMUL);
      }
      if (!empty) {
        code.visitInsn(factor == -1 ? Opcodes.ISUB : Opcodes.IADD);
      }
      empty = false;
    }
    if (empty || form.constant() != 0) {
      IntegerCode.push(code, form.constant());
      if (!empty) {
        code.visitInsn(Opcodes.IADD);
      }
    }
  }

  // ---- control

  /** The code of statements inside a number of loops. */
  void emit(List<Statement> statements, int depth) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Loop loop) {
        if (depth == 0 || !methods.writeCall(loop, code, this)) {
          emitLoop(loop, depth + 1);
        }
      } else if (statement instanceof Statement.Branch branch) {
        emitBranch(branch, depth);
      } else {
        emit(statement);
      }
    }
  }

  void emitLoop(Statement.Loop loop, int depth) {
    Register index = Register.ofInteger(loop.index());
    push(loop.from());
    store(index);
    int below = limit;
    if (!loop.below().isConstant()) {
      push(loop.below());
      limit++;
      code.visitVarInsn(Opcodes.ISTORE, below);
    }
    Label head = new Label();
    Label end = new Label();
    code.visitLabel(head);
    load(index);
    if (loop.below().isConstant()) {
      push(loop.below());
    } else {
      code.visitVarInsn(Opcodes.ILOAD, below);
    }
    code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
    emit(loop.body(), depth);
    code.visitIincInsn(slot(index), loop.step());
    code.visitJumpInsn(Opcodes.GOTO, head);
    code.visitLabel(end);
  }

  private void emitBranch(Statement.Branch branch, int depth) {
    Label otherwise = new Label();
    Label end = new Label();
    loadInteger(branch.condition());
    code.visitJumpInsn(Opcodes.IFEQ, otherwise);
    emit(branch.whenTrue(), depth);
    if (!branch.whenFalse().isEmpty()) {
      code.visitJumpInsn(Opcodes.GOTO, end);
    }
    code.visitLabel(otherwise);
    emit(branch.whenFalse(), depth);
    code.visitLabel(end);
  }

  // ---- statements

  private void emit(Statement statement) {
    if (statement instanceof Statement.Compute compute) {
      loadDouble(compute.left());
      if (compute.operation().operands() > 1) {
        loadDouble(compute.right());
      }
      operate(compute.operation());
      storeDouble(compute.target());
    } else if (statement instanceof Statement.Call call) {
      call.arguments().forEach(this::loadDouble);
      new FunctionMethods(LoopClass.NAME, program.functions()).call(code, call.function());
      storeDouble(call.target());
    } else if (statement instanceof Statement.ToDouble convert) {
      push(convert.value());
      code.visitInsn(Opcodes.I2D);
      storeDouble(convert.target());
    } else if (statement instanceof Statement.Load load) {
      load(Register.ofArray(load.array()));
      push(load.position());
      code.visitInsn(Opcodes.DALOAD);
      storeDouble(load.target());
    } else if (statement instanceof Statement.Store store) {
      load(Register.ofArray(store.array()));
      push(store.position());
      loadDouble(store.value());
      code.visitInsn(Opcodes.DASTORE);
    } else {
      emitInteger(statement);
    }
  }

  private void operate(Operation operation) {
    switch (operation) {
      case COPY -> {}
      case ADD -> code.visitInsn(Opcodes.DADD);
      case SUBTRACT -> code.visitInsn(Opcodes.DSUB);
      case MULTIPLY -> code.visitInsn(Opcodes.DMUL);
      case DIVIDE -> code.visitInsn(Opcodes.DDIV);
      case NEGATE -> code.visitInsn(Opcodes.DNEG);
      case SQUARE_ROOT -> invoke(MATH, "sqrt", UNARY);
      case POWER -> invoke(MATH, "pow", BINARY);
      case MAXIMUM -> invoke(MATH, "max", BINARY);
      case MINIMUM -> invoke(MATH, "min", BINARY);
    }
  }

  private void invoke(String owner, String method, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, descriptor, false);
  }

  private void emitInteger(Statement statement) {
    if (statement instanceof Statement.CopyRow copy) {
      copyRow(copy);
    } else if (statement instanceof Statement.SelectRow select) {
      load(Register.ofMatrix(select.matrix()));
      push(select.row());
      code.visitInsn(Opcodes.AALOAD);
      store(Register.ofArray(select.target()));
    } else if (statement instanceof Statement.Assign assign) {
      push(assign.value());
      storeInteger(assign.target());
    } else if (statement instanceof Statement.Limit limit) {
      code.visitVarInsn(Opcodes.ALOAD, NestMethods.FLATS_SLOT);
      code.visitInsn(Opcodes.ARRAYLENGTH);
      IntegerCode.push(code, limit.value() - program.layout().flats().size());
      code.visitInsn(Opcodes.IADD);
      storeInteger(limit.target());
    } else if (statement instanceof Statement.ToInteger convert) {
      loadDouble(convert.source());
      code.visitLdcInsn(convert.text());
      invoke(FAILURES, "whole", "(DLjava/lang/String;)I");
      storeInteger(convert.target());
    } else if (statement instanceof Statement.Check check) {
      push(check.subscript());
      IntegerCode.push(code, check.size());
      code.visitLdcInsn(check.text());
      invoke(FAILURES, "check", "(IILjava/lang/String;)V");
    } else if (statement instanceof Statement.Test test) {
      test(test);
    } else if (statement instanceof Statement.TestInteger test) {
      push(test.difference());
      truth(unless(test.relation()), test.target());
    } else {
      connect((Statement.Connect) statement);
    }
  }

  private void copyRow(Statement.CopyRow copy) {
    Label end = new Label();
    push(copy.length());
    code.visitJumpInsn(Opcodes.IFLE, end);
    load(Register.ofArray(copy.source()));
    push(copy.sourceFrom());
    load(Register.ofArray(copy.target()));
    push(copy.targetFrom());
    push(copy.length());
    invoke("java/lang/System", "arraycopy", "(Ljava/lang/Object;ILjava/lang/Object;II)V");
    code.visitLabel(end);
  }

  /** A comparison with NaN does not hold, but for ≠. */
  private void test(Statement.Test test) {
    loadDouble(test.left());
    loadDouble(test.right());
    boolean less = test.relation() == Compare.Relation.LT || test.relation() == Compare.Relation.LE;
    code.visitInsn(less ? Opcodes.DCMPG : Opcodes.DCMPL);
    truth(unless(test.relation()), test.target());
  }

  private static int unless(Compare.Relation relation) {
    return switch (relation) {
      case LT -> Opcodes.IFGE;
      case LE -> Opcodes.IFGT;
      case EQ -> Opcodes.IFNE;
      case NE -> Opcodes.IFEQ;
    };
  }

  /** target = 0 where the jump is taken, else 1. */
  private void truth(int jump, int target) {
    Label otherwise = new Label();
    Label end = new Label();
    code.visitJumpInsn(jump, otherwise);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(otherwise);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitLabel(end);
    storeInteger(target);
  }

  private void connect(Statement.Connect connect) {
    loadInteger(connect.left());
    switch (connect.connective()) {
      case AND -> {
        loadInteger(connect.right());
        code.visitInsn(Opcodes.IAND);
      }
      case OR -> {
        loadInteger(connect.right());
        code.visitInsn(Opcodes.IOR);
      }
      case NOT -> {
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IXOR);
      }
    }
    storeInteger(connect.target());
  }
}
