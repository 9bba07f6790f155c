package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes sums and products of many operands as operations on two: a node that is needed only with
 * the opposite sign is made so, a factor 1/d that only one product uses divides it, and where 1/d
 * exists anyway, a/d is a product with it.
 */
final class GraphWriting {
  private static final int UNKNOWN = -1;

  /** So many divisions by one denominator are not more than its reciprocal and products. */
  private static final int MOST_DIVISIONS = 2;

  private final SumOfProducts nodes;
  private final ValueGraph source;
  private final ValueGraph target = new ValueGraph();
  private final int[] uses;
  private final boolean[] flipped;
  private final int[] terms;

  /** The denominators d by which is divided as a product with 1/d. */
  private final boolean[] shared;

  private GraphWriting(SumOfProducts nodes) {
    this.nodes = nodes;
    this.source = nodes.graph();
    this.uses = nodes.uses();
    this.flipped = new Signs(nodes, uses).flipped();
    this.terms = new int[nodes.size()];
    Arrays.fill(terms, UNKNOWN);
    this.shared = sharedDenominators();
  }

  /** The outputs of {@code before}, by other operations. */
  static DerivedGraph write(SumOfProducts nodes, DerivedGraph before) {
    GraphWriting writing = new GraphWriting(nodes);
    int[] numbers =
        Arrays.stream(nodes.roots())
            .map(root -> writing.target.number(writing.term(root)))
            .toArray();
    return before.with(writing.target, numbers);
  }

  private int term(int reference) {
    int node = reference >> 1;
    if (terms[node] == UNKNOWN) {
      make(node);
    }
    return terms[node] ^ (reference & 1);
  }

  /** Makes the nodes below first; the depth of a graph knows no bound, so not by recursion. */
  private void make(int root) {
    IntSequence open = new IntSequence();
    open.add(root);
    while (!open.isEmpty()) {
      int node = open.get(open.size() - 1);
      int before = open.size();
      if (terms[node] == UNKNOWN) {
        for (int operand : nodes.operands(node)) {
          if (terms[operand >> 1] == UNKNOWN) {
            open.add(operand >> 1);
          }
        }
      }
      if (open.size() == before) {
        open.removeLast();
        if (terms[node] == UNKNOWN) {
          terms[node] = written(node);
        }
      }
    }
  }

  private int written(int node) {
    return switch (nodes.kind(node)) {
      case SUM -> sum(node);
      case PRODUCT -> product(node);
      case OTHER -> other(node);
    };
  }

  private int sum(int node) {
    int sign = flipped[node] ? 1 : 0;
    List<Integer> operands = new ArrayList<>();
    for (int operand : nodes.operands(node)) {
      operands.add(term(operand) ^ sign);
    }
    // A sum that starts with a positive term needs no change of sign.
    for (int i = 0; i < operands.size(); i++) {
      if (!ValueGraph.isNegative(operands.get(i))) {
        operands.add(0, operands.remove(i));
        break;
      }
    }
    return Balanced.combine(operands, target::add) ^ sign;
  }

  private int product(int node) {
    List<Integer> numerator = new ArrayList<>();
    List<Integer> denominator = new ArrayList<>();
    int constant = UNKNOWN;
    for (int operand : nodes.operands(node)) {
      int factor = operand >> 1;
      if (flipped[node] && constant == UNKNOWN && nodes.isConstant(factor)) {
        constant = operand;
      } else if (isReciprocal(factor) && uses[factor] == 1) {
        divide(
            term(nodes.operands(factor)[1]),
            shared[nodes.operands(factor)[1] >> 1],
            numerator,
            denominator);
      } else {
        numerator.add(term(operand));
      }
    }
    int product = numerator.isEmpty() ? UNKNOWN : Balanced.combine(numerator, target::multiply);
    if (constant != UNKNOWN) {
      int entry = source.third(nodes.origin(constant >> 1));
      Constants.Entry value = source.constants().get(entry);
      int scaled = product == UNKNOWN ? UNKNOWN : product;
      product =
          scaled == UNKNOWN
              ? target.constant(value.value(), value.exact())
              : target.scale(-value.value(), value.exact(), scaled) ^ 1;
    }
    if (denominator.isEmpty()) {
      return product;
    }
    int top = product == UNKNOWN ? target.constant(1, true) : product;
    return target.divide(top, Balanced.combine(denominator, target::multiply));
  }

  private void divide(
      int divisor, boolean isShared, List<Integer> numerator, List<Integer> denominator) {
    if (isShared) {
      numerator.add(reciprocal(divisor));
    } else {
      denominator.add(divisor);
    }
  }

  private boolean isReciprocal(int node) {
    if (!isQuotient(node)) {
      return false;
    }
    int numerator = source.first(nodes.origin(node));
    return source.opcode(numerator) == Opcode.CONSTANT
        && source.constants().get(source.third(numerator)).value() == 1;
  }

  private int other(int node) {
    int number = nodes.origin(node);
    int[] operands = nodes.operands(node);
    return switch (source.opcode(number)) {
      case INPUT -> target.input(source.third(number));
      case CONSTANT -> {
        Constants.Entry entry = source.constants().get(source.third(number));
        yield target.constant(entry.value(), entry.exact());
      }
      case DIV -> quotient(node, operands);
      case CALL_1 ->
          target.call(source.functions().get(source.third(number)), List.of(term(operands[0])));
      case CALL_2 ->
          target.call(
              source.functions().get(source.third(number)),
              List.of(term(operands[0]), term(operands[1])));
      case PHI -> target.select(term(operands[0]), term(operands[1]), term(operands[2]));
      default ->
          operands.length == 1
              ? target.unary(source.opcode(number), term(operands[0]))
              : target.binary(source.opcode(number), term(operands[0]), term(operands[1]));
    };
  }

  private int quotient(int node, int[] operands) {
    int denominator = term(operands[1]);
    return shared[operands[1] >> 1] && !isReciprocal(node)
        ? target.multiply(term(operands[0]), reciprocal(denominator))
        : target.divide(term(operands[0]), denominator);
  }

  private int reciprocal(int term) {
    return target.divide(target.constant(1, true), term);
  }

  /** Denominators whose reciprocal is made in any case, or saves more divisions than it is. */
  private boolean[] sharedDenominators() {
    int[] quotients = new int[nodes.size()];
    for (int node = 0; node < nodes.size(); node++) {
      if (uses[node] > 0 && isQuotient(node)) {
        int denominator = nodes.operands(node)[1] >> 1;
        boolean isNeeded = isReciprocal(node) && uses[node] > 1;
        quotients[denominator] += isNeeded ? MOST_DIVISIONS : 1;
      }
    }
    boolean[] shared = new boolean[nodes.size()];
    for (int node = 0; node < shared.length; node++) {
      shared[node] = quotients[node] > MOST_DIVISIONS && !nodes.isConstant(node);
    }
    return shared;
  }

  private boolean isQuotient(int node) {
    return nodes.kind(node) == SumOfProducts.Kind.OTHER
        && source.opcode(nodes.origin(node)) == Opcode.DIV;
  }
}
