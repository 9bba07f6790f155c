package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.source.NablaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sizes of a function's arrays as numbers. */
public final class KnownSizes {
  private final IndexedFunction function;
  private final Map<String, Integer> given;

  /** The sizes that the text gives. */
  public KnownSizes(IndexedFunction function) {
    this(function, Map.of());
  }

  /**
   * The sizes that the text gives, and others by name.
   *
   * @throws IllegalArgumentException if a given size is below 1
   */
  public KnownSizes(IndexedFunction function, Map<String, Integer> given) {
    this.function = function;
    this.given = Map.copyOf(given);
    given.forEach(
        (name, size) -> {
          if (size < 1) {
            throw new IllegalArgumentException(
                "size '" + name + "' is " + size + ": a size is a whole number from 1");
          }
        });
  }

  /**
   * The size of each axis of an argument.
   *
   * @throws NablaException if one has no value
   */
  public List<Integer> of(IndexedFunction.Argument argument) {
    String name = argument.symbol().name();
    return argument.sizes().stream().map(size -> number(name, size)).toList();
  }

  /**
   * The size of each axis of the output.
   *
   * @throws NablaException if one has no value
   */
  public List<Integer> ofOutput() {
    return function.output().sizes().stream().map(size -> number("the output", size)).toList();
  }

  /** Whether every size of the arguments and of the output has a value. */
  public boolean areComplete() {
    return function.variables().stream().allMatch(argument -> areKnown(argument.sizes()))
        && function.parameters().stream().allMatch(argument -> areKnown(argument.sizes()))
        && areKnown(function.output().sizes());
  }

  private boolean areKnown(List<Expr> sizes) {
    return sizes.stream().allMatch(size -> valued(size) instanceof Num);
  }

  private Expr valued(Expr size) {
    ExprPool pool = function.pool();
    Map<Expr, Expr> values = new HashMap<>();
    for (Expr node : Traversal.postOrder(size)) {
      if (isSize(node) && given.containsKey(((Element) node).symbol().name())) {
        values.put(node, pool.num(given.get(((Element) node).symbol().name())));
      }
    }
    return new Substitution(pool, values).apply(size);
  }

  private static boolean isSize(Expr node) {
    return node instanceof Element element && element.symbol().kind() == Symbol.Kind.DIMENSION;
  }

  int number(String what, Expr size) {
    Expr value = valued(size);
    for (Expr node : Traversal.postOrder(value)) {
      if (isSize(node)) {
        String name = ((Element) node).symbol().name();
        throw NablaException.at(
            function.source(),
            function.span(),
            "size '" + name + "' of " + what + " has no value",
            "set it with --dim " + name + "=8, or in the file: dim " + name + " = 8");
      }
    }
    if (value instanceof Num num && num.value().isInt() && num.value().signum() > 0) {
      return num.value().intValue();
    }
    throw NablaException.at(
        function.source(),
        function.span(),
        "a size of " + what + " is " + SizeText.of(size) + ", which is no whole number from 1");
  }
}
