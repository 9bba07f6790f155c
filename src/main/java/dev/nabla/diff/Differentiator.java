package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ∂fᵢ/∂xⱼ by the chain rule, forward through the DAG.
 *
 * <p>Each node's derivative for each variable it depends on is built once for all outputs; what a
 * node does not depend on is not visited, and a structural zero is never built. Variables may be
 * scalars or elements at free indices: then ∂x[k]/∂x[j] is δ(k, j).
 */
public final class Differentiator {
  private final ExprPool pool;
  private final List<Element> variables;
  private final Map<String, List<Integer>> positions = new HashMap<>();
  private final Map<Expr, Integer> scalars = new HashMap<>();
  private final Map<Expr, SparseRow> rows = new HashMap<>();
  private final LocalDerivatives local;
  private final BinderDerivatives binders;

  /** Derivatives for {@code variables} by the rules of the function table. */
  public Differentiator(ExprPool pool, List<Element> variables) {
    this(pool, variables, DerivativeTemplates.standard());
  }

  /** Derivatives for {@code variables} by other rules for the elementary functions. */
  public Differentiator(ExprPool pool, List<Element> variables, DerivativeTemplates templates) {
    this.pool = pool;
    this.variables = List.copyOf(variables);
    this.local = new LocalDerivatives(pool, templates);
    this.binders = new BinderDerivatives(pool);
    for (int j = 0; j < variables.size(); j++) {
      Element variable = variables.get(j);
      positions.computeIfAbsent(variable.symbol().name(), key -> new ArrayList<>()).add(j);
      scalars.put(variable, j);
    }
  }

  /** Derivatives that take those of some expressions as given. */
  Differentiator(
      ExprPool pool,
      List<Element> variables,
      DerivativeTemplates templates,
      Map<Expr, SparseRow> given) {
    this(pool, variables, templates);
    rows.putAll(given);
  }

  /** Whether an expression that was met so far has a derivative that is not structurally 0. */
  boolean isActive(Expr node) {
    return rowOf(node).size() > 0;
  }

  /** One row for each output. */
  public List<SparseRow> jacobian(List<Expr> outputs) {
    Deque<Expr> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (rows.containsKey(node)) {
        open.pop();
      } else if (pushMissing(node, open)) {
        open.pop();
        rows.put(node, row(node));
      }
    }
    return outputs.stream().map(rows::get).toList();
  }

  private boolean pushMissing(Expr node, Deque<Expr> open) {
    boolean complete = true;
    for (Expr operand : operands(node)) {
      if (!rows.containsKey(operand)) {
        open.push(operand);
        complete = false;
      }
    }
    return complete;
  }

  /** What is differentiated before the node; the inside of a binder is, once it is opened. */
  static List<Expr> operands(Expr node) {
    boolean isBinder = node instanceof Reduce || node instanceof ArrayApply;
    boolean isCondition = node instanceof Compare || node instanceof Logic;
    return isBinder || isCondition ? List.of() : node.children();
  }

  private SparseRow row(Expr node) {
    if (node instanceof Element element) {
      return ofElement(element);
    }
    if (node instanceof Reduce reduce) {
      Opening opening = Opening.of(pool, reduce);
      return rowWithin(opening)
          .map(partial -> binders.ofReduce(reduce.operation(), opening, partial));
    }
    if (node instanceof ArrayApply apply) {
      Opening opening = Opening.of(pool, apply);
      return rowWithin(opening).map(partial -> binders.ofArrayApply(apply, opening, partial));
    }
    if (isConstant(node)) {
      return SparseRow.EMPTY;
    }
    if (node instanceof Sum sum) {
      return combine(sum.terms(), i -> pool.one());
    }
    if (node instanceof Product product) {
      return combine(product.factors(), i -> local.ofProduct(product, i));
    }
    if (node instanceof Power power) {
      return combine(power.children(), i -> i == 0 ? local.ofBase(power) : local.ofExponent(power));
    }
    if (node instanceof Apply apply) {
      return combine(apply.arguments(), i -> local.ofApply(apply, i));
    }
    if (node instanceof Select select) {
      return ofSelect(select);
    }
    throw new UnsupportedOperationException(
        "there is no derivative rule for " + node.getClass().getSimpleName());
  }

  /** Nothing below depends on a variable; a condition has no derivative and counts as constant. */
  private boolean isConstant(Expr node) {
    if (node instanceof Select select) {
      return rowOf(select.whenTrue()).size() + rowOf(select.whenFalse()).size() == 0;
    }
    return node instanceof Compare
        || node instanceof Logic
        || node.children().stream().allMatch(child -> rowOf(child).size() == 0);
  }

  private SparseRow rowWithin(Opening opening) {
    return jacobian(List.of(opening.body())).get(0);
  }

  private SparseRow rowOf(Expr node) {
    return rows.get(node);
  }

  private SparseRow ofElement(Element element) {
    Integer scalar = scalars.get(element);
    if (scalar != null && !element.isIndexed()) {
      return new SparseRow(new int[] {scalar}, List.of(pool.one()));
    }
    SortedMap<Integer, Expr> entries = new TreeMap<>();
    for (int j : candidates(element)) {
      List<Expr> deltas = new ArrayList<>();
      List<Expr> indices = variables.get(j).indices();
      for (int d = 0; d < indices.size(); d++) {
        deltas.add(pool.delta(element.indices().get(d), indices.get(d)));
      }
      Expr entry = pool.product(deltas);
      if (entry != pool.zero()) {
        entries.put(j, entry);
      }
    }
    return SparseRow.of(entries);
  }

  /** A scalar element meets only itself, unless some variable stands at an index. */
  private List<Integer> candidates(Element element) {
    List<Integer> all = positions.getOrDefault(element.symbol().name(), List.of());
    return element.isIndexed()
        ? all
        : all.stream().filter(j -> variables.get(j).isIndexed()).toList();
  }

  private interface Partial {
    Expr of(int operand);
  }

  /** Σ_i ∂node/∂operand_i · ∂operand_i/∂x. */
  private SparseRow combine(List<Expr> operands, Partial partial) {
    Map<Integer, List<Expr>> terms = new TreeMap<>();
    for (int i = 0; i < operands.size(); i++) {
      SparseRow row = rowOf(operands.get(i));
      if (row.size() > 0) {
        Expr factor = partial.of(i);
        for (int p = 0; p < row.size(); p++) {
          terms
              .computeIfAbsent(row.column(p), key -> new ArrayList<>(2))
              .add(pool.product(factor, row.entry(p)));
        }
      }
    }
    SortedMap<Integer, Expr> entries = new TreeMap<>();
    terms.forEach(
        (column, list) -> {
          Expr entry = pool.sum(list);
          if (entry != pool.zero()) {
            entries.put(column, entry);
          }
        });
    return SparseRow.of(entries);
  }

  /** The derivative of the branch that is taken. */
  private SparseRow ofSelect(Select select) {
    SparseRow whenTrue = rowOf(select.whenTrue());
    SparseRow whenFalse = rowOf(select.whenFalse());
    SortedMap<Integer, Expr> entries = new TreeMap<>();
    for (int p = 0; p < whenTrue.size(); p++) {
      int q = whenFalse.position(whenTrue.column(p));
      Expr other = q >= 0 ? whenFalse.entry(q) : pool.zero();
      entries.put(whenTrue.column(p), pool.select(select.condition(), whenTrue.entry(p), other));
    }
    for (int q = 0; q < whenFalse.size(); q++) {
      if (whenTrue.position(whenFalse.column(q)) < 0) {
        entries.put(
            whenFalse.column(q), pool.select(select.condition(), pool.zero(), whenFalse.entry(q)));
      }
    }
    return SparseRow.of(entries);
  }
}
