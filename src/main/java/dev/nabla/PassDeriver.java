package dev.nabla;

import dev.nabla.array.ChainRule;
import dev.nabla.expr.Expr;
import dev.nabla.print.Equations;
import dev.nabla.print.PassEquations;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.simplify.Reliance;
import java.util.List;
import java.util.function.Function;

/** J·v and uᵀJ in closed form, array by array, with what they hold under. */
final class PassDeriver {
  private final IndexedFunction function;
  private final List<IndexedFunction.Argument> variables;

  PassDeriver(IndexedFunction function, List<IndexedFunction.Argument> variables) {
    this.function = function;
    this.variables = variables;
  }

  Equations tangents(Notation notation) {
    return derive("Tangents of " + function.name(), ChainRule::forward, notation);
  }

  Equations cotangents(Notation notation) {
    return derive("Cotangents of " + function.name(), ChainRule::backward, notation);
  }

  private Equations derive(
      String title, Function<ChainRule, ChainRule.Pass> direction, Notation notation) {
    Function<IndexedFunction, Equations> derivation =
        assuming -> {
          ChainRule.Pass pass = direction.apply(new ChainRule(assuming, variables));
          return written(new PassEquations(assuming, pass, title), notation);
        };
    Equations equations = derivation.apply(function);
    List<Expr> reliedOn =
        Reliance.of(
            function.assumptions(),
            kept -> derivation.apply(function.assuming(kept)).equals(equations));
    return equations.relyingOn(reliedOn, function);
  }

  private static Equations written(PassEquations equations, Notation notation) {
    return switch (notation) {
      case INDEX -> equations.inIndexNotation();
      case MATRIX -> equations.inMatrixNotation();
      case ENTRIES ->
          throw new IllegalArgumentException("a pass is of whole arrays: INDEX or MATRIX");
    };
  }
}
