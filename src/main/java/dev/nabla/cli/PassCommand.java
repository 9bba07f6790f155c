package dev.nabla.cli;

import dev.nabla.Notation;
import dev.nabla.VectorFunction;
import dev.nabla.print.Equations;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that print a pass of the chain rule share. */
abstract class PassCommand implements Runnable {
  @Mixin private InputOptions input;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, latex, markdown or json; by default text.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--notation",
      paramLabel = "NOTATION",
      description = "index (the default) or matrix.")
  private Notation notation = Notation.INDEX;

  @Spec private CommandSpec spec;

  abstract Equations derive(VectorFunction function, List<String> variables, Notation notation);

  @Override
  public void run() {
    if (notation == Notation.ENTRIES) {
      throw new WrongInput("--notation entries: a pass is of whole arrays, index or matrix");
    }
    Equations equations = derive(input.read(), input.variables(), notation);
    spec.commandLine().getOut().println(format.render(equations).stripTrailing());
  }
}
