package dev.nabla.cli;

import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code nabla gradient}. */
@Command(
    name = "gradient",
    description = "Prints every ∂f/∂xⱼ of a function with one output.",
    mixinStandardHelpOptions = true)
final class GradientCommand extends DerivativeCommand {
  @Override
  Jacobian derive(VectorFunction function, List<String> variables) {
    return function.gradient(variables);
  }

  @Override
  IndexedJacobian deriveIndexed(VectorFunction function, List<String> variables) {
    return function.indexedGradient(variables);
  }
}
