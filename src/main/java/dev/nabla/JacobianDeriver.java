package dev.nabla;

import dev.nabla.diff.Accumulation;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.Level;
import dev.nabla.simplify.Reliance;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Differentiates and simplifies. */
final class JacobianDeriver {
  /** Entries of more nodes in all are only simplified by rules that keep what they share. */
  private static final int MOST_READABLE_NODES = 20_000;

  private final ScalarFunction function;
  private final Effort effort;
  private final ExprPool pool;
  private final Set<String> rules = new LinkedHashSet<>();

  JacobianDeriver(ScalarFunction function, Effort effort) {
    this.effort = effort;
    this.function = function;
    this.pool = function.pool();
  }

  Jacobian jacobian(List<Element> variables) {
    return jacobian(
        Jacobian.Kind.JACOBIAN, variables, deriver -> deriver.first(function.outputs(), variables));
  }

  Jacobian gradient(List<Element> variables) {
    return jacobian(
        Jacobian.Kind.GRADIENT, variables, deriver -> deriver.first(function.outputs(), variables));
  }

  /** The Jacobian of the gradient. */
  Jacobian hessian(List<Element> variables) {
    return jacobian(
        Jacobian.Kind.HESSIAN,
        variables,
        deriver -> deriver.next(deriver.first(function.outputs(), variables), variables));
  }

  /** The derivative of order n; the values beside it are those of the function itself. */
  Jacobian derivative(List<Element> variables, int order) {
    if (order < 1 || order > 100) {
      throw new IllegalArgumentException("the order of a derivative is a number from 1 to 100");
    }
    if (variables.size() != 1) {
      throw new IllegalArgumentException(
          "a higher derivative is by one variable; here are " + variables.size());
    }
    return jacobian(
        Jacobian.Kind.HIGHER,
        variables,
        deriver -> {
          Derivation derivation = deriver.first(function.outputs(), variables);
          for (int n = 1; n < order; n++) {
            derivation = deriver.next(derivation, variables);
          }
          return derivation;
        });
  }

  private Jacobian jacobian(
      Jacobian.Kind kind, List<Element> variables, Function<JacobianDeriver, Derivation> derive) {
    Derivation derivation = derive.apply(this);
    return new Jacobian(
            kind,
            function,
            variables,
            derivation,
            () ->
                Reliance.of(
                    function.assumptions(),
                    kept ->
                        derive
                            .apply(new JacobianDeriver(function.assuming(kept), effort))
                            .isSameAs(derivation)),
            effort)
        .byRules(List.copyOf(rules));
  }

  private Derivation first(List<Expr> outputs, List<Element> variables) {
    List<Set<Expr>> none = new ArrayList<>();
    outputs.forEach(output -> none.add(Set.of()));
    return derive(outputs, none, variables);
  }

  /** The derivative of the first row of a derivative, with what that holds under. */
  private Derivation next(Derivation before, List<Element> variables) {
    List<Expr> outputs = new ArrayList<>();
    List<Set<Expr>> inherited = new ArrayList<>();
    for (int j = 0; j < variables.size(); j++) {
      outputs.add(before.entry(pool, 0, j));
      inherited.add(new LinkedHashSet<>(before.conditions(0, j)));
    }
    return derive(outputs, inherited, variables);
  }

  private Derivation derive(
      List<Expr> outputs, List<Set<Expr>> inherited, List<Element> variables) {
    List<SparseRow> rows = new Accumulation(pool, variables).jacobian(outputs);
    Simplifier simplifier = simplifier(rows);
    List<List<Simplification>> entries = new ArrayList<>();
    List<SortedMap<Integer, List<Expr>>> conditions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Simplification> ofRow =
          rows.get(i).entries().stream().map(simplifier::simplify).toList();
      entries.add(ofRow);
      conditions.add(conditions(rows.get(i), ofRow, inherited.get(i)));
    }
    rules.addAll(simplifier.ownRules());
    List<Expr> ofFunction = simplifier.demands(function.vanished(), function.outputs());
    return new Derivation(
        outputs,
        inForm(rows, entries, Simplification::expr),
        List.of(
            inForm(rows, entries, Simplification::plain),
            inForm(rows, entries, Simplification::original)),
        ofFunction,
        conditions);
  }

  private static SortedMap<Integer, List<Expr>> conditions(
      SparseRow row, List<Simplification> entries, Set<Expr> inherited) {
    SortedMap<Integer, List<Expr>> conditions = new TreeMap<>();
    for (int p = 0; p < row.size(); p++) {
      Set<Expr> all = new LinkedHashSet<>(inherited);
      all.addAll(entries.get(p).sideConditions());
      if (!all.isEmpty()) {
        conditions.put(row.column(p), List.copyOf(all));
      }
    }
    return conditions;
  }

  private static List<SparseRow> inForm(
      List<SparseRow> rows,
      List<List<Simplification>> entries,
      Function<Simplification, Expr> form) {
    List<SparseRow> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      result.add(rows.get(i).with(entries.get(i).stream().map(form).toList()));
    }
    return result;
  }

  /** One simplifier for all entries: they share its memo. Nobody reads the form of a huge one. */
  private Simplifier simplifier(List<SparseRow> rows) {
    List<Expr> entries = rows.stream().flatMap(row -> row.entries().stream()).toList();
    boolean isHuge = Traversal.postOrder(entries).size() > MOST_READABLE_NODES;
    return new Simplifier(
        pool,
        function.assumptions(),
        isHuge ? effort.atMost(Level.LOCAL) : effort,
        function.rules());
  }
}
