package dev.nabla;

import dev.nabla.expr.Element;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A function from the reals to a vector, written out in scalars, ready to be differentiated. */
public final class VectorFunction {
  private final ScalarFunction function;

  VectorFunction(ScalarFunction function) {
    this.function = function;
  }

  /** The name it was defined with. */
  public String name() {
    return function.name();
  }

  /** The number of scalar outputs. */
  public int outputCount() {
    return function.outputs().size();
  }

  /** Where to put the values of the arguments, by name. */
  public InputValues.Builder inputs() {
    return new InputValues.Builder(function.inputs());
  }

  /** The Jacobian ∂fᵢ/∂xⱼ for all variables. */
  public Jacobian jacobian() {
    return jacobian(List.of());
  }

  /**
   * The Jacobian for the named variables only.
   *
   * @param variables names of variables, in the order of the columns; empty for all
   * @throws IllegalArgumentException for a name that is no variable
   */
  public Jacobian jacobian(List<String> variables) {
    return new JacobianDeriver(function).jacobian(columns(variables));
  }

  /** The gradient ∂f/∂xⱼ of a function with one output, for all variables. */
  public Jacobian gradient() {
    return gradient(List.of());
  }

  /**
   * The gradient ∂f/∂xⱼ of a function with one output, as a Jacobian of one row.
   *
   * @throws IllegalArgumentException if there is more than one output, or a name is no variable
   */
  public Jacobian gradient(List<String> variables) {
    requireOneOutput("a gradient");
    return new JacobianDeriver(function).gradient(columns(variables));
  }

  /** The Hessian ∂²f/∂xᵢ∂xⱼ of a function with one output, for all variables. */
  public Jacobian hessian() {
    return hessian(List.of());
  }

  /**
   * The Hessian ∂²f/∂xᵢ∂xⱼ of a function with one output: the Jacobian of its gradient, so an
   * evaluator's values are the gradient.
   *
   * @throws IllegalArgumentException if there is more than one output, or a name is no variable
   */
  public Jacobian hessian(List<String> variables) {
    requireOneOutput("a Hessian");
    return new JacobianDeriver(function).hessian(columns(variables));
  }

  /**
   * dⁿf/dxⁿ of a function with one output and one variable.
   *
   * @param variables the variable's name; empty if there is only one
   * @param order n, from 1 to 100
   * @throws IllegalArgumentException if there is more than one output or variable
   */
  public Jacobian derivative(List<String> variables, int order) {
    requireOneOutput("a higher derivative");
    if (order < 1 || order > 100) {
      throw new IllegalArgumentException("the order of a derivative is a number from 1 to 100");
    }
    List<Element> columns = columns(variables);
    if (columns.size() != 1) {
      throw new IllegalArgumentException(
          "a higher derivative is by one variable; here are " + columns.size());
    }
    return new JacobianDeriver(function).derivative(columns.get(0), order);
  }

  private void requireOneOutput(String what) {
    if (outputCount() != 1) {
      throw new IllegalArgumentException(
          what
              + " needs a function with one output; '"
              + name()
              + "' has "
              + outputCount()
              + ": use jacobian");
    }
  }

  private List<Element> columns(List<String> names) {
    if (names.isEmpty()) {
      return function.variables();
    }
    List<Element> columns = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      List<Element> elements =
          function.variables().stream()
              .filter(element -> element.symbol().name().equals(name.strip()))
              .toList();
      if (elements.isEmpty()) {
        throw new IllegalArgumentException(
            "'"
                + name
                + "' is not a variable of '"
                + name()
                + "'; it has "
                + String.join(", ", variableNames()));
      }
      columns.addAll(elements);
    }
    return List.copyOf(columns);
  }

  private Set<String> variableNames() {
    Set<String> names = new LinkedHashSet<>();
    function.variables().forEach(element -> names.add(element.symbol().name()));
    return names;
  }
}
