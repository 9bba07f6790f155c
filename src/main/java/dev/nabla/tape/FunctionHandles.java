package dev.nabla.tape;

import dev.nabla.function.ElementaryFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** Functions as method handles, by their positions in a list: what the interpreters call. */
public final class FunctionHandles {
  private static final MethodType UNARY = MethodType.methodType(double.class, double.class);
  private static final MethodType BINARY = UNARY.appendParameterTypes(double.class);

  private final MethodHandle[] handles;

  public FunctionHandles(List<ElementaryFunction> functions) {
    handles = functions.stream().map(FunctionHandles::handle).toArray(MethodHandle[]::new);
  }

  private static MethodHandle handle(ElementaryFunction function) {
    if (function.handle().isPresent()) {
      return function.handle().get();
    }
    ElementaryFunction.JavaCall call = function.javaCall();
    try {
      return MethodHandles.publicLookup()
          .findStatic(call.owner(), call.method(), function.arity() == 1 ? UNARY : BINARY);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(function.name() + " has no public method " + call, missing);
    }
  }

  public double call(int function, double x) {
    try {
      return (double) handles[function].invokeExact(x);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  public double call(int function, double x, double y) {
    try {
      return (double) handles[function].invokeExact(x, y);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }
}
