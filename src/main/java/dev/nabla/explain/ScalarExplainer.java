package dev.nabla.explain;

import dev.nabla.diff.ChainSteps;
import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.print.NumberStyle;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Derivation;
import dev.nabla.simplify.Effort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains ∂e/∂x of a scalar e: the chain rule, then the simplification, as the engine does them.
 */
public final class ScalarExplainer {
  /** The rule of a last line that shows the form beside other entries. */
  private static final String AMONG_OTHERS = "as it is written beside the other entries";

  private final ScalarFunction function;
  private final Effort effort;
  private final DerivativeTemplates templates;

  public ScalarExplainer(ScalarFunction function, Effort effort) {
    this(function, effort, DerivativeTemplates.standard());
  }

  /** An explainer by other rules for the elementary functions. */
  ScalarExplainer(ScalarFunction function, Effort effort, DerivativeTemplates templates) {
    this.templates = templates;
    this.function = function;
    this.effort = effort;
  }

  /**
   * The derivation of ∂root/∂variable.
   *
   * @param title what is derived
   * @param left the derivative as a fraction
   * @param shown the form that is shown among other entries
   * @throws IllegalArgumentException if there would be more to read than anybody reads
   */
  public Explanation explain(
      String title, Rendering left, Expr root, Element variable, Expr shown, Detail detail) {
    ChainSteps chain = new ChainSteps(function.pool(), variable, root, templates);
    Derivation derivation =
        Derivation.of(function.pool(), function.assumptions(), effort, chain.result());
    List<Move> moves = new ArrayList<>();
    chain.steps().forEach(step -> moves.add(Move.of(step)));
    derivation.steps().forEach(step -> moves.add(Move.of(step)));
    if (derivation.result() != shown) {
      moves.add(Move.rewrite(AMONG_OTHERS, derivation.result(), shown));
    }
    Course course = new Course(chain.first(), moves).shown(detail);
    List<Expr> all = new ArrayList<>(course.lines());
    all.addAll(derivation.sideConditions());
    LineWriter writer =
        new LineWriter(
            function.pool(),
            NumberStyle.of(function.written()),
            variable,
            chain.operands(),
            all,
            reserved());
    return new Explanation(
        title,
        left,
        writer.lines(course),
        derivation.sideConditions().stream().map(writer::plain).toList(),
        check(variable, chain.operands()).run(course.lines(), derivatives(course) + 1));
  }

  private LineCheck check(Element variable, Map<Expr, Expr> operands) {
    int position = function.inputs().indexOf(variable);
    Map<Expr, LineCheck.Pending> pending = new LinkedHashMap<>();
    operands.forEach(
        (symbol, operand) -> pending.put(symbol, new LineCheck.Pending(operand, position)));
    return new LineCheck(function.pool(), function.inputs(), function.assumptions(), pending);
  }

  private static int derivatives(Course course) {
    return (int) course.moves().stream().filter(Move::isDerivative).count();
  }

  private Set<String> reserved() {
    Set<String> names = new LinkedHashSet<>(List.of(function.name()));
    function.inputs().forEach(input -> names.add(input.symbol().name()));
    return names;
  }
}
