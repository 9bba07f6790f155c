package dev.nabla.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nabla}: symbolic Jacobians on the command line. */
@Command(
    name = "nabla",
    description = "Derives, prints, compiles and checks the Jacobian of a vector function.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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

  /** The commands by name; a new one is listed here. */
  private static final Map<String, Class<?>> COMMANDS = commands();

  @Option(
      names = "--jsonl",
      description = "Answer one JSON request a line from standard input, in order.")
  private boolean jsonLines;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("jacobian", JacobianCommand.class);
    commands.put("gradient", GradientCommand.class);
    commands.put("hessian", HessianCommand.class);
    commands.put("jvp", TangentCommand.class);
    commands.put("vjp", CotangentCommand.class);
    commands.put("structure", StructureCommand.class);
    commands.put("stats", StatsCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("eval", EvalCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put("functions", FunctionsCommand.class);
    commands.put("rules", RulesCommand.class);
    commands.put("generate-completion", AutoComplete.GenerateCompletion.class);
    commands.put("help", CommandLine.HelpCommand.class);
    return Collections.unmodifiableMap(commands);
  }

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
    if (SymjaJar.isNeeded(arguments)) {
      SymjaJar.run(arguments);
      return;
    }
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
    // Reflection on every command takes longer than most derivations: load the one that is named.
    Class<?> named = arguments.length > 0 ? COMMANDS.get(arguments[0]) : null;
    if (named != null && named.getPackage() == Main.class.getPackage()) {
      CommandLine command = new CommandLine(named);
      command.setCommandName("nabla " + arguments[0]);
      return execute(command, out, err, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    CommandLine all = new CommandLine(new Main());
    COMMANDS.forEach(all::addSubcommand);
    return execute(all, out, err, arguments);
  }

  private static int execute(
      CommandLine commandLine, PrintWriter out, PrintWriter err, String... arguments) {
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> Failures.report(exception, err));
    commandLine.setParameterExceptionHandler(Failures::reportArguments);
    return commandLine.execute(arguments);
  }
}
