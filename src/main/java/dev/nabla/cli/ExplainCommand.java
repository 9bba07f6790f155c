package dev.nabla.cli;

import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import dev.nabla.explain.Detail;
import dev.nabla.explain.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nabla explain}: the derivation of one entry, line by line. */
@Command(
    name = "explain",
    description = {
      "Derives one entry line by line, as the engine does it: the rule of each line is named, the",
      "part that it is applied to is marked, and each line is checked against the one before."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** What the entry is of. */
  enum Matrix {
    JACOBIAN,
    GRADIENT,
    HESSIAN
  }

  /** How it is written. */
  enum Format {
    TEXT(Explanation::toText),
    LATEX(Explanation::toLatex),
    MARKDOWN(Explanation::toMarkdown),
    JSON(JsonExplanation::render);

    @SuppressWarnings("ImmutableEnumChecker") // the method references hold nothing
    private final Function<Explanation, String> form;

    Format(Function<Explanation, String> form) {
      this.form = form;
    }
  }

  @Mixin private InputOptions input;

  @Mixin private SimplifyOptions simplify;

  @Option(
      names = "--entry",
      paramLabel = "ROW,COLUMN",
      description = {
        "Which entry: numbers from 1, or names: 2,1 or r,x or 'f[2],x[1]'. With sizes left open, the",
        "block of a variable: f,x. May be left out where there is only one."
      })
  private String entry = "";

  @Option(
      names = "--of",
      paramLabel = "MATRIX",
      description = "jacobian, gradient or hessian; by default jacobian.")
  private Matrix matrix = Matrix.JACOBIAN;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, latex, markdown or json; by default text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--steps",
      paramLabel = "STEPS",
      description = "essential: those that a person would write, the default; all: every one.")
  private Detail steps = Detail.ESSENTIAL;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    VectorFunction function = simplify.apply(input.read());
    Explanation explanation = explain(function);
    spec.commandLine().getOut().println(format.form.apply(explanation).stripTrailing());
    return explanation.verdict().holds() ? 0 : Main.FAILED;
  }

  private Explanation explain(VectorFunction function) {
    if (isBlock(function)) {
      return explainBlock(function);
    }
    Jacobian jacobian = derive(function);
    EntryName name =
        EntryName.find(entry, jacobian.rowLabels(), jacobian.columnLabels(), matrixName());
    return jacobian.explain(name.row(), name.column(), steps);
  }

  private String matrixName() {
    return matrix.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a formula with indices is meant: sizes are open, or whole arrays are named. */
  private boolean isBlock(VectorFunction function) {
    List<String> parts = EntryName.splitOutsideBrackets(entry);
    String column = parts.get(parts.size() - 1);
    return !function.hasSizes()
        || (function.hasArrays()
            && function.argumentSizes().getOrDefault(column, List.of()).size() > 0);
  }

  private Explanation explainBlock(VectorFunction function) {
    List<String> columns = input.variables().isEmpty() ? function.variables() : input.variables();
    List<String> rows = matrix == Matrix.HESSIAN ? columns : List.of(function.name());
    EntryName name = EntryName.find(entry, rows, columns, matrixName());
    String column = columns.get(name.column());
    return switch (matrix) {
      case JACOBIAN -> function.explain(column, steps);
      case GRADIENT -> {
        function.indexedGradient(List.of(column));
        yield function.explain(column, steps);
      }
      case HESSIAN -> function.explainHessian(rows.get(name.row()), column, steps);
    };
  }

  private Jacobian derive(VectorFunction function) {
    List<String> variables = input.variables();
    return switch (matrix) {
      case JACOBIAN -> function.jacobian(variables);
      case GRADIENT -> function.gradient(variables);
      case HESSIAN -> function.hessian(variables);
    };
  }
}
