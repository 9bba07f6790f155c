package dev.nabla.expr;

import java.util.List;
import java.util.Optional;

/**
 * What an {@link Apply} node applies: a named function of {@code arity} real arguments.
 *
 * <p>Two functions of the same name are the same function. The table of elementary functions
 * implements it with every facet; the pool needs no more than this.
 */
public interface Function {
  /** The name in the language, such as {@code tanh}. */
  String name();

  /** The number of arguments. */
  int arity();

  /** Names for the arguments, in order: those of the templates that belong to the function. */
  default List<String> arguments() {
    return List.of("x", "y").subList(0, arity());
  }

  /** What the function stands for, over its arguments, unless it is evaluated as such. */
  default Optional<Template> definition() {
    return Optional.empty();
  }
}
