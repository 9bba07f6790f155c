package dev.nabla.cli;

import dev.nabla.Notation;
import dev.nabla.VectorFunction;
import dev.nabla.print.Equations;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code nabla jvp}. */
@Command(
    name = "jvp",
    description = "Prints J·v in closed form: the tangent of each named array, forward.",
    mixinStandardHelpOptions = true)
final class TangentCommand extends PassCommand {
  @Override
  Equations derive(VectorFunction function, List<String> variables, Notation notation) {
    return function.tangents(variables, notation);
  }
}
