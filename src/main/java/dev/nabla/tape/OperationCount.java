package dev.nabla.tape;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each operation is evaluated: additions (with subtractions and changes of sign),
 * multiplications, divisions, roots, calls of functions and choices.
 *
 * @param counts the number of each; operations that do not occur are absent
 */
public record OperationCount(Map<Opcode, Integer> counts) {
  private static final int DIVISION = 4;
  private static final int CALL = 20;
  private static final int POW = 40;

  /** The operations that the roots, numbers in a graph, need. */
  static OperationCount of(ValueGraph graph, int[] roots) {
    boolean[] needed = graph.needed(roots);
    Map<Opcode, Integer> counts = new EnumMap<>(Opcode.class);
    for (int number = 0; number < needed.length; number++) {
      if (needed[number] && graph.opcode(number).isOperation()) {
        counts.merge(graph.opcode(number), 1, Integer::sum);
      }
    }
    return new OperationCount(Map.copyOf(counts));
  }

  /** The number of operations. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The number of some operations together. */
  public int of(Opcode... opcodes) {
    int sum = 0;
    for (Opcode opcode : opcodes) {
      sum += counts.getOrDefault(opcode, 0);
    }
    return sum;
  }

  /** What they cost together, in additions: a division four, a call of a function some twenty. */
  public long cost() {
    return total()
        + (DIVISION - 1L) * of(Opcode.DIV, Opcode.SQRT)
        + (CALL - 1L) * of(Opcode.CALL_1, Opcode.CALL_2)
        + (POW - 1L) * of(Opcode.POW);
  }
}
