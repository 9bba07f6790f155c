package dev.nabla.cli;

import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code nabla jacobian}. */
@Command(
    name = "jacobian",
    description = "Prints every ∂fᵢ/∂xⱼ in closed form.",
    mixinStandardHelpOptions = true)
final class JacobianCommand extends DerivativeCommand {
  @Override
  Jacobian derive(VectorFunction function, List<String> variables) {
    return function.jacobian(variables);
  }

  @Override
  IndexedJacobian deriveIndexed(VectorFunction function, List<String> variables) {
    return function.indexedJacobian(variables);
  }
}
