package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import java.util.Map;

/** Array programs at given sizes as evaluators made of loops. */
public final class LoopCompiler {
  private LoopCompiler() {}

  /**
   * Compiles a program to bytecode; the time it takes does not depend on the sizes.
   *
   * @param program the program
   * @param sizes the value of each symbolic size
   * @throws IllegalArgumentException if a size is missing or below 1, an array would be too large,
   *     or something in the program has no loop form; the message says what
   */
  public static ArrayEvaluator compile(ArrayProgram program, Map<String, Integer> sizes) {
    LoopProgram lowered = Lowering.lower(program, sizes);
    return new ArrayEvaluator(lowered, LoopClass.load(lowered));
  }

  /** The same evaluator, interpreted: slow, and to the bit the same results. */
  public static ArrayEvaluator interpret(ArrayProgram program, Map<String, Integer> sizes) {
    LoopProgram lowered = Lowering.lower(program, sizes);
    return new ArrayEvaluator(lowered, new LoopInterpreter(lowered));
  }
}
