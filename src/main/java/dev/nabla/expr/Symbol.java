package dev.nabla.expr;

import java.util.Objects;

/**
 * A declared name; a model holds one symbol for each.
 *
 * @param name the name as written
 * @param kind what it stands for
 * @param order its place among the declared names, from 0: the order people expect in print
 */
public record Symbol(String name, Kind kind, int order) {
  /** What a declared name stands for. */
  public enum Kind {
    VARIABLE,
    PARAMETER,
    DIMENSION,
    /** A named array that is computed on the way. */
    ARRAY,
    /** A place holder of a rule or a template. */
    PLACEHOLDER
  }

  public Symbol {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
  }
}
