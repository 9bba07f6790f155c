package dev.nabla.tape;

import dev.nabla.function.ElementaryFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Operations without an order: each operation on the same operands exists once (value numbering),
 * under a number greater than those of its operands.
 *
 * <p>A <em>term</em> is an operation with a sign: 2·number, or 2·number + 1 for its negative.
 * Negation is exact, so signs travel through sums and products for free, and a NEG is made only
 * where a value is needed as such.
 */
final class ValueGraph {
  private static final int NONE = 0;

  private final List<Opcode> opcodes = new ArrayList<>();
  private final IntSequence first = new IntSequence();
  private final IntSequence second = new IntSequence();
  private final IntSequence third = new IntSequence();
  private final IntSequence levels = new IntSequence();
  private final Constants constants = new Constants();
  private final List<ElementaryFunction> functions = new ArrayList<>();
  private final Map<String, Integer> functionPositions = new HashMap<>();
  private int[] table = new int[1 << 6];

  ValueGraph() {}

  /** A copy that grows on its own. */
  ValueGraph(ValueGraph other) {
    opcodes.addAll(other.opcodes);
    first.addAll(other.first);
    second.addAll(other.second);
    third.addAll(other.third);
    levels.addAll(other.levels);
    other.constants.entries().forEach(entry -> constants.position(entry.value(), entry.exact()));
    functions.addAll(other.functions);
    functionPositions.putAll(other.functionPositions);
    table = other.table.clone();
  }

  // ---- signs

  static int term(int number) {
    return 2 * number;
  }

  static int negate(int term) {
    return term ^ 1;
  }

  static boolean isNegative(int term) {
    return (term & 1) != 0;
  }

  static int magnitude(int term) {
    return term & ~1;
  }

  /** The number of an operation whose value is the term. */
  int number(int term) {
    int number = term >> 1;
    if (!isNegative(term)) {
      return number;
    }
    if (opcode(number) == Opcode.CONSTANT) {
      Constants.Entry entry = constants.get(third(number));
      return constantNumber(-entry.value(), entry.exact());
    }
    return operation(Opcode.NEG, number, NONE, NONE);
  }

  // ---- making operations; arguments and results are terms

  int input(int slot) {
    return term(operation(Opcode.INPUT, NONE, NONE, slot));
  }

  /** The term of a constant: a positive one and its sign. */
  int constant(double value, boolean exact) {
    int term = term(constantNumber(Math.abs(value), exact));
    return Math.copySign(1.0, value) < 0 ? negate(term) : term;
  }

  int add(int left, int right) {
    if (isNegative(left) && isNegative(right)) {
      return addNegatives(left, right);
    }
    if (isNegative(left)) {
      return subtract(right, negate(left));
    }
    return isNegative(right)
        ? subtract(left, negate(right))
        : term(operation(Opcode.ADD, left >> 1, right >> 1, NONE));
  }

  /** −c − b is a difference whose constant is negative; −a − b the negative of a sum. */
  private int addNegatives(int left, int right) {
    if (opcode(left >> 1) == Opcode.CONSTANT) {
      return term(operation(Opcode.SUB, number(left), right >> 1, NONE));
    }
    return opcode(right >> 1) == Opcode.CONSTANT
        ? addNegatives(right, left)
        : negate(add(negate(left), negate(right)));
  }

  /** left − right of terms without a sign; the opposite of a difference that exists is used. */
  private int subtract(int left, int right) {
    int opposite = find(Opcode.SUB, right >> 1, left >> 1, NONE);
    return opposite >= 0
        ? negate(term(opposite))
        : term(operation(Opcode.SUB, left >> 1, right >> 1, NONE));
  }

  int multiply(int left, int right) {
    return withSign(left ^ right, operation(Opcode.MUL, left >> 1, right >> 1, NONE));
  }

  /** coefficient · term where the sign stays with the constant: for −400·x no NEG is needed. */
  int scale(double coefficient, boolean exact, int term) {
    double signed = isNegative(term) ? -coefficient : coefficient;
    return term(operation(Opcode.MUL, constantNumber(signed, exact), term >> 1, NONE));
  }

  int divide(int left, int right) {
    return withSign(left ^ right, operation(Opcode.DIV, left >> 1, right >> 1, NONE));
  }

  private static int withSign(int sign, int number) {
    return term(number) | (sign & 1);
  }

  int unary(Opcode opcode, int operand) {
    return term(operation(opcode, number(operand), NONE, NONE));
  }

  int binary(Opcode opcode, int left, int right) {
    return term(operation(opcode, number(left), number(right), NONE));
  }

  int call(ElementaryFunction function, List<Integer> arguments) {
    Integer known = functionPositions.putIfAbsent(function.name(), functions.size());
    if (known == null) {
      functions.add(function);
    }
    int position = functionPositions.get(function.name());
    return switch (arguments.size()) {
      case 1 -> term(operation(Opcode.CALL_1, number(arguments.get(0)), NONE, position));
      case 2 ->
          term(
              operation(
                  Opcode.CALL_2, number(arguments.get(0)), number(arguments.get(1)), position));
      default ->
          throw new IllegalArgumentException(
              function.name() + " has " + arguments.size() + " arguments; a tape takes 1 or 2");
    };
  }

  int select(int condition, int whenTrue, int whenFalse) {
    return whenTrue == whenFalse
        ? whenTrue
        : term(operation(Opcode.PHI, number(condition), number(whenTrue), number(whenFalse)));
  }

  // ---- reading operations by number

  int size() {
    return opcodes.size();
  }

  Opcode opcode(int number) {
    return opcodes.get(number);
  }

  /** The first operand; for PHI the condition. */
  int first(int number) {
    return first.get(number);
  }

  /** The second operand; for PHI the value where the condition holds. */
  int second(int number) {
    return second.get(number);
  }

  /** The immediate number; for PHI the value where the condition does not hold. */
  int third(int number) {
    return third.get(number);
  }

  /** Hands over the operands of an operation; of a selection the condition comes first. */
  void forEachOperand(int number, IntConsumer operands) {
    Opcode opcode = opcode(number);
    if (opcode == Opcode.PHI) {
      operands.accept(first(number));
      operands.accept(second(number));
      operands.accept(third(number));
      return;
    }
    if (opcode.operands() > 0) {
      operands.accept(first(number));
    }
    if (opcode.operands() > 1) {
      operands.accept(second(number));
    }
  }

  /** For each operation whether the roots, numbers too, need it. */
  boolean[] needed(int[] roots) {
    boolean[] needed = new boolean[size()];
    for (int root : roots) {
      needed[root] = true;
    }
    for (int number = needed.length - 1; number >= 0; number--) {
      if (needed[number]) {
        forEachOperand(number, operand -> needed[operand] = true);
      }
    }
    return needed;
  }

  /** The largest number of selections one below the other, from here down. */
  int level(int number) {
    return levels.get(number);
  }

  List<Constants.Entry> constants() {
    return constants.entries();
  }

  List<ElementaryFunction> functions() {
    return functions;
  }

  // ---- value numbering

  private int constantNumber(double value, boolean exact) {
    return operation(Opcode.CONSTANT, NONE, NONE, constants.position(value, exact));
  }

  private int operation(Opcode opcode, int a, int b, int c) {
    if (opcode.isCommutative() && a > b) {
      return operation(opcode, b, a, c);
    }
    int slot = slot(opcode, a, b, c);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    int number = size();
    table[slot] = number + 1;
    opcodes.add(opcode);
    first.add(a);
    second.add(b);
    third.add(c);
    levels.add(levelOf(opcode, a, b, c));
    if (2 * size() > table.length) {
      grow();
    }
    return number;
  }

  private int levelOf(Opcode opcode, int a, int b, int c) {
    if (opcode == Opcode.PHI) {
      return 1 + Math.max(level(a), Math.max(level(b), level(c)));
    }
    int level = opcode.operands() > 0 ? level(a) : 0;
    return opcode.operands() > 1 ? Math.max(level, level(b)) : level;
  }

  private int find(Opcode opcode, int a, int b, int c) {
    return table[slot(opcode, a, b, c)] - 1;
  }

  private int slot(Opcode opcode, int a, int b, int c) {
    int mask = table.length - 1;
    long hash = ((a * 0x9E3779B97F4A7C15L + b) * 0xD6E8FEB86659FD93L + c) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 29) ^ opcode.name().hashCode()) * 0xD6E8FEB86659FD93L;
    int slot = (int) (hash >>> 33) & mask;
    while (table[slot] != 0 && !is(table[slot] - 1, opcode, a, b, c)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean is(int number, Opcode opcode, int a, int b, int c) {
    return opcodes.get(number) == opcode
        && first.get(number) == a
        && second.get(number) == b
        && third.get(number) == c;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int number = 0; number < size(); number++) {
      table[slot(opcode(number), first(number), second(number), third(number))] = number + 1;
    }
  }
}
