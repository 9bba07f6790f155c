package dev.nabla.loop;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that pushes integers. */
final class IntegerCode {
  private IntegerCode() {}

  static void push(MethodVisitor code, int value) {
    if (value >= -1 && value <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      code.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      code.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      code.visitLdcInsn(value);
    }
  }
}
