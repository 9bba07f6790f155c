package dev.nabla.function;

import dev.nabla.expr.Function;
import dev.nabla.expr.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A function with a definition that stays a name in what is derived from it: swish(x), and for its
 * derivatives swish'(x), or g_x(x, y) where there are several arguments.
 *
 * <p>It is evaluated by its definition. Thread-safe.
 */
public final class KeptFunction implements Function {
  private final String root;
  private final List<String> arguments;
  private final List<Integer> orders;
  private final Template definition;
  private final IntFunction<Optional<Template>> stated;
  private final Map<Integer, KeptFunction> derivatives = new ConcurrentHashMap<>();

  /**
   * The function of that definition.
   *
   * @param definition the value over the arguments
   * @param stated the partial derivative for an argument where one is stated
   */
  public KeptFunction(
      String name,
      List<String> arguments,
      Template definition,
      IntFunction<Optional<Template>> stated) {
    this(name, arguments, Collections.nCopies(arguments.size(), 0), definition, stated);
  }

  private KeptFunction(
      String root,
      List<String> arguments,
      List<Integer> orders,
      Template definition,
      IntFunction<Optional<Template>> stated) {
    this.root = root;
    this.arguments = List.copyOf(arguments);
    this.orders = List.copyOf(orders);
    this.definition = definition;
    this.stated = stated;
  }

  /** The name with the arguments it was differentiated for: swish'', g_xy. */
  @Override
  public String name() {
    int order = order();
    if (order == 0) {
      return root;
    }
    if (arguments.size() == 1) {
      return root + "'".repeat(order);
    }
    String separator = arguments.stream().allMatch(name -> name.length() == 1) ? "" : "_";
    List<String> names = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      names.addAll(Collections.nCopies(orders.get(i), arguments.get(i)));
    }
    return root + "_" + String.join(separator, names);
  }

  /** The name of the function that this is a derivative of, or its own. */
  public String root() {
    return root;
  }

  /** How often it was differentiated. */
  public int order() {
    return orders.stream().mapToInt(Integer::intValue).sum();
  }

  /** The arguments that it was differentiated for, each as often as that. */
  public List<Integer> orders() {
    return orders;
  }

  @Override
  public int arity() {
    return arguments.size();
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public Optional<Template> definition() {
    return Optional.of(definition);
  }

  /** The derivative that is stated for an argument, counted from 0. */
  public Optional<Template> statedDerivative(int argument) {
    return stated.apply(argument);
  }

  /**
   * The derivative as a function of its own, derived once.
   *
   * @param derivation ∂definition/∂argument
   */
  public KeptFunction derivative(int argument, Supplier<Template> derivation) {
    KeptFunction known = derivatives.get(argument);
    if (known != null) {
      return known;
    }
    List<Integer> higher = new ArrayList<>(orders);
    higher.set(argument, higher.get(argument) + 1);
    KeptFunction derived =
        new KeptFunction(root, arguments, higher, derivation.get(), i -> Optional.empty());
    KeptFunction first = derivatives.putIfAbsent(argument, derived);
    return first == null ? derived : first;
  }

  @Override
  public String toString() {
    return name();
  }
}
