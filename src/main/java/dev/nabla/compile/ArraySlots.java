package dev.nabla.compile;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The arrays among the parameters of a generated method, and their elements.
 *
 * @param first the slot of the inputs; values, partials and scratch follow
 * @param count how many of the four arrays the method takes
 */
record ArraySlots(int first, int count) {
  static final String ARRAY = "[D";
  private static final int CHUNK_BITS = 15;

  /** The parameters of {@code evaluate(inputs, values, partials)}, behind {@code this}. */
  static final ArraySlots OF_INSTANCE = new ArraySlots(1, 3);

  /** The parameters of a static part (inputs, values, partials, scratch). */
  static final ArraySlots OF_PART = new ArraySlots(0, 4);

  int inputs() {
    return first;
  }

  int values() {
    return first + 1;
  }

  int partials() {
    return first + 2;
  }

  int scratch() {
    return first + 3;
  }

  /** The first slot behind the arrays. */
  int end() {
    return first + count;
  }

  /** The types of the parameters in a stack map frame; {@code this} is not needed any more. */
  List<Object> frameTypes() {
    List<Object> types = new ArrayList<>();
    for (int slot = 0; slot < first; slot++) {
      types.add(Opcodes.TOP);
    }
    for (int array = 0; array < count; array++) {
      types.add(ARRAY);
    }
    return types;
  }

  /** Pushes an array and an index, as an array load or store wants them. */
  static void pushElement(MethodVisitor code, int arraySlot, int index) {
    code.visitVarInsn(Opcodes.ALOAD, arraySlot);
    pushInt(code, index);
  }

  /** Pushes a number ≥ 0; a large one is put together, so that the constant pool stays small. */
  static void pushInt(MethodVisitor code, int number) {
    if (number <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, number);
    } else if (number <= Short.MAX_VALUE) {
      code.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      pushInt(code, number >> CHUNK_BITS);
      code.visitIntInsn(Opcodes.BIPUSH, CHUNK_BITS);
      code.visitInsn(Opcodes.ISHL);
      pushInt(code, number & ((1 << CHUNK_BITS) - 1));
      code.visitInsn(Opcodes.IOR);
    }
  }
}
