package dev.nabla.cli;

import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.Notation;
import dev.nabla.SymjaJacobian;
import dev.nabla.VectorFunction;
import dev.nabla.print.Layout;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that print a matrix of derivatives share. */
abstract class DerivativeCommand implements Runnable {
  /** More entries than this nobody reads. */
  private static final int MOST_ENTRIES = 64;

  @Mixin private InputOptions input;

  @Mixin private SimplifyOptions simplify;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, latex, markdown or json; by default text.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--notation",
      paramLabel = "NOTATION",
      description = {
        "entries: one formula for each pair of scalars; index: one formula with indices for each",
        "variable; matrix: in whole arrays. By default entries where there are few."
      })
  private Notation notation;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "Of matrix notation: numerator (rows are outputs, the default) or denominator.")
  private Layout layout = Layout.NUMERATOR;

  @Option(
      names = "--jsonl",
      description = "Answer one JSON request a line from standard input, in order.")
  private boolean jsonLines;

  @Mixin private TimeLimit timeLimit;

  @Spec private CommandSpec spec;

  abstract Jacobian derive(VectorFunction function, List<String> variables);

  abstract IndexedJacobian deriveIndexed(VectorFunction function, List<String> variables);

  @Override
  public void run() {
    if (jsonLines) {
      JsonLines.serve(System.in, spec.commandLine().getOut(), input.java());
      return;
    }
    VectorFunction function = simplify.apply(input.read());
    Notation chosen = notation == null ? suited(function) : notation;
    if (simplify.asksSymja() && chosen != Notation.ENTRIES) {
      throw new WrongInput("Symja simplifies single entries: add --notation entries");
    }
    String text =
        chosen == Notation.ENTRIES
            ? format.render(simplified(derive(function, input.variables())))
            : format.render(deriveIndexed(function, input.variables()), chosen, layout);
    spec.commandLine().getOut().println(text.stripTrailing());
  }

  private Jacobian simplified(Jacobian jacobian) {
    if (!simplify.asksSymja()) {
      return jacobian;
    }
    SymjaJacobian answer = jacobian.simplifiedBySymja(timeLimit.duration());
    for (String remark : answer.remarks()) {
      spec.commandLine().getErr().println("nabla: note: kept our own form of " + remark);
    }
    return answer.jacobian();
  }

  /** Many entries of an array, or sizes without a value, are one formula with indices. */
  private static Notation suited(VectorFunction function) {
    boolean isFew =
        function.hasSizes() && (!function.hasArrays() || function.entryCount() <= MOST_ENTRIES);
    return isFew ? Notation.ENTRIES : Notation.INDEX;
  }
}
