package dev.nabla.cli;

import dev.nabla.Evaluation;
import dev.nabla.Evaluator;
import dev.nabla.IndexedJacobian;
import dev.nabla.InputValues;
import dev.nabla.Jacobian;
import dev.nabla.RolledEvaluator;
import dev.nabla.VectorFunction;
import dev.nabla.array.SparsityPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code nabla eval}: values and partial derivatives from the compiled bytecode, at one or many
 * points.
 */
@Command(
    name = "eval",
    description = "Evaluates the function and its Jacobian at a point, or at many.",
    mixinStandardHelpOptions = true)
final class EvalCommand implements Runnable {
  @Mixin private InputOptions input;

  @Option(
      names = "--at",
      paramLabel = "NAME=VALUE",
      description = "The point: --at x=1,y=2 or --at 'z=[1,2,3]'; may be repeated.")
  private List<String> at = new ArrayList<>();

  @Option(
      names = "--export",
      paramLabel = "FORM",
      description = {
        "coo or csc: values and the nonzeros of the Jacobian as one JSON object, without a dense",
        "matrix; rows and columns count from 0."
      })
  private Export export;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--evaluator",
      paramLabel = "EVALUATOR",
      description = {
        "straight: bytecode without loops, one instruction for each operation; derived: the same,",
        "without closed forms and so at once; rolled: loops over whole arrays. By default straight",
        "or rolled, the cheaper one."
      })
  private Evaluator evaluator;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {
        "Many points: one a row, below a header that names the inputs (x, z[1], \"W[2,3]\"); - for",
        "standard input. What all points share can be given by --at."
      })
  private String csv;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the CSV of the results goes; by default, or with -, to standard output.")
  private String output = CsvBatch.STANDARD;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    VectorFunction read = input.read();
    VectorFunction function = read.at(Inputs.sizes(read, at));
    if (csv != null) {
      batch(function).run(csv, output, spec.commandLine().getOut());
      return;
    }
    if (export != null) {
      spec.commandLine().getOut().println(sparse(function));
      return;
    }
    Evaluation evaluation =
        chosen(function) == Evaluator.ROLLED ? rolled(function) : straight(function);
    String text = json ? JsonMatrix.render(evaluation) : EvaluationText.render(evaluation);
    spec.commandLine().getOut().println(text.stripTrailing());
  }

  private CsvBatch batch(VectorFunction function) {
    if (export != null || json) {
      throw new WrongInput("--csv gives CSV: leave out --json and --export");
    }
    if (chosen(function) != Evaluator.ROLLED) {
      Jacobian jacobian = scalarJacobian(function);
      return new CsvBatch(
          new CsvColumns(jacobian.inputLabels(), at, jacobian.rowLabels(), jacobian.columnLabels()),
          jacobian.compile()::evaluateBatch);
    }
    IndexedJacobian jacobian = function.indexedDerivative(input.variables());
    return new CsvBatch(
        new CsvColumns(
            jacobian.inputLabels(Map.of()),
            at,
            jacobian.rowLabels(Map.of()),
            jacobian.columnLabels(Map.of())),
        jacobian.compile(Map.of())::evaluateBatch);
  }

  private Evaluator chosen(VectorFunction function) {
    return evaluator == null ? Evaluator.suited(function) : evaluator;
  }

  private Evaluation straight(VectorFunction function) {
    InputValues.Builder values = function.inputs();
    at.forEach(text -> Inputs.addText(values, text));
    return scalarJacobian(function).evaluate(values.build());
  }

  private Jacobian scalarJacobian(VectorFunction function) {
    return chosen(function) == Evaluator.DERIVED
        ? function.derivedJacobian(input.variables())
        : function.jacobian(input.variables());
  }

  private Evaluation rolled(VectorFunction function) {
    IndexedJacobian jacobian = function.indexedDerivative(input.variables());
    InputValues.Builder values = jacobian.inputs(Map.of());
    at.forEach(text -> Inputs.addText(values, text));
    return jacobian.evaluate(values.build(), Map.of());
  }

  /** The forms of a sparse matrix. */
  enum Export {
    COO,
    CSC
  }

  private String sparse(VectorFunction function) {
    IndexedJacobian jacobian = function.indexedJacobian(input.variables());
    SparsityPattern pattern = jacobian.pattern(Map.of());
    RolledEvaluator sparse = jacobian.compileSparse(Map.of());
    InputValues.Builder values = jacobian.inputs(Map.of());
    at.forEach(text -> Inputs.addText(values, text));
    double[] value = new double[sparse.rowCount()];
    double[] nonzeros = new double[pattern.count()];
    sparse.evaluate(values.build().toArray(), value, nonzeros);
    return export == Export.COO
        ? JsonMatrix.coordinates(pattern, value, nonzeros)
        : JsonMatrix.compressed(pattern, value, nonzeros);
  }
}
