package dev.nabla.tape;

import dev.nabla.expr.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives a matrix of derivatives operation by operation, without closed forms: what an evaluator
 * needs, in time linear in what it computes.
 *
 * <p>The vertices of the linearized graph are eliminated in several orders; the one that leaves the
 * cheapest tape is taken.
 */
public final class JacobianTapeBuilder {
  /** Above so many operations only one order is tried. */
  private static final int MOST_TRIED = 20_000;

  /** So many of the orders, the cheapest ones, are looked at more closely. */
  private static final int MOST_OPTIMIZED = 2;

  private static final int MOST_ROUNDS = 4;

  private final List<Expr> inputs;
  private final List<Expr> outputs;
  private final int[] variables;

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
   * @param inputs distinct elements; the position in the list is the slot in the array of inputs
   * @param outputs the function's values
   * @param variables the slots of the variables, in the order of the columns
   */
  public JacobianTapeBuilder(List<Expr> inputs, List<Expr> outputs, int[] variables) {
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.variables = variables.clone();
  }

  private record Derived(
      ValueGraph graph, int[] values, List<SortedMap<Integer, Integer>> rows, int[] roots) {
    long cost() {
      return OperationCount.of(graph, roots).cost();
    }
  }

  /**
   * The tape of values and derivatives.
   *
   * @param withValues whether the values are written, too
   * @throws UnsupportedOperationException naming an operation that has no derivative here: a branch
   */
  public JacobianTape build(Kind kind, boolean withValues) {
    ValueGraph graph = new ValueGraph();
    Lowering lowering =
        Lowering.of(TapeBuilder.expanded(outputs), TapeBuilder.elements(inputs, graph), graph, false);
    int[] roots = outputs.stream().mapToInt(lowering::number).toArray();
    List<JacobianTape.Stage> stages = new ArrayList<>();
    stages.add(stage("function", graph, numbers(graph, roots)));
    EliminationOrder[] orders =
        graph.size() > MOST_TRIED
            ? new EliminationOrder[] {EliminationOrder.MARKOWITZ_FROM_OUTPUTS}
            : EliminationOrder.values();
    List<Derived> candidates = new ArrayList<>();
    for (EliminationOrder order : orders) {
      Derived derived = derive(new ValueGraph(graph), roots, kind, order, withValues);
      stages.add(stage(order.text(), derived.graph(), derived.roots()));
      candidates.add(derived);
    }
    candidates.sort(Comparator.comparingLong(Derived::cost));
    Derived best = candidates.get(0);
    long least = Long.MAX_VALUE;
    for (Derived derived : candidates.subList(0, Math.min(MOST_OPTIMIZED, candidates.size()))) {
      Derived optimized = optimized(derived);
      if (optimized.cost() < least) {
        least = optimized.cost();
        best = optimized;
      }
    }
    stages.add(stage("factored", best.graph(), best.roots()));
    return written(best, withValues, stages);
  }

  private static JacobianTape.Stage stage(String name, ValueGraph graph, int[] roots) {
    return new JacobianTape.Stage(name, OperationCount.of(graph, roots));
  }

  private static int[] numbers(ValueGraph graph, int[] terms) {
    return Arrays.stream(terms).map(graph::number).toArray();
  }

  private Derived derive(
      ValueGraph graph, int[] roots, Kind kind, EliminationOrder order, boolean withValues) {
    List<SortedMap<Integer, Integer>> rows = new GraphJacobian(graph, variables).rows(roots, order);
    int[] values = roots;
    if (kind == Kind.HESSIAN) {
      values = dense(graph, rows.get(0));
      rows = symmetric(new GraphJacobian(graph, variables).rows(values, order));
    }
    IntSequence all = new IntSequence();
    if (withValues) {
      for (int value : values) {
        all.add(graph.number(value));
      }
    }
    rows.forEach(row -> row.values().forEach(term -> all.add(graph.number(term))));
    return new Derived(graph, values, rows, all.toArray());
  }

  /** Fewer operations for the same outputs. */
  private static Derived optimized(Derived derived) {
    Derived best = derived;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      SumOfProducts nodes = new SumOfProducts(best.graph(), best.roots());
      Factoring.apply(nodes);
      CommonPairs.apply(nodes, SumOfProducts.Kind.PRODUCT);
      CommonPairs.apply(nodes, SumOfProducts.Kind.SUM);
      GraphWriting.Written written = GraphWriting.write(nodes);
      Derived next =
          new Derived(written.graph(), derived.values(), derived.rows(), written.roots());
      if (next.cost() >= best.cost()) {
        break;
      }
      best = next;
    }
    return best;
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

  private JacobianTape written(
      Derived derived, boolean withValues, List<JacobianTape.Stage> stages) {
    List<TapeWriter.OutputSlot> slots = new ArrayList<>();
    if (withValues) {
      for (int i = 0; i < derived.values().length; i++) {
        slots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_VALUE, i));
      }
    }
    IntSequence rowOf = new IntSequence();
    IntSequence columnOf = new IntSequence();
    for (int i = 0; i < derived.rows().size(); i++) {
      for (int column : derived.rows().get(i).keySet()) {
        slots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_PARTIAL, rowOf.size()));
        rowOf.add(i);
        columnOf.add(column);
      }
    }
    Tape tape = TapeBuilder.write(derived.graph(), derived.roots(), slots, inputs.size());
    return new JacobianTape(tape, rowOf.toArray(), columnOf.toArray(), stages);
  }
}
