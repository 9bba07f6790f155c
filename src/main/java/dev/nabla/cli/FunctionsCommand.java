package dev.nabla.cli;

import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nabla functions}: the table of elementary functions. */
@Command(
    name = "functions",
    description = "Lists the elementary functions with their derivatives and domains.",
    mixinStandardHelpOptions = true)
final class FunctionsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (ElementaryFunction function : FunctionTable.documented()) {
      out.printf("%-10s %-34s %s%n", function.name(), function.description(), function.domain());
    }
  }
}
