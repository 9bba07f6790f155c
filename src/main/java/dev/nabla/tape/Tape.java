package dev.nabla.tape;

import dev.nabla.function.ElementaryFunction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * (values, partials) = f(inputs) as a list of instructions, numbered from 0; an operand is the
 * number of an earlier instruction.
 *
 * <p>Immutable. Every backend evaluates the instructions in this order, or in one that no rounding
 * can tell from it, so that all of them give the same bits.
 */
public final class Tape {
  private final Opcode[] opcodes;
  private final int[] lefts;
  private final int[] rights;
  private final int[] immediates;
  private final double[] constants;
  private final boolean[] exact;
  private final List<ElementaryFunction> functions;
  private final int inputCount;
  private final int valueCount;
  private final int partialCount;

  Tape(
      Opcode[] opcodes,
      int[] lefts,
      int[] rights,
      int[] immediates,
      List<Constants.Entry> constants,
      List<ElementaryFunction> functions,
      int inputCount) {
    this.opcodes = opcodes;
    this.lefts = lefts;
    this.rights = rights;
    this.immediates = immediates;
    this.constants = constants.stream().mapToDouble(Constants.Entry::value).toArray();
    this.exact = new boolean[constants.size()];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = constants.get(i).exact();
    }
    this.functions = List.copyOf(functions);
    this.inputCount = inputCount;
    this.valueCount = outputCount(Opcode.OUTPUT_VALUE);
    this.partialCount = outputCount(Opcode.OUTPUT_PARTIAL);
  }

  private int outputCount(Opcode output) {
    int count = 0;
    for (int i = 0; i < opcodes.length; i++) {
      if (opcodes[i] == output) {
        count = Math.max(count, immediates[i] + 1);
      }
    }
    return count;
  }

  /** The number of instructions. */
  public int size() {
    return opcodes.length;
  }

  public Opcode opcode(int instruction) {
    return opcodes[instruction];
  }

  /** Operand a: the number of an earlier instruction. */
  public int left(int instruction) {
    return lefts[instruction];
  }

  /** Operand b: the number of an earlier instruction. */
  public int right(int instruction) {
    return rights[instruction];
  }

  /** The number k of an instruction: a slot, a position, a constant, a function, a marker. */
  public int immediate(int instruction) {
    return immediates[instruction];
  }

  /** The value of a CONSTANT instruction. */
  public double constant(int instruction) {
    return constants[immediates[instruction]];
  }

  /** Whether the constant was no longer rounded when it became a double. */
  public boolean isExact(int instruction) {
    return exact[immediates[instruction]];
  }

  /** The function of a CALL_1 or CALL_2 instruction. */
  public ElementaryFunction function(int instruction) {
    return functions.get(immediates[instruction]);
  }

  /** The distinct functions called; a CALL's immediate number is a position in this list. */
  public List<ElementaryFunction> functions() {
    return functions;
  }

  /** The length of the array of inputs. */
  public int inputCount() {
    return inputCount;
  }

  /** The least length of the array of values. */
  public int valueCount() {
    return valueCount;
  }

  /** The least length of the array of partials. */
  public int partialCount() {
    return partialCount;
  }

  /**
   * Which of {@code count} partials no instruction writes: structural zeros, in ascending order.
   */
  public int[] unwrittenPartials(int count) {
    BitSet written = new BitSet(count);
    for (int i = 0; i < opcodes.length; i++) {
      if (opcodes[i] == Opcode.OUTPUT_PARTIAL) {
        written.set(immediates[i]);
      }
    }
    written.flip(0, count);
    return written.stream().toArray();
  }

  /** How often each operation occurs; operations that do not occur are absent. */
  public Map<Opcode, Integer> statistics() {
    Map<Opcode, Integer> counts = new EnumMap<>(Opcode.class);
    Arrays.stream(opcodes).forEach(opcode -> counts.merge(opcode, 1, Integer::sum));
    return counts;
  }

  /** One instruction a line, such as {@code v3 = v1 * v2}, blocks indented. */
  @Override
  public String toString() {
    return new TapeListing(this).text();
  }
}
