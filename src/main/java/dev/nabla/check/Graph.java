package dev.nabla.check;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Traversal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes below some roots, numbered 0, 1, 2, … with operands before what is made of them, and
 * for each input the set of nodes that depend on it. Immutable.
 */
public final class Graph {
  private static final int[] NONE = {};

  private final List<Expr> inputs;
  private final List<Expr> nodes;
  private final Map<Expr, Integer> numbers = new HashMap<>();
  private final int[] inputOf;
  private final int[][] operands;
  private final int[][] users;

  /**
   * The graph of {@code roots}, which are scalars over {@code inputs}.
   *
   * @throws IllegalArgumentException where an index, a reduction or a delta is left, or a symbol
   *     that is not an input
   */
  public Graph(List<Expr> inputs, Collection<Expr> roots) {
    this.inputs = List.copyOf(inputs);
    this.nodes = List.copyOf(Traversal.postOrder(roots));
    Map<Expr, Integer> positions = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      positions.put(inputs.get(i), i);
    }
    inputOf = new int[nodes.size()];
    operands = new int[nodes.size()][];
    int[] uses = new int[nodes.size()];
    for (int i = 0; i < operands.length; i++) {
      Expr node = nodes.get(i);
      numbers.put(node, i);
      inputOf[i] = inputPosition(node, positions);
      operands[i] = node instanceof Element ? NONE : numbersOf(node.children());
      for (int operand : operands[i]) {
        uses[operand]++;
      }
    }
    users = new int[nodes.size()][];
    Arrays.setAll(users, i -> new int[uses[i]]);
    for (int i = operands.length - 1; i >= 0; i--) {
      for (int operand : operands[i]) {
        users[operand][--uses[operand]] = i;
      }
    }
  }

  private static int inputPosition(Expr node, Map<Expr, Integer> positions) {
    if (node instanceof Index
        || node instanceof Reduce
        || node instanceof ArrayApply
        || node instanceof Delta) {
      throw new IllegalArgumentException(
          "an expression with indices has no number; expand it first: " + node);
    }
    if (!(node instanceof Element)) {
      return -1;
    }
    Integer position = positions.get(node);
    if (position == null) {
      throw new IllegalArgumentException("a symbol that is not an input: " + node);
    }
    return position;
  }

  private int[] numbersOf(List<Expr> children) {
    int[] result = new int[children.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = numbers.get(children.get(i));
    }
    return result;
  }

  /** The number of nodes. */
  public int size() {
    return nodes.size();
  }

  public List<Expr> inputs() {
    return inputs;
  }

  /** The node numbered {@code number}. */
  public Expr node(int number) {
    return nodes.get(number);
  }

  /** The number of a node of this graph. */
  public int numberOf(Expr node) {
    Integer number = numbers.get(node);
    if (number == null) {
      throw new IllegalArgumentException("not in this graph: " + node);
    }
    return number;
  }

  int[] operands(int number) {
    return operands[number];
  }

  /** The position among the inputs of the node {@code number}, or −1. */
  int inputOf(int number) {
    return inputOf[number];
  }

  /** The nodes that depend on the input at {@code position}, itself included. */
  public BitSet dependents(int position) {
    BitSet result = new BitSet();
    Integer start = numbers.get(inputs.get(position));
    if (start == null) {
      return result;
    }
    Deque<Integer> open = new ArrayDeque<>();
    result.set(start);
    open.push(start);
    while (!open.isEmpty()) {
      for (int user : users[open.pop()]) {
        if (!result.get(user)) {
          result.set(user);
          open.push(user);
        }
      }
    }
    return result;
  }

  /** The nodes that {@code root} is made of, itself included. */
  BitSet below(int root) {
    BitSet result = new BitSet();
    result.set(root);
    for (int i = root; i >= 0; i = result.previousSetBit(i - 1)) {
      for (int operand : operands[i]) {
        result.set(operand);
      }
    }
    return result;
  }
}
