package dev.nabla.cli;

import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code nabla hessian}. */
@Command(
    name = "hessian",
    description = "Prints every ∂²f/∂xᵢ∂xⱼ of a function with one output.",
    mixinStandardHelpOptions = true)
final class HessianCommand extends DerivativeCommand {
  @Override
  Jacobian derive(VectorFunction function, List<String> variables) {
    return function.hessian(variables);
  }

  @Override
  IndexedJacobian deriveIndexed(VectorFunction function, List<String> variables) {
    return function.indexedHessian(variables);
  }
}
