package dev.nabla.loop;

import dev.nabla.tape.FunctionHandles;

/** Runs nests as they stand: the meaning that the bytecode must match to the bit. */
final class LoopInterpreter implements Steps {
  private final LoopProgram program;
  private final FunctionHandles functions;

  LoopInterpreter(LoopProgram program) {
    this.program = program;
    this.functions = new FunctionHandles(program.functions());
  }

  @Override
  public void run(
      double[] inputs, double[] seed, double[] values, double[] partials, Scratch scratch) {
    double[][] buffers = {inputs, seed, values, partials};
    int factorisations = 0;
    for (Action action : program.actions()) {
      if (action instanceof Nest nest) {
        new Frame(nest, buffers, scratch, functions).run(nest.body());
      } else {
        scratch.factors(factorisations).apply(inputs, seed, values, partials, scratch);
        factorisations++;
      }
    }
  }
}
