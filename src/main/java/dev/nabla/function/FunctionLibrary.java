package dev.nabla.function;

import java.util.List;

/**
 * Functions from Java, for {@link java.util.ServiceLoader}: a class with a public constructor
 * without parameters, named in {@code META-INF/services/dev.nabla.function.FunctionLibrary}.
 */
public interface FunctionLibrary {
  /** The functions, each under a name of its own. */
  List<JavaFunction> functions();
}
