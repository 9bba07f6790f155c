package dev.nabla.explain;

import dev.nabla.array.ArrayDifferentiator;
import dev.nabla.array.FormObserver;
import dev.nabla.array.JacobianBlock;
import dev.nabla.diff.ChainSteps;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.print.Label;
import dev.nabla.print.NumberStyle;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.simplify.Derivation;
import dev.nabla.simplify.Effort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Explains ∂f[i…]/∂x[j…] for all elements at once: the chain rule, the contraction of its deltas,
 * the simplification. The lines are checked at small sizes, written out.
 */
public final class IndexedExplainer {
  private final IndexedFunction function;
  private final Effort effort;
  private final ExprPool pool;

  public IndexedExplainer(IndexedFunction function, Effort effort) {
    this.function = function;
    this.effort = effort;
    this.pool = function.pool();
  }

  /** The derivation of ∂f/∂variable. */
  public Explanation explain(IndexedFunction.Argument variable, Detail detail) {
    return explain(Optional.empty(), variable, detail);
  }

  /** The derivation of ∂²f/∂of∂variable. */
  public Explanation explainHessian(
      IndexedFunction.Argument of, IndexedFunction.Argument variable, Detail detail) {
    return explain(Optional.of(of), variable, detail);
  }

  private Explanation explain(
      Optional<IndexedFunction.Argument> of, IndexedFunction.Argument variable, Detail detail) {
    List<Move> forms = new ArrayList<>();
    FormObserver observer = (reason, before, after) -> forms.addAll(moves(reason, before, after));
    ArrayDifferentiator differentiator = new ArrayDifferentiator(function, effort);
    ArrayDifferentiator.Observed observed =
        of.isPresent()
            ? differentiator.observedHessian(of.get(), variable, observer)
            : differentiator.observed(variable, observer);
    ChainSteps chain = new ChainSteps(pool, observed.at(), observed.element());
    List<Move> moves = new ArrayList<>();
    chain.steps().forEach(step -> moves.add(Move.of(step)));
    moves.addAll(forms);
    Course course = new Course(chain.first(), moves).shown(detail);
    Verdict verdict =
        new ExpandedCheck(function, observed.block().axes(), observed.at(), chain.operands())
            .run(course);
    return written(of, observed, chain, course, verdict);
  }

  /** What the simplifier did, rule by rule, where it worked on the whole expression. */
  private List<Move> moves(FormObserver.Reason reason, Expr before, Expr after) {
    if (reason == FormObserver.Reason.SIMPLIFICATION) {
      Derivation derivation = Derivation.of(pool, function.assumptions(), effort, before);
      if (derivation.result() == after) {
        return derivation.steps().stream().map(Move::of).toList();
      }
    }
    return List.of(Move.rewrite(reason.text(), before, after));
  }

  private Explanation written(
      Optional<IndexedFunction.Argument> of,
      ArrayDifferentiator.Observed observed,
      ChainSteps chain,
      Course course,
      Verdict verdict) {
    JacobianBlock block = observed.block();
    Substitution names = authorsNames();
    Map<Expr, Expr> operands = new LinkedHashMap<>();
    chain
        .operands()
        .forEach((symbol, operand) -> operands.put(names.apply(symbol), names.apply(operand)));
    Course renamed = course.renamed(names);
    List<Expr> all = new ArrayList<>(renamed.lines());
    block.axes().forEach(axis -> all.add(names.apply(axis.index())));
    List<Expr> conditions = observed.sideConditions().stream().map(names::apply).toList();
    all.addAll(conditions);
    LineWriter writer =
        new LineWriter(
            pool,
            NumberStyle.of(function.written()),
            names.apply(observed.at()),
            operands,
            all,
            reserved());
    Rendering left = left(of, block, axis -> writer.plain(names.apply(axis.index())).text());
    return new Explanation(
        left.text() + " of " + function.name() + "(" + String.join(", ", variables()) + ")",
        left,
        writer.lines(renamed),
        conditions.stream().map(writer::plain).toList(),
        verdict);
  }

  /** The output's indices have the names that the author gave them. */
  private Substitution authorsNames() {
    List<String> given = function.output().indexNames();
    Map<Expr, Expr> names = new HashMap<>();
    List<? extends Expr> indices = function.output().axes();
    if (given.size() == indices.size() && given.stream().noneMatch(reserved()::contains)) {
      for (int d = 0; d < given.size(); d++) {
        names.put(indices.get(d), pool.index(given.get(d)));
      }
    }
    return new Substitution(pool, names);
  }

  private interface IndexName {
    String of(Axis axis);
  }

  private Rendering left(
      Optional<IndexedFunction.Argument> of, JacobianBlock block, IndexName index) {
    Label variable = label(block.variable().symbol().name(), block.columns(), index);
    if (of.isEmpty()) {
      Label output = label(function.name(), block.rows(), index);
      return new Rendering(
          "∂" + output.text() + "/∂" + variable.text(),
          "\\frac{\\partial " + output.latex() + "}{\\partial " + variable.latex() + "}");
    }
    Label first = label(of.get().symbol().name(), block.rows(), index);
    Label name = Label.of(function.name());
    return new Rendering(
        "∂²" + name.text() + "/∂" + first.text() + "∂" + variable.text(),
        "\\frac{\\partial^{2} "
            + name.latex()
            + "}{\\partial "
            + first.latex()
            + " \\, \\partial "
            + variable.latex()
            + "}");
  }

  private static Label label(String name, List<Axis> axes, IndexName index) {
    return new Label(name, axes.stream().map(index::of).toList());
  }

  private List<String> variables() {
    return function.variables().stream().map(argument -> argument.symbol().name()).toList();
  }

  private Set<String> reserved() {
    Set<String> names = new LinkedHashSet<>(List.of(function.name()));
    names.addAll(variables());
    function.parameters().forEach(argument -> names.add(argument.symbol().name()));
    return names;
  }
}
