package dev.nabla.function;

import java.lang.invoke.MethodHandle;

/** How a function of doubles is called: by a name that is linked, or by a handle. */
public sealed interface JavaCall {
  /**
   * A public static method of doubles, which code of any class loader sees.
   *
   * @param owner the class
   * @param method the method's name
   */
  record StaticMethod(Class<?> owner, String method) implements JavaCall {}

  /** A method of doubles that code gets as a constant. */
  record Handle(MethodHandle handle) implements JavaCall {}
}
