package dev.nabla.tape;

import dev.nabla.array.SparsityPattern;
import dev.nabla.diff.Accumulation;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Select;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives a matrix of derivatives operation by operation, without closed forms: what an evaluator
 * needs, in time linear in what it computes.
 *
 * <p>The vertices of the linearized graph are eliminated in several orders, and the cheapest
 * results looked at more closely. A function with branches is derived by the chain rule on its
 * expressions, so that a branch that is not taken costs nothing.
 */
public final class JacobianTapeBuilder {
  /** Above so many operations only one order is tried. */
  private static final int MOST_TRIED = 20_000;

  /** So many of the orders, the cheapest ones, are looked at more closely. */
  private static final int MOST_OPTIMIZED = 2;

  private final ExprPool pool;
  private final List<Expr> inputs;
  private final List<Expr> outputs;
  private final int[] variables;
  private final List<JacobianTape.Stage> stages = new ArrayList<>();

  /** What is derived. */
  public enum Kind {
    /** ∂fᵢ/∂xⱼ; the values are f. */
    JACOBIAN,
    /** ∂²f/∂xᵢ∂xⱼ of one output; the values are the gradient. */
    HESSIAN
  }

  /**
   * A function to be derived.
   *
   * @param pool the pool of the expressions
   * @param inputs distinct elements; the position in the list is the slot in the array of inputs
   * @param outputs the function's values
   * @param variables the slots of the variables, in the order of the columns
   */
  public JacobianTapeBuilder(
      ExprPool pool, List<Expr> inputs, List<Expr> outputs, int[] variables) {
    this.pool = pool;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.variables = variables.clone();
  }

  /**
   * The tape of values and derivatives.
   *
   * @param withValues whether the values are written, too
   * @param sparse whether partial k is the k-th nonzero rather than an entry of the dense matrix
   */
  public JacobianTape build(Kind kind, boolean withValues, boolean sparse) {
    stages.clear();
    List<Expr> nodes = TapeBuilder.expanded(outputs);
    DerivedGraph derived =
        hasBranches(nodes)
            ? byExpressions(kind, withValues)
            : byOperations(nodes, kind, withValues);
    return written(derived, sparse);
  }

  private void record(String stage, DerivedGraph derived) {
    stages.add(new JacobianTape.Stage(stage, derived.operations()));
  }

  // ---- operation by operation

  private DerivedGraph byOperations(List<Expr> nodes, Kind kind, boolean withValues) {
    ValueGraph graph = new ValueGraph();
    Lowering lowering = Lowering.of(nodes, TapeBuilder.elements(inputs, graph), graph, false);
    int[] roots = outputs.stream().mapToInt(lowering::number).toArray();
    record("function", new DerivedGraph(graph, numbers(graph, roots), List.of()));
    EliminationOrder[] orders =
        graph.size() > MOST_TRIED
            ? new EliminationOrder[] {EliminationOrder.MARKOWITZ_FROM_OUTPUTS}
            : EliminationOrder.values();
    List<DerivedGraph> candidates = new ArrayList<>();
    for (EliminationOrder order : orders) {
      DerivedGraph derived = derive(new ValueGraph(graph), roots, kind, order, withValues);
      record("derivatives, " + order.text(), derived);
      candidates.add(derived);
    }
    candidates.sort(Comparator.comparingLong(DerivedGraph::cost));
    DerivedGraph best =
        candidates.stream()
            .limit(MOST_OPTIMIZED)
            .map(GraphOptimizer::optimize)
            .min(Comparator.comparingLong(DerivedGraph::cost))
            .orElseThrow();
    record("factored", best);
    return best;
  }

  private static int[] numbers(ValueGraph graph, int[] terms) {
    int[] numbers = new int[terms.length];
    for (int i = 0; i < terms.length; i++) {
      numbers[i] = graph.number(terms[i]);
    }
    return numbers;
  }

  private DerivedGraph derive(
      ValueGraph graph, int[] roots, Kind kind, EliminationOrder order, boolean withValues) {
    List<SortedMap<Integer, Integer>> rows = new GraphJacobian(graph, variables).rows(roots, order);
    int[] values = roots;
    if (kind == Kind.HESSIAN) {
      values = dense(graph, rows.get(0));
      rows = new GraphJacobian(graph, variables).rows(values, order);
    }
    rows.forEach(row -> row.replaceAll((column, term) -> graph.number(term)));
    return new DerivedGraph(
        graph,
        withValues ? numbers(graph, values) : new int[0],
        kind == Kind.HESSIAN ? symmetric(rows) : rows);
  }

  private int[] dense(ValueGraph graph, SortedMap<Integer, Integer> row) {
    int[] dense = new int[variables.length];
    int zero = graph.constant(0, true);
    for (int column = 0; column < dense.length; column++) {
      dense[column] = row.getOrDefault(column, zero);
    }
    return dense;
  }

  /** The entries below the diagonal in the form of those above it. */
  private static List<SortedMap<Integer, Integer>> symmetric(
      List<SortedMap<Integer, Integer>> rows) {
    List<SortedMap<Integer, Integer>> symmetric = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      SortedMap<Integer, Integer> row = new TreeMap<>();
      for (int j : rows.get(i).keySet()) {
        Integer mirrored = rows.get(Math.min(i, j)).get(Math.max(i, j));
        row.put(j, mirrored == null ? rows.get(i).get(j) : mirrored);
      }
      symmetric.add(row);
    }
    return symmetric;
  }

  // ---- by the chain rule on expressions

  private DerivedGraph byExpressions(Kind kind, boolean withValues) {
    List<Element> columns = new ArrayList<>();
    for (int slot : variables) {
      columns.add((Element) inputs.get(slot));
    }
    Accumulation accumulation = new Accumulation(pool, columns);
    List<Expr> values = outputs;
    List<SparseRow> rows = accumulation.jacobian(values);
    if (kind == Kind.HESSIAN) {
      values = rows.get(0).dense(columns.size(), pool.zero());
      rows = accumulation.jacobian(values);
    }
    return ofEntries(withValues ? values : List.of(), rows);
  }

  /**
   * The tape of entries that were derived before.
   *
   * @param values the values to write; may be empty
   * @param rows the rows of the matrix
   * @param sparse whether partial k is the k-th nonzero rather than an entry of the dense matrix
   */
  public JacobianTape build(List<Expr> values, List<SparseRow> rows, boolean sparse) {
    stages.clear();
    return written(ofEntries(values, rows), sparse);
  }

  private DerivedGraph ofEntries(List<Expr> values, List<SparseRow> rows) {
    List<Expr> roots = new ArrayList<>(values);
    rows.forEach(row -> roots.addAll(row.entries()));
    List<Expr> nodes = TapeBuilder.expanded(roots);
    ValueGraph graph = new ValueGraph();
    Lowering lowering = Lowering.of(nodes, TapeBuilder.elements(inputs, graph), graph, false);
    List<SortedMap<Integer, Integer>> entries = new ArrayList<>();
    for (SparseRow row : rows) {
      SortedMap<Integer, Integer> numbers = new TreeMap<>();
      for (int p = 0; p < row.size(); p++) {
        numbers.put(row.column(p), graph.number(lowering.number(row.entry(p))));
      }
      entries.add(numbers);
    }
    int[] terms = values.stream().mapToInt(lowering::number).toArray();
    DerivedGraph derived = new DerivedGraph(graph, numbers(graph, terms), entries);
    record("derivatives, by expressions", derived);
    if (hasBranches(nodes)) {
      return derived;
    }
    DerivedGraph optimized = GraphOptimizer.optimize(derived);
    record("factored", optimized);
    return optimized;
  }

  /** What a branch alone needs is to stay in it, so that it costs nothing where it is not taken. */
  private static boolean hasBranches(List<Expr> nodes) {
    return nodes.stream().anyMatch(Select.class::isInstance);
  }

  // ---- writing

  private JacobianTape written(DerivedGraph derived, boolean sparse) {
    List<TapeWriter.OutputSlot> slots = new ArrayList<>();
    for (int i = 0; i < derived.valueCount(); i++) {
      slots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_VALUE, i));
    }
    IntSequence rowOf = new IntSequence();
    IntSequence columnOf = new IntSequence();
    for (int i = 0; i < derived.rows().size(); i++) {
      for (int column : derived.rows().get(i).keySet()) {
        int dense = sparse ? 0 : Math.addExact(Math.multiplyExact(i, variables.length), column);
        slots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_PARTIAL, sparse ? rowOf.size() : dense));
        rowOf.add(i);
        columnOf.add(column);
      }
    }
    Tape tape = TapeBuilder.write(derived.graph(), derived.roots(), slots, inputs.size());
    SparsityPattern pattern =
        SparsityPattern.of(
            derived.rows().size(), variables.length, rowOf.toArray(), columnOf.toArray());
    return new JacobianTape(tape, pattern, List.copyOf(stages));
  }
}
