package dev.nabla.cli;

import dev.nabla.Notation;
import dev.nabla.VectorFunction;
import dev.nabla.print.Equations;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code nabla vjp}. */
@Command(
    name = "vjp",
    description = "Prints uᵀJ in closed form: the cotangent of each named array, backward.",
    mixinStandardHelpOptions = true)
final class CotangentCommand extends PassCommand {
  @Override
  Equations derive(VectorFunction function, List<String> variables, Notation notation) {
    return function.cotangents(variables, notation);
  }
}
