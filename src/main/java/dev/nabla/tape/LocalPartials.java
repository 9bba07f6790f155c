package dev.nabla.tape;

import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * ∂v/∂u for each operation v of a graph and each of its operands u, in terms of the operations that
 * the graph has: u/v for a quotient, cos u beside sin u, the function itself where its derivative
 * is stated by it.
 */
final class LocalPartials {
  private final ValueGraph graph;
  private final WeightAlgebra algebra;
  private final IntegerPowers powers;

  /** Takes an edge: ∂v/∂u of the operation v under way. */
  @FunctionalInterface
  interface Consumer {
    void accept(int operand, Weight partial);
  }

  LocalPartials(ValueGraph graph) {
    this.graph = graph;
    this.algebra = new WeightAlgebra(graph);
    this.powers = new IntegerPowers(graph);
  }

  /** Whether the derivative of every operation is known here: a branch has none. */
  static boolean has(Opcode opcode) {
    return opcode != Opcode.PHI && opcode.isNumber();
  }

  /**
   * Hands over ∂v/∂u for the operands u, twice for an operand that stands twice.
   *
   * @throws UnsupportedOperationException naming an operation without a rule
   */
  void forEach(int v, Consumer edges) {
    int a = graph.first(v);
    int b = graph.second(v);
    switch (graph.opcode(v)) {
      case INPUT, CONSTANT -> {}
      case ADD -> {
        edges.accept(a, Weight.ONE);
        edges.accept(b, Weight.ONE);
      }
      case SUB -> {
        edges.accept(a, Weight.ONE);
        edges.accept(b, new Weight(-1, Weight.UNIT));
      }
      case NEG -> edges.accept(a, new Weight(-1, Weight.UNIT));
      case MUL -> ofProduct(v, a, b, edges);
      case DIV -> ofQuotient(v, a, b, edges);
      // (√a)′ = 1/(2·√a)
      case SQRT -> edges.accept(a, new Weight(0.5, reciprocal(v)));
      case POW -> ofPower(v, a, b, edges);
      case CALL_1 -> edges.accept(a, ofCall(v, 0));
      case CALL_2 -> {
        edges.accept(a, ofCall(v, 0));
        edges.accept(b, ofCall(v, 1));
      }
      default ->
          throw new UnsupportedOperationException(
              "there is no derivative of the operation " + graph.opcode(v).text());
    }
  }

  /** (a·b)′ = b·a′ + a·b′; and (bⁿ)′ = n·bⁿ⁻¹·b′ where the product is one of a chain of them. */
  private void ofProduct(int v, int a, int b, Consumer edges) {
    int base = powers.base(v);
    int exponent = powers.exponent(v);
    if (exponent > 1) {
      int reduced = powers.of(base, exponent - 1);
      edges.accept(base, new Weight(exponent, reduced));
    } else {
      edges.accept(a, algebra.of(ValueGraph.term(b)));
      edges.accept(b, algebra.of(ValueGraph.term(a)));
    }
  }

  /** (a/b)′ = a′/b − (a/b)·b′/b. */
  private void ofQuotient(int v, int a, int b, Consumer edges) {
    if (graph.opcode(b) == Opcode.CONSTANT) {
      double divisor = graph.constants().get(graph.third(b)).value();
      edges.accept(a, new Weight(1 / divisor, Weight.UNIT));
      return;
    }
    Weight inverse = new Weight(1, reciprocal(b));
    edges.accept(a, inverse);
    Weight quotient = algebra.multiply(algebra.of(ValueGraph.term(v)), inverse);
    edges.accept(b, new Weight(-quotient.coefficient(), quotient.monomial()));
  }

  private int reciprocal(int number) {
    return graph.divide(graph.constant(1, true), ValueGraph.term(number)) >> 1;
  }

  /** (aᵇ)′ = b·aᵇ⁻¹·a′ + aᵇ·log(a)·b′. */
  private void ofPower(int v, int a, int b, Consumer edges) {
    int reduced = graph.add(ValueGraph.term(b), graph.constant(-1, true));
    int power = graph.binary(Opcode.POW, ValueGraph.term(a), reduced);
    edges.accept(a, algebra.multiply(algebra.of(ValueGraph.term(b)), algebra.of(power)));
    if (graph.opcode(b) != Opcode.CONSTANT) {
      int logarithm = graph.call(FunctionTable.get("log"), List.of(ValueGraph.term(a)));
      edges.accept(b, algebra.multiply(algebra.of(ValueGraph.term(v)), algebra.of(logarithm)));
    }
  }

  /** The derivative that the function table states, at the operands of the call. */
  private Weight ofCall(int v, int argument) {
    ElementaryFunction function = graph.functions().get(graph.third(v));
    Expr body = DerivativeTemplates.standard().of(function, argument).body();
    ToIntFunction<Element> operands =
        placeholder -> {
          int position = function.arguments().indexOf(placeholder.symbol().name());
          return ValueGraph.term(position == 0 ? graph.first(v) : graph.second(v));
        };
    Lowering lowering = Lowering.of(Traversal.postOrder(body), operands, graph, false);
    return algebra.of(lowering.number(body));
  }
}
