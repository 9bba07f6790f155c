package dev.nabla.cli;

import dev.nabla.EvaluatorOptions;
import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import dev.nabla.compile.BytecodeSize;
import dev.nabla.tape.JacobianTape;
import dev.nabla.tape.Opcode;
import dev.nabla.tape.OperationCount;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nabla stats}: the operations of an evaluator before and after each pass. */
@Command(
    name = "stats",
    description = {
      "Counts the operations of the evaluator of all derivatives: of the function alone, after",
      "each order in which the chain rule can be summed up, and after common factors and common",
      "parts were drawn out; then the size of its bytecode."
    },
    mixinStandardHelpOptions = true)
final class StatsCommand implements Runnable {
  private static final String ROW = "%-42s %8s %8s %8s %8s %8s %8s %8s%n";

  @Mixin private InputOptions input;

  @Option(names = "--hessian", description = "Of the Hessian and the gradient.")
  private boolean hessian;

  @Option(names = "--values", description = "Count the function's values, too.")
  private boolean values;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    VectorFunction function = input.read();
    EvaluatorOptions options = EvaluatorOptions.standard().asSparse();
    JacobianTape derived =
        function.derivativeTape(
            hessian ? Jacobian.Kind.HESSIAN : Jacobian.Kind.JACOBIAN,
            input.variables(),
            values ? options : options.withoutValues());
    out.printf(ROW, "operations", "+ -", "*", "/", "sqrt", "calls", "choices", "all");
    derived.stages().forEach(stage -> row(out, stage));
    BytecodeSize size = BytecodeSize.of(derived.tape());
    out.printf(
        Locale.ROOT,
        "%,d nonzeros; bytecode of %,d bytes, %,d in the largest method%n",
        derived.pattern().count(),
        size.classFile(),
        size.largestMethod());
  }

  private static void row(PrintWriter out, JacobianTape.Stage stage) {
    OperationCount count = stage.operations();
    int sums = count.of(Opcode.ADD, Opcode.SUB, Opcode.NEG);
    int products = count.of(Opcode.MUL);
    int quotients = count.of(Opcode.DIV);
    int roots = count.of(Opcode.SQRT);
    int calls = count.of(Opcode.CALL_1, Opcode.CALL_2, Opcode.POW);
    int choices = count.total() - sums - products - quotients - roots - calls;
    out.printf(
        ROW,
        stage.name(),
        number(sums),
        number(products),
        number(quotients),
        number(roots),
        number(calls),
        number(choices),
        number(count.total()));
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
