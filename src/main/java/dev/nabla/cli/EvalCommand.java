package dev.nabla.cli;

import dev.nabla.Evaluation;
import dev.nabla.Evaluator;
import dev.nabla.IndexedJacobian;
import dev.nabla.InputValues;
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

/** {@code nabla eval}: values and partial derivatives at a point, from the compiled bytecode. */
@Command(
    name = "eval",
    description = "Evaluates the function and its Jacobian at a point.",
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
        "straight: bytecode without loops, one instruction for each operation; rolled: loops over",
        "whole arrays. By default the cheaper one."
      })
  private Evaluator evaluator;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    VectorFunction read = input.read();
    VectorFunction function = read.at(Inputs.sizes(read, at));
    if (export != null) {
      spec.commandLine().getOut().println(sparse(function));
      return;
    }
    Evaluator chosen = evaluator == null ? Evaluator.suited(function) : evaluator;
    Evaluation evaluation = chosen == Evaluator.STRAIGHT ? straight(function) : rolled(function);
    String text = json ? JsonMatrix.render(evaluation) : EvaluationText.render(evaluation);
    spec.commandLine().getOut().println(text.stripTrailing());
  }

  private Evaluation straight(VectorFunction function) {
    InputValues.Builder values = function.inputs();
    at.forEach(text -> Inputs.addText(values, text));
    return function.jacobian(input.variables()).evaluate(values.build());
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
