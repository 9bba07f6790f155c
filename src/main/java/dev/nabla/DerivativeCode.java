package dev.nabla;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.StableForms;
import dev.nabla.tape.JacobianTape;
import dev.nabla.tape.JacobianTapeBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Derivatives for an evaluator alone: operation by operation, without a closed form, but for sums
 * of exponentials.
 */
final class DerivativeCode {
  private final ScalarFunction function;
  private final List<Element> variables;
  private final Jacobian.Kind kind;
  private final EvaluatorOptions options;
  private final Optional<StableCode.Forms> stable;

  /** The code of one kind of derivatives of a function. */
  static DerivativeCode of(
      VectorFunction function,
      Jacobian.Kind kind,
      List<String> variables,
      EvaluatorOptions options) {
    Supplier<IndexedJacobian> derivation =
        switch (kind) {
          case JACOBIAN -> () -> function.indexedJacobian(variables);
          case GRADIENT -> {
            function.requireOneOutput("a gradient");
            yield () -> function.indexedGradient(variables);
          }
          case HESSIAN -> {
            function.requireOneOutput("a Hessian");
            yield () -> function.indexedHessian(variables);
          }
          case HIGHER ->
              throw new IllegalArgumentException("higher derivatives have closed forms only");
        };
    // The rows of a Hessian by several arrays are not those of one array.
    boolean isOneArray = new Variables(function.indexed()).arguments(variables).size() == 1;
    Optional<StableCode.Forms> stable =
        StableCode.mayBeNeeded(function.indexed()) && (kind != Jacobian.Kind.HESSIAN || isOneArray)
            ? derivation.get().stableForms()
            : Optional.empty();
    return new DerivativeCode(
        function.function(), function.columns(variables), kind, options, stable);
  }

  /** The Jacobian as far simplified as {@code effort} says, evaluated by derived code. */
  static Jacobian jacobian(VectorFunction function, List<String> variables, Effort effort) {
    JacobianTape code =
        of(function, Jacobian.Kind.JACOBIAN, variables, EvaluatorOptions.standard()).tape();
    return new JacobianDeriver(function.function(), effort)
        .jacobian(function.columns(variables))
        .evaluatedBy(Optional.of(new JacobianCode(function.function(), code)));
  }

  private DerivativeCode(
      ScalarFunction function,
      List<Element> variables,
      Jacobian.Kind kind,
      EvaluatorOptions options,
      Optional<StableCode.Forms> stable) {
    this.stable = stable;
    this.function = function;
    this.variables = variables;
    this.kind = kind;
    this.options = options;
  }

  JacobianTape tape() {
    List<Expr> inputs = List.copyOf(function.inputs());
    List<Expr> outputs = new StableForms(function.pool()).apply(function.outputs());
    Map<Expr, Integer> slotOf = new HashMap<>();
    inputs.forEach(input -> slotOf.put(input, slotOf.size()));
    int[] slots = variables.stream().mapToInt(slotOf::get).toArray();
    JacobianTapeBuilder builder = new JacobianTapeBuilder(function.pool(), inputs, outputs, slots);
    return stable
        .map(
            forms ->
                builder.build(
                    options.withValues() ? forms.values() : List.of(),
                    forms.rows(),
                    options.sparse()))
        .orElseGet(
            () ->
                builder.build(
                    kind == Jacobian.Kind.HESSIAN
                        ? JacobianTapeBuilder.Kind.HESSIAN
                        : JacobianTapeBuilder.Kind.JACOBIAN,
                    options.withValues(),
                    options.sparse()));
  }

  JacobianEvaluator compile() {
    JacobianTape derived = tape();
    return new JacobianEvaluator(
        derived.tape(),
        new EvaluatorShape(
            function.inputs().size(),
            Subscript.of(function),
            derived.pattern().rowCount(),
            derived.pattern().columnCount(),
            options.withValues(),
            options.sparse() ? Optional.of(derived.pattern()) : Optional.empty()));
  }
}
