package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.List;

/**
 * What a file and its functions from Java state, to be tested.
 *
 * @param pool the pool of all expressions
 * @param derivatives the stated derivatives
 * @param rules the stated rules
 */
public record Statements(ExprPool pool, List<Derivative> derivatives, List<UserRule> rules) {
  public Statements {
    derivatives = List.copyOf(derivatives);
    rules = List.copyOf(rules);
  }

  /**
   * ∂value/∂arguments[argument] = derivative where the domain's conditions hold.
   *
   * @param label the statement as a person would call it
   * @param arguments the arguments
   * @param argument which of them, from 0
   * @param value the function of the arguments
   * @param derivative what is stated
   * @param domain conditions on the arguments
   */
  public record Derivative(
      String label,
      List<Element> arguments,
      int argument,
      Expr value,
      Expr derivative,
      List<Expr> domain) {}
}
