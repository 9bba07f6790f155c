package dev.nabla.cli;

import dev.nabla.print.OutputTooLongException;
import dev.nabla.source.NablaException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** One clear message for whatever went wrong, and its exit status. */
final class Failures {
  private static final int WRONG_INPUT = 2;
  private static final int DEFECT = 3;

  private Failures() {}

  /** What a command threw. */
  static int report(Exception exception, PrintWriter err) {
    if (exception instanceof NablaException wrong) {
      err.print(wrong.diagnostic().render());
      err.flush();
      return WRONG_INPUT;
    }
    if (exception instanceof WrongInput
        || exception instanceof OutputTooLongException
        || exception instanceof IllegalArgumentException
        || exception instanceof UnsupportedOperationException) {
      err.println("nabla: error: " + exception.getMessage());
      return WRONG_INPUT;
    }
    err.println("nabla: this is a defect of Nabla, please report it: " + exception);
    return DEFECT;
  }

  /** An option or argument that there is not. */
  static int reportArguments(CommandLine.ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("nabla: error: " + exception.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, err)) {
      err.println(
          "  hint: " + command.getCommandSpec().qualifiedName() + " --help lists what there is");
    }
    err.flush();
    return WRONG_INPUT;
  }
}
