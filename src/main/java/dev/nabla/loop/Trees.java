package dev.nabla.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** A chain over few operands, a balanced tree over many: errors grow with its height. */
final class Trees {
  private static final int LONGEST_CHAIN = 8;

  private Trees() {}

  /** The combination of one or more operands. */
  static int combine(List<Integer> operands, IntBinaryOperator operation) {
    List<Integer> level = operands;
    while (level.size() > LONGEST_CHAIN) {
      List<Integer> next = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        boolean pair = i + 1 < level.size();
        next.add(pair ? operation.applyAsInt(level.get(i), level.get(i + 1)) : level.get(i));
      }
      level = next;
    }
    int total = level.get(0);
    for (int i = 1; i < level.size(); i++) {
      total = operation.applyAsInt(total, level.get(i));
    }
    return total;
  }
}
