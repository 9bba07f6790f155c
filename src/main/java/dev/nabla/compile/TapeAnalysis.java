package dev.nabla.compile;

import dev.nabla.tape.Tape;

/**
 * What the code of a tape is written by.
 *
 * @param tape the instructions
 * @param plan the method of each
 * @param stack which values stay on the operand stack
 * @param scratch which values go through the scratch array
 */
record TapeAnalysis(Tape tape, MethodPlan plan, OperandStack stack, ScratchLayout scratch) {
  /** The analysis for methods of about {@code target} bytes. */
  static TapeAnalysis of(Tape tape, int target) {
    MethodPlan plan = new MethodPlan(tape, target);
    OperandStack stack = new OperandStack(tape, plan);
    return new TapeAnalysis(tape, plan, stack, new ScratchLayout(tape, plan, stack));
  }
}
