package dev.nabla.benchmark;

import dev.nabla.EvaluatorOptions;
import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.JacobianEvaluator;
import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import dev.nabla.VectorFunction;
import dev.nabla.array.SparsityPattern;
import dev.nabla.benchmark.workload.Pattern;
import dev.nabla.benchmark.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * text ↦ evaluator: the one place where a workload's evaluator is chosen, loops or straight code.
 * Sizes of 100 and more are for loops; small ones are faster written out.
 */
public final class NablaEvaluation {
  private static final Set<String> LOOPS =
      Set.of(
          "rosen100", "rosen1000", "softmax512", "bruss500", "mlp_jac", "mlp_grad", "attn8", "gmm");

  /** Values and nonzeros. */
  private static final EvaluatorOptions OPTIONS = EvaluatorOptions.standard().asSparse();

  private NablaEvaluation() {}

  /** What the evaluator is made of. */
  public static String kind(Workload workload) {
    return LOOPS.contains(workload.name()) ? "loops" : "straight";
  }

  /** The text in Nabla's language. */
  public static String text(Workload workload) {
    return Resources.text("/workloads/" + workload.name() + ".nabla");
  }

  /** The evaluator, from the text. */
  public static Evaluation of(Workload workload) {
    VectorFunction function = Nabla.parse(text(workload));
    return LOOPS.contains(workload.name())
        ? loops(indexed(workload, function), workload)
        : straight(workload, function);
  }

  /** The derivative alone, without code. */
  public static Object derivative(Workload workload, VectorFunction function) {
    return LOOPS.contains(workload.name())
        ? indexed(workload, function)
        : function.derivativeTape(kindOf(workload), List.of(), OPTIONS);
  }

  private static IndexedJacobian indexed(Workload workload, VectorFunction function) {
    return switch (workload.derivative()) {
      case JACOBIAN -> function.indexedJacobian();
      case GRADIENT -> function.indexedGradient(List.of());
      case HESSIAN -> function.indexedHessian(List.of());
    };
  }

  private static Jacobian.Kind kindOf(Workload workload) {
    return switch (workload.derivative()) {
      case JACOBIAN -> Jacobian.Kind.JACOBIAN;
      case GRADIENT -> Jacobian.Kind.GRADIENT;
      case HESSIAN -> Jacobian.Kind.HESSIAN;
    };
  }

  /** Nonzeros only; a gradient comes dense, from its backward pass. */
  private static Evaluation loops(IndexedJacobian jacobian, Workload workload) {
    if (workload.derivative() == Workload.Derivative.GRADIENT) {
      RolledEvaluator evaluator = jacobian.compile(Map.of());
      return new Evaluation(
          evaluator::evaluate, Pattern.dense(evaluator.rowCount(), evaluator.columnCount()));
    }
    RolledEvaluator evaluator = jacobian.compileSparse(Map.of());
    return new Evaluation(evaluator::evaluate, pattern(jacobian.pattern(Map.of())));
  }

  private static Evaluation straight(Workload workload, VectorFunction function) {
    JacobianEvaluator evaluator = function.evaluator(kindOf(workload), List.of(), OPTIONS);
    return new Evaluation(evaluator::evaluate, pattern(evaluator.pattern().orElseThrow()));
  }

  private static Pattern pattern(SparsityPattern nonzeros) {
    Pattern.Builder pattern = new Pattern.Builder(nonzeros.rowCount(), nonzeros.columnCount());
    for (int k = 0; k < nonzeros.count(); k++) {
      pattern.add(nonzeros.row(k), nonzeros.column(k));
    }
    return pattern.build();
  }
}
