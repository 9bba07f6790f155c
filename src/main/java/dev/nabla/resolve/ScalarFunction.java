package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A function with concrete sizes, written out in scalars.
 *
 * @param name the function's name
 * @param pool the pool of all its expressions
 * @param inputs the scalar inputs: the variables' elements row-major, then the parameters'
 * @param variableCount how many of the inputs are variables
 * @param outputs the scalar outputs, row-major
 * @param outputSizes the shape of the output; empty for a scalar
 * @param outputLabels names of the outputs, or empty
 * @param assumptions conditions on the inputs
 * @param subscripts the inputs that are used as indices, by position, with the size they index
 * @param vanished what the text holds and the outputs do without: they have a value only where
 *     these have one
 * @param written how decimals were written
 * @param rules the rules of simplification that the text states
 */
public record ScalarFunction(
    String name,
    ExprPool pool,
    List<Element> inputs,
    int variableCount,
    List<Expr> outputs,
    List<Integer> outputSizes,
    List<String> outputLabels,
    List<Expr> assumptions,
    SortedMap<Integer, Integer> subscripts,
    List<Expr> vanished,
    Map<Rational, String> written,
    List<UserRule> rules) {

  /** The scalar inputs that are differentiated. */
  public List<Element> variables() {
    return inputs.subList(0, variableCount);
  }

  /** The same function under other assumptions. */
  public ScalarFunction assuming(List<Expr> others) {
    return new ScalarFunction(
        name,
        pool,
        inputs,
        variableCount,
        outputs,
        outputSizes,
        outputLabels,
        others,
        subscripts,
        vanished,
        written,
        rules);
  }
}
