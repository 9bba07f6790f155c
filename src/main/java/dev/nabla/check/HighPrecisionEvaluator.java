package dev.nabla.check;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The values of a graph's nodes at one point, to a fixed number of digits.
 *
 * <p>Each node is evaluated at most once and only on demand, a branch only where it is taken, and
 * without recursion. {@link #shifted} evaluates at a neighbouring point and computes again only
 * what depends on the input that moved.
 */
public final class HighPrecisionEvaluator {
  /** From this width on, a sum is updated by the terms that moved. */
  private static final int WIDE = 6;

  private final Graph graph;
  private final NodeArithmetic arithmetic;
  private final Optional<HighPrecisionEvaluator> base;
  private final BitSet moved;
  private final List<BigDecimal> inputs;
  private final Outcome[] outcomes;
  private final List<Outcome> operands = new ArrayList<>();

  /** The graph at {@code inputs}, which are taken exactly. */
  public HighPrecisionEvaluator(Graph graph, List<BigDecimal> inputs, int digits) {
    this(graph, inputs, new NodeArithmetic(digits));
  }

  HighPrecisionEvaluator(Graph graph, List<BigDecimal> inputs, NodeArithmetic arithmetic) {
    this(graph, List.copyOf(inputs), arithmetic, Optional.empty(), new BitSet());
  }

  private HighPrecisionEvaluator(
      Graph graph,
      List<BigDecimal> inputs,
      NodeArithmetic arithmetic,
      Optional<HighPrecisionEvaluator> base,
      BitSet moved) {
    this.graph = graph;
    this.inputs = inputs;
    this.arithmetic = arithmetic;
    this.base = base;
    this.moved = moved;
    this.outcomes = new Outcome[base.isPresent() ? moved.length() : graph.size()];
  }

  /**
   * The same point but for one input.
   *
   * @param position the input that moves
   * @param value its value there
   * @param dependents the nodes that depend on it, see {@link Graph#dependents}
   */
  public HighPrecisionEvaluator shifted(int position, BigDecimal value, BitSet dependents) {
    List<BigDecimal> neighbour = new ArrayList<>(inputs);
    neighbour.set(position, value);
    return new HighPrecisionEvaluator(graph, neighbour, arithmetic, Optional.of(this), dependents);
  }

  /** The value of a node of the graph. */
  public Outcome value(Expr node) {
    return value(graph.numberOf(node));
  }

  Outcome value(int root) {
    if (known(root) == null) {
      evaluate(root);
    }
    return known(root);
  }

  /** Whether the node has been needed so far: an untaken branch has not. */
  boolean isEvaluated(int number) {
    return known(number) != null;
  }

  private boolean isOwn(int number) {
    return base.isEmpty() || moved.get(number);
  }

  /** The outcome, or null as long as there is none. */
  private Outcome known(int number) {
    return isOwn(number) ? outcomes[number] : base.get().outcomes[number];
  }

  private void evaluate(int root) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      int number = open.peek();
      if (known(number) != null) {
        open.pop();
      } else if (!isOwn(number)) {
        // What does not depend on the moved input stays with the base, for all its neighbours.
        base.get().value(number);
        open.pop();
      } else if (graph.node(number) instanceof Select) {
        select(number, open);
      } else if (pushMissing(number, open)) {
        open.pop();
        outcomes[number] = outcome(number);
      }
    }
  }

  private boolean pushMissing(int number, Deque<Integer> open) {
    boolean complete = true;
    for (int operand : graph.operands(number)) {
      if (known(operand) == null) {
        open.push(operand);
        complete = false;
      }
    }
    return complete;
  }

  private void select(int number, Deque<Integer> open) {
    int[] children = graph.operands(number);
    Outcome condition = known(children[0]);
    if (condition == null) {
      open.push(children[0]);
      return;
    }
    if (!(condition instanceof Outcome.Truth truth)) {
      outcomes[number] = condition;
      open.pop();
      return;
    }
    int branch = children[truth.holds() ? 1 : 2];
    if (known(branch) == null) {
      open.push(branch);
    } else {
      outcomes[number] = known(branch);
      open.pop();
    }
  }

  private Outcome outcome(int number) {
    int input = graph.inputOf(number);
    if (input >= 0) {
      return new Outcome.Real(inputs.get(input));
    }
    int[] children = graph.operands(number);
    if (base.isPresent() && children.length >= WIDE && graph.node(number) instanceof Sum) {
      Optional<Outcome> updated = updatedSum(number, children);
      if (updated.isPresent()) {
        return updated.get();
      }
    }
    operands.clear();
    for (int child : children) {
      operands.add(known(child));
    }
    return arithmetic.evaluate(graph.node(number), operands);
  }

  /** Σ' = Σ + Σ (moved term − term), where all of these are numbers. */
  private Optional<Outcome> updatedSum(int number, int[] children) {
    Outcome[] before = base.get().outcomes;
    if (!(before[number] instanceof Outcome.Real start)) {
      return Optional.empty();
    }
    BigDecimal total = start.value();
    for (int child : children) {
      if (moved.get(child)) {
        if (!(outcomes[child] instanceof Outcome.Real term)) {
          return Optional.empty();
        }
        BigDecimal step = term.value().subtract(before[child].real(), arithmetic.context());
        total = total.add(step, arithmetic.context());
      }
    }
    return Optional.of(new Outcome.Real(total));
  }

  /** The smallest k with |v| &lt; 10^k for every number evaluated so far; at least 0. */
  public int magnitude() {
    int largest = 0;
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Real number && number.value().signum() != 0) {
        largest = Math.max(largest, number.value().precision() - number.value().scale());
      }
    }
    return largest;
  }
}
