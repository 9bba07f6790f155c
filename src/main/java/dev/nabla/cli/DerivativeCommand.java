package dev.nabla.cli;

import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that print a matrix of derivatives share. */
abstract class DerivativeCommand implements Runnable {
  @Mixin private InputOptions input;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, latex, markdown or json; by default text.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--jsonl",
      description = "Answer one JSON request a line from standard input, in order.")
  private boolean jsonLines;

  @Spec private CommandSpec spec;

  abstract Jacobian derive(VectorFunction function, List<String> variables);

  @Override
  public void run() {
    if (jsonLines) {
      JsonLines.serve(System.in, spec.commandLine().getOut());
      return;
    }
    String text = format.render(derive(input.read(), input.variables()));
    spec.commandLine().getOut().println(text.stripTrailing());
  }
}
