package dev.nabla.check;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.parse.TextParser;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.Resolver;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import dev.nabla.tape.Interpreter;
import dev.nabla.tape.Partial;
import dev.nabla.tape.TapeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A function written in the language, ready to be checked against any evaluator. */
record Checked(ScalarFunction function) {
  static Checked of(String text) {
    return new Checked(
        new Expander(
                new Resolver(new TextParser(new Source("<test>", text)).parseProgram(), Map.of())
                    .resolve(Optional.empty()))
            .expand());
  }

  CheckModel model(EvaluatorUnderTest evaluator) {
    List<String> names = function.inputs().stream().map(Element::toString).toList();
    List<String> rows =
        IntStream.rangeClosed(1, function.outputs().size()).mapToObj(i -> "f" + i).toList();
    return new CheckModel(
        List.copyOf(function.inputs()),
        names,
        function.outputs(),
        IntStream.range(0, function.variableCount()).boxed().toList(),
        evaluator,
        rows,
        names.subList(0, function.variableCount()),
        function.assumptions(),
        SideConditions.NONE);
  }

  CheckReport check(EvaluatorUnderTest evaluator) {
    return check(evaluator, NumericCheck.POINTS);
  }

  CheckReport check(EvaluatorUnderTest evaluator, int points) {
    ConditionEstimate none =
        ConditionEstimate.none(function.outputs().size(), function.variableCount());
    return check(evaluator, none, points);
  }

  CheckReport check(EvaluatorUnderTest evaluator, ConditionEstimate estimate, int points) {
    return new NumericCheck(model(evaluator), estimate, Expr::toString).run(points, 1);
  }

  /** The derivatives that the engine makes, run by the tape interpreter. */
  EvaluatorUnderTest engine() {
    List<Expr> outputs = function.outputs();
    List<SparseRow> rows =
        new Differentiator(function.pool(), function.variables()).jacobian(outputs);
    List<Partial> partials = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < rows.get(i).size(); k++) {
        places.add(i * function.variableCount() + rows.get(i).column(k));
        partials.add(new Partial(places.size() - 1, rows.get(i).entry(k)));
      }
    }
    Interpreter interpreter =
        new Interpreter(TapeBuilder.build(List.copyOf(function.inputs()), outputs, partials));
    return (inputs, values, dense) -> {
      double[] sparse = new double[partials.size()];
      interpreter.evaluate(inputs, values, sparse);
      java.util.Arrays.fill(dense, 0.0);
      for (int k = 0; k < sparse.length; k++) {
        dense[places.get(k)] = sparse[k];
      }
    };
  }
}
