package dev.nabla.expr;

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
}
