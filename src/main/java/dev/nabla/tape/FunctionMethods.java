package dev.nabla.tape;

import dev.nabla.function.ElementaryFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The calls of functions in a generated class: static methods by their names; handles, which no
 * class loader knows by name, as constants that the class is loaded with, each in a small method of
 * its own. HotSpot inlines both.
 */
public final class FunctionMethods {
  private static final String UNARY = "(D)D";
  private static final String BINARY = "(DD)D";
  private static final String HANDLE = Type.getInternalName(MethodHandle.class);
  private static final Handle CLASS_DATA_AT =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          Type.getInternalName(MethodHandles.class),
          "classDataAt",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)"
              + "Ljava/lang/Object;",
          false);

  private final String owner;
  private final List<ElementaryFunction> functions;

  /**
   * The calls in a class.
   *
   * @param owner the class's internal name
   * @param functions the functions by their positions
   */
  public FunctionMethods(String owner, List<ElementaryFunction> functions) {
    this.owner = owner;
    this.functions = functions;
  }

  /** Calls a function whose arguments are on the operand stack. */
  public void call(MethodVisitor code, int position) {
    ElementaryFunction function = functions.get(position);
    String type = function.arity() == 1 ? UNARY : BINARY;
    if (function.handle().isEmpty()) {
      ElementaryFunction.JavaCall method = function.javaCall();
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(method.owner()),
          method.method(),
          type,
          method.owner().isInterface());
    } else {
      code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "function" + position, type, false);
    }
  }

  /** Writes the methods that call handles. */
  public void write(ClassVisitor type) {
    int constant = 0;
    for (int position = 0; position < functions.size(); position++) {
      if (functions.get(position).handle().isPresent()) {
        write(type, position, constant);
        constant++;
      }
    }
  }

  private void write(ClassVisitor type, int position, int constant) {
    int arity = functions.get(position).arity();
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC,
            "function" + position,
            arity == 1 ? UNARY : BINARY,
            null,
            null);
    code.visitCode();
    code.visitLdcInsn(new ConstantDynamic("_", "L" + HANDLE + ";", CLASS_DATA_AT, constant));
    for (int i = 0; i < arity; i++) {
      code.visitVarInsn(Opcodes.DLOAD, 2 * i);
    }
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, HANDLE, "invokeExact", arity == 1 ? UNARY : BINARY, false);
    code.visitInsn(Opcodes.DRETURN);
    code.visitMaxs(1 + 2 * arity, 2 * arity);
    code.visitEnd();
  }

  /** Loads a class that calls these functions; it goes when its last instance goes. */
  public Class<?> load(MethodHandles.Lookup lookup, byte[] bytes) throws IllegalAccessException {
    List<MethodHandle> handles = new ArrayList<>();
    for (ElementaryFunction function : functions) {
      function.handle().ifPresent(handles::add);
    }
    return handles.isEmpty()
        ? lookup.defineHiddenClass(bytes, true).lookupClass()
        : lookup.defineHiddenClassWithClassData(bytes, List.copyOf(handles), true).lookupClass();
  }
}
