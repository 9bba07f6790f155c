package dev.nabla.cli;

import dev.nabla.Evaluation;
import dev.nabla.InputValues;
import dev.nabla.Jacobian;
import dev.nabla.VectorFunction;
import java.util.ArrayList;
import java.util.List;
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

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    VectorFunction function = input.read();
    InputValues.Builder values = function.inputs();
    at.forEach(text -> Inputs.addText(values, text));
    Jacobian jacobian = function.jacobian(input.variables());
    Evaluation evaluation = jacobian.evaluate(values.build());
    String text = json ? JsonMatrix.render(evaluation) : EvaluationText.render(evaluation);
    spec.commandLine().getOut().println(text.stripTrailing());
  }
}
