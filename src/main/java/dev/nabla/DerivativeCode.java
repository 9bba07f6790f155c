package dev.nabla;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.StableForms;
import dev.nabla.tape.JacobianTape;
import dev.nabla.tape.JacobianTapeBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Derivatives for an evaluator alone: operation by operation, without a closed form. */
final class DerivativeCode {
  private final ScalarFunction function;
  private final List<Element> variables;

  DerivativeCode(ScalarFunction function, List<Element> variables) {
    this.function = function;
    this.variables = variables;
  }

  JacobianTape tape(Jacobian.Kind kind, boolean withValues) {
    List<Expr> inputs = List.copyOf(function.inputs());
    List<Expr> outputs = new StableForms(function.pool()).apply(function.outputs());
    Map<Expr, Integer> slotOf = new HashMap<>();
    inputs.forEach(input -> slotOf.put(input, slotOf.size()));
    int[] slots = variables.stream().mapToInt(slotOf::get).toArray();
    JacobianTapeBuilder builder = new JacobianTapeBuilder(inputs, outputs, slots);
    return builder.build(
        kind == Jacobian.Kind.HESSIAN
            ? JacobianTapeBuilder.Kind.HESSIAN
            : JacobianTapeBuilder.Kind.JACOBIAN,
        withValues);
  }
}
