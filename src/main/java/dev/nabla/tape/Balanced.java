package dev.nabla.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * A chain of operations over few operands, a balanced tree over many: rounding errors grow with the
 * logarithm of their number, and the processor finds independent work.
 */
final class Balanced {
  private static final int LONGEST_CHAIN = 8;

  private Balanced() {}

  static int combine(List<Integer> operands, IntBinaryOperator operation) {
    if (operands.size() <= LONGEST_CHAIN) {
      int result = operands.get(0);
      for (int operand : operands.subList(1, operands.size())) {
        result = operation.applyAsInt(result, operand);
      }
      return result;
    }
    List<Integer> level = operands;
    while (level.size() > 1) {
      List<Integer> next = new ArrayList<>(level.size() / 2 + 1);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        next.add(operation.applyAsInt(level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        next.add(level.get(level.size() - 1));
      }
      level = next;
    }
    return level.get(0);
  }
}
