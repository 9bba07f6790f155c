package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The operations of a graph with sums and products of any number of operands: what is added up once
 * only is part of the sum that uses it, and of products likewise.
 *
 * <p>References to nodes are terms: 2·node, or 2·node + 1 for its negative, so that signs take no
 * operation.
 */
final class SumOfProducts {
  enum Kind {
    SUM,
    PRODUCT,
    /** An operation of the graph that stays as it is; its operands are terms. */
    OTHER
  }

  private final ValueGraph graph;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<int[]> operands = new ArrayList<>();

  /** The number in the graph of each node of kind OTHER. */
  private final IntSequence origins = new IntSequence();

  private final int[] roots;

  /**
   * The operations that the roots need.
   *
   * @param roots numbers in the graph
   */
  SumOfProducts(ValueGraph graph, int[] roots) {
    this.graph = graph;
    boolean[] needed = graph.needed(roots);
    int[] uses = uses(graph, needed, roots);
    int[] terms = new int[graph.size()];
    for (int number = 0; number < needed.length; number++) {
      if (needed[number]) {
        terms[number] = node(number, terms, uses);
      }
    }
    this.roots = Arrays.stream(roots).map(root -> terms[root]).toArray();
  }

  private static int[] uses(ValueGraph graph, boolean[] needed, int[] roots) {
    int[] uses = new int[graph.size()];
    for (int number = 0; number < needed.length; number++) {
      if (needed[number]) {
        graph.forEachOperand(number, operand -> uses[operand]++);
      }
    }
    for (int root : roots) {
      uses[root] += 2;
    }
    return uses;
  }

  private int node(int number, int[] terms, int[] uses) {
    int a = graph.first(number);
    int b = graph.second(number);
    return switch (graph.opcode(number)) {
      case NEG -> terms[a] ^ 1;
      case ADD -> sum(a, terms[a], b, terms[b], uses);
      case SUB -> sum(a, terms[a], b, terms[b] ^ 1, uses);
      case MUL -> product(a, terms[a], b, terms[b], uses);
      default -> other(number, terms);
    };
  }

  private int sum(int a, int left, int b, int right, int[] uses) {
    IntSequence list = new IntSequence();
    absorb(Kind.SUM, a, left, uses, list);
    absorb(Kind.SUM, b, right, uses, list);
    return add(Kind.SUM, list.toArray());
  }

  private int product(int a, int left, int b, int right, int[] uses) {
    IntSequence list = new IntSequence();
    absorb(Kind.PRODUCT, a, left & ~1, uses, list);
    absorb(Kind.PRODUCT, b, right & ~1, uses, list);
    return add(Kind.PRODUCT, list.toArray()) ^ ((left ^ right) & 1);
  }

  /** Adds an operand, or its own operands where nothing else uses it. */
  private void absorb(Kind kind, int number, int term, int[] uses, IntSequence list) {
    if (uses[number] == 1 && kind(term >> 1) == kind) {
      for (int operand : operands(term >> 1)) {
        list.add(operand ^ (term & 1));
      }
    } else {
      list.add(term);
    }
  }

  private int other(int number, int[] terms) {
    IntSequence list = new IntSequence();
    graph.forEachOperand(number, operand -> list.add(terms[operand]));
    int term = add(Kind.OTHER, list.toArray());
    origins.set(term >> 1, number);
    return term;
  }

  /** A new node; its term. */
  int add(Kind kind, int[] terms) {
    kinds.add(kind);
    operands.add(terms);
    origins.add(-1);
    return 2 * (kinds.size() - 1);
  }

  int size() {
    return kinds.size();
  }

  Kind kind(int node) {
    return kinds.get(node);
  }

  int[] operands(int node) {
    return operands.get(node);
  }

  void replace(int node, Kind kind, int[] terms) {
    kinds.set(node, kind);
    operands.set(node, terms);
  }

  /** The number in the graph of a node of kind OTHER. */
  int origin(int node) {
    return origins.get(node);
  }

  boolean isConstant(int node) {
    return origin(node) >= 0 && graph.opcode(origin(node)) == Opcode.CONSTANT;
  }

  /** Whether a negated operand costs a change of sign: it moves out of sums and products only. */
  boolean takesSigns(int node) {
    return kind(node) == Kind.OTHER && graph.opcode(origin(node)) != Opcode.DIV;
  }

  ValueGraph graph() {
    return graph;
  }

  /** The terms of the roots. */
  int[] roots() {
    return roots;
  }

  /** How often each node is used by nodes that the roots need, and by these. */
  int[] uses() {
    int[] uses = new int[size()];
    IntSequence open = new IntSequence();
    for (int root : roots) {
      if (uses[root >> 1]++ == 0) {
        open.add(root >> 1);
      }
    }
    while (!open.isEmpty()) {
      for (int operand : operands(open.removeLast())) {
        if (uses[operand >> 1]++ == 0) {
          open.add(operand >> 1);
        }
      }
    }
    return uses;
  }
}
