package dev.nabla.matrix;

import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.Arrays;

/** Elementary functions in doubles. */
final class Elementary {
  private Elementary() {}

  static double call(String name, double... arguments) {
    ElementaryFunction.JavaCall call = FunctionTable.get(name).javaCall();
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, double.class);
    Object[] boxed = Arrays.stream(arguments).boxed().toArray();
    try {
      return (double) call.owner().getMethod(call.method(), types).invoke(null, boxed);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a kernel is missing", broken);
    }
  }
}
