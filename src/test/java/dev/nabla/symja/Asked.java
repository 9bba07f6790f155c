package dev.nabla.symja;

import dev.nabla.diff.Differentiator;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.parse.TextParser;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.Resolver;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A function written in the language, to be asked about. */
record Asked(ScalarFunction function) {
  static final Duration LIMIT = Duration.ofSeconds(20);

  static Asked of(String text) {
    return new Asked(
        new Expander(
                new Resolver(new TextParser(new Source("<test>", text)).parseProgram(), Map.of())
                    .resolve(Optional.empty()))
            .expand());
  }

  ExprPool pool() {
    return function.pool();
  }

  Expr output(int row) {
    return function.outputs().get(row);
  }

  List<Expr> inputs() {
    return List.copyOf(function.inputs());
  }

  Expr input(int position) {
    return function.inputs().get(position);
  }

  /** The model with the derivatives of the engine, before any simplification. */
  OracleModel model() {
    List<Expr> partials = new ArrayList<>();
    new Differentiator(pool(), function.variables())
        .jacobian(function.outputs())
        .forEach(row -> partials.addAll(row.dense(function.variableCount(), pool().zero())));
    return model(partials);
  }

  /** The model with other closed forms. */
  OracleModel model(List<Expr> partials) {
    List<String> names = function.inputs().stream().map(Element::toString).toList();
    return new OracleModel(
        pool(),
        inputs(),
        names,
        function.outputs(),
        IntStream.range(0, function.variableCount()).boxed().toList(),
        partials,
        IntStream.rangeClosed(1, function.outputs().size()).mapToObj(i -> "f" + i).toList(),
        names.subList(0, function.variableCount()),
        function.assumptions());
  }

  Symja symja() {
    return new Symja(pool(), inputs(), function.assumptions());
  }

  SymjaSimplifier simplifier() {
    return new SymjaSimplifier(pool(), inputs(), function.assumptions(), LIMIT);
  }

  /** A simplifier whose FullSimplify is wrong, or right. */
  SymjaSimplifier simplifier(SymjaSimplifier.Source source) {
    return new SymjaSimplifier(pool(), inputs(), function.assumptions(), LIMIT, source);
  }

  static OracleReport report(OracleModel model) {
    return new SymjaOracle(model, Expr::toString, LIMIT).run(20, 1);
  }

  static OracleReport report(OracleModel model, SymjaOracle.Source source) {
    return new SymjaOracle(model, Expr::toString, LIMIT, source).run(20, 1);
  }
}
