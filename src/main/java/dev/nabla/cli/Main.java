package dev.nabla.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nabla}: symbolic Jacobians on the command line. A new command is listed here. */
@Command(
    name = "nabla",
    description = "Derives, prints, compiles and checks the Jacobian of a vector function.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      JacobianCommand.class,
      GradientCommand.class,
      HessianCommand.class,
      EvalCommand.class,
      CheckCommand.class,
      FunctionsCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  nabla jacobian -e 'f(x,y) = [x^2*y, x*y^2]'",
      "  nabla gradient --dim n=3 --format latex samples/rosenbrock.nabla",
      "  nabla eval samples/polar.nabla --at x=3,y=4",
      "  nabla check samples/polar.nabla",
      "",
      "Exit status: 0 all is well, 1 a check failed, 2 the input is wrong, 3 a defect of Nabla."
    })
public final class Main implements Runnable {
  /** The status of a check that failed. */
  static final int FAILED = 1;

  @Option(
      names = "--jsonl",
      description = "Answer one JSON request a line from standard input, in order.")
  private boolean jsonLines;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    if (jsonLines) {
      JsonLines.serve(System.in, spec.commandLine().getOut());
    } else {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "a command is missing, such as jacobian; see nabla --help");
    }
  }

  /** Runs a command line and ends the process with its exit status. */
  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int status = execute(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
  }

  /** Runs a command line; what it prints goes to {@code out} only if it succeeds. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> Failures.report(exception, err));
    commandLine.setParameterExceptionHandler(Failures::reportArguments);
    return commandLine.execute(arguments);
  }
}
