package dev.nabla.array;

import dev.nabla.array.FormObserver.Reason;
import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Select;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.index.FreeIndices;
import dev.nabla.index.IndexAlgebra;
import dev.nabla.index.IndexRanges;
import dev.nabla.index.SumMerging;
import dev.nabla.index.Symmetry;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ∂f[i…]/∂x[j…] as one expression of the indices: the chain rule, the contraction of its deltas,
 * and the form a person would write. Nothing is expanded, so the cost does not depend on sizes.
 */
public final class ArrayDifferentiator {
  /** Contraction and simplification feed each other; in practice two rounds reach the end. */
  private static final int MOST_ROUNDS = 3;

  /** Named arrays stand behind all arguments. */
  private static final int FIRST_ORDER = 1 << 20;

  private final IndexedFunction function;
  private final ExprPool pool;
  private final Simplifier simplifier;
  private final Symmetry symmetry;
  private final List<Axis> rows;
  private final Set<Expr> conditions = new LinkedHashSet<>();

  /** A differentiator whose results are as short as can be. */
  public ArrayDifferentiator(IndexedFunction function) {
    this(function, Effort.FULL);
  }

  /** A differentiator that simplifies its results that far. */
  public ArrayDifferentiator(IndexedFunction function, Effort effort) {
    this.function = function;
    this.pool = function.pool();
    this.simplifier = new Simplifier(pool, function.assumptions(), effort, function.rules());
    this.symmetry = new Symmetry(pool, function.symmetric());
    this.rows = rows(function);
    simplifier
        .demands(function.vanished(), List.of(function.output().element()))
        .forEach(condition -> conditions.add(forAll(condition)));
  }

  private static List<Axis> rows(IndexedFunction function) {
    List<Axis> rows = new ArrayList<>();
    for (int d = 0; d < function.output().sizes().size(); d++) {
      Index index = (Index) function.output().axes().get(d);
      rows.add(new Axis(index, function.pool().one(), function.output().sizes().get(d)));
    }
    return List.copyOf(rows);
  }

  /** The Jacobian with respect to some of the variables. */
  public ArrayJacobian jacobian(List<IndexedFunction.Argument> variables) {
    Expr element = readable(function.output().element(), rows);
    return new ArrayJacobian(
        function,
        rows,
        element,
        variables.stream().map(variable -> block(rows, element, variable, "'v")).toList(),
        Optional.empty(),
        names(element),
        sideConditions(),
        List.copyOf(simplifier.ownRules()));
  }

  /** The Jacobian of the gradient of a scalar function by one variable. */
  public ArrayJacobian hessian(
      IndexedFunction.Argument of, List<IndexedFunction.Argument> variables) {
    JacobianBlock gradient = jacobian(List.of(of)).blocks().get(0);
    List<Axis> axes = gradient.axes();
    return new ArrayJacobian(
        function,
        axes,
        gradient.element(),
        variables.stream()
            .map(variable -> block(axes, gradient.element(), variable, "'w"))
            .toList(),
        Optional.of(of.symbol()),
        names(readable(function.output().element(), rows)),
        sideConditions(),
        List.copyOf(simplifier.ownRules()));
  }

  /** The function's own output, then the arrays that its text names, each simplified. */
  private List<Definition> names(Expr element) {
    List<Definition> names = new ArrayList<>();
    for (Definition name : namesAsWritten()) {
      Expr readable = names.isEmpty() ? element : readable(name.element(), name.axes());
      names.add(new Definition(name.symbol(), name.axes(), readable));
    }
    return names;
  }

  /** The arrays that have a name: the function's own output, then those that its text names. */
  List<Definition> namesAsWritten() {
    List<Definition> names = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>(List.of(function.name()));
    Symbol own = new Symbol(function.name(), Symbol.Kind.ARRAY, FIRST_ORDER);
    names.add(new Definition(own, rows, function.output().element()));
    for (IndexedFunction.Part part : function.parts()) {
      List<Axis> axes = new ArrayList<>();
      for (int d = 0; d < part.axes().size(); d++) {
        axes.add(new Axis(part.axes().get(d), pool.one(), part.sizes().get(d)));
      }
      if (taken.add(part.name())) {
        Symbol symbol = new Symbol(part.name(), Symbol.Kind.ARRAY, FIRST_ORDER + names.size());
        names.add(new Definition(symbol, List.copyOf(axes), part.element()));
      }
    }
    return names;
  }

  /**
   * ∂f/∂x for one variable x with what led to it.
   *
   * @param element what was differentiated, f as a person would write it
   * @param at x at the indices of the block's columns
   * @param block the derivative
   * @param sideConditions conditions that simplification assumed
   */
  public record Observed(
      Expr element, Element at, JacobianBlock block, List<Expr> sideConditions) {}

  /** The block of one variable; the observer is told how its form is reached. */
  public Observed observed(IndexedFunction.Argument variable, FormObserver observer) {
    return observed(rows, readable(function.output().element(), rows), variable, "'v", observer);
  }

  /** The same of the gradient by one variable. */
  public Observed observedHessian(
      IndexedFunction.Argument of, IndexedFunction.Argument variable, FormObserver observer) {
    JacobianBlock gradient = jacobian(List.of(of)).blocks().get(0);
    return observed(gradient.axes(), gradient.element(), variable, "'w", observer);
  }

  private JacobianBlock block(
      List<Axis> outer, Expr element, IndexedFunction.Argument variable, String prefix) {
    return observed(outer, element, variable, prefix, FormObserver.NONE).block();
  }

  private Observed observed(
      List<Axis> outer,
      Expr element,
      IndexedFunction.Argument variable,
      String prefix,
      FormObserver observer) {
    List<Axis> columns = new ArrayList<>();
    List<Expr> indices = new ArrayList<>();
    for (int d = 0; d < variable.sizes().size(); d++) {
      Index index = pool.index(prefix + d);
      columns.add(new Axis(index, pool.one(), variable.sizes().get(d)));
      indices.add(index);
    }
    Element at = (Element) pool.element(variable.symbol(), indices);
    SparseRow row = new Differentiator(pool, List.of(at)).jacobian(List.of(element)).get(0);
    Expr partial = row.size() == 0 ? pool.zero() : row.entry(0);
    List<Axis> axes = new ArrayList<>(outer);
    axes.addAll(columns);
    JacobianBlock block =
        new JacobianBlock(variable, outer, List.copyOf(columns), readable(partial, axes, observer));
    return new Observed(element, at, block, List.copyOf(conditions));
  }

  /** A condition inside a sum holds for every index of the sum, which it names freely. */
  private Expr forAll(Expr condition) {
    Map<Expr, Expr> names = new HashMap<>();
    for (Index index : new FreeIndices().of(condition)) {
      if (index.isBound()) {
        names.put(index, pool.index("'c" + index.binder()));
      }
    }
    return new Substitution(pool, names).apply(condition);
  }

  /** The indices of the output's axes, with their ranges. */
  List<Axis> rows() {
    return rows;
  }

  /** What simplification has assumed so far, such as x ≠ 0. */
  List<Expr> sideConditions() {
    return List.copyOf(conditions);
  }

  /** The contracted and simplified form of an expression whose free indices run over axes. */
  Expr readable(Expr expr, List<Axis> axes) {
    return readable(expr, axes, FormObserver.NONE);
  }

  private Expr readable(Expr expr, List<Axis> axes, FormObserver observer) {
    IndexAlgebra algebra = new IndexAlgebra(pool, new IndexRanges(pool, axes));
    Expr current = observer.became(Reason.SYMMETRY, expr, symmetry.apply(expr));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Expr contracted = observer.became(Reason.CONTRACTION, current, algebra.normalize(current));
      Expr simple = observer.became(Reason.SIMPLIFICATION, contracted, simplified(contracted));
      Expr next = observer.became(Reason.SYMMETRY, simple, symmetry.apply(simple));
      if (next == current) {
        break;
      }
      current = next;
    }
    Expr contracted = observer.became(Reason.CONTRACTION, current, algebra.normalize(current));
    Expr apart = observer.became(Reason.SIMPLIFICATION, contracted, termByTerm(contracted));
    Expr merged = new SumMerging(pool, this::simplified).apply(apart);
    return observer.became(Reason.MERGING, apart, merged);
  }

  private Expr simplified(Expr expr) {
    Simplification simplification = simplifier.simplify(expr);
    simplification.sideConditions().forEach(condition -> conditions.add(forAll(condition)));
    return simplification.expr();
  }

  /** Terms under different conditions are simplified apart, so that no factor joins them. */
  private Expr termByTerm(Expr expr) {
    List<Expr> guarded = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    for (Expr term : expr instanceof Sum sum ? sum.terms() : List.of(expr)) {
      if (term instanceof Select select && select.whenFalse() == pool.zero()) {
        guarded.add(pool.select(select.condition(), simplified(select.whenTrue()), pool.zero()));
      } else {
        rest.add(term);
      }
    }
    if (guarded.isEmpty()) {
      return simplified(expr);
    }
    guarded.add(simplified(pool.sum(rest)));
    return pool.sum(guarded);
  }
}
