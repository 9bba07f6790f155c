package dev.nabla.loop;

import dev.nabla.tape.FunctionHandles;

/** Interprets a program and counts its operations on doubles: moves and addresses are none. */
final class OperationCounter implements Steps {
  private final LoopProgram program;
  private final FunctionHandles functions;
  private long count;

  OperationCounter(LoopProgram program) {
    this.program = program;
    this.functions = new FunctionHandles(program.functions());
  }

  /** The operations so far, those of factorisations left out. */
  long count() {
    return count;
  }

  @Override
  public void run(
      double[] inputs, double[] seed, double[] values, double[] partials, Scratch scratch) {
    double[][] buffers = {inputs, seed, values, partials};
    int factorisations = 0;
    for (Action action : program.actions()) {
      if (action instanceof Nest nest) {
        new CountingFrame(nest, buffers, scratch).run(nest.body());
      } else {
        scratch.factors(factorisations).apply(inputs, seed, values, partials, scratch);
        factorisations++;
      }
    }
  }

  private final class CountingFrame extends Frame {
    CountingFrame(Nest nest, double[][] buffers, Scratch scratch) {
      super(nest, buffers, scratch, OperationCounter.this.functions);
    }

    @Override
    boolean runNumber(Statement statement) {
      boolean computes =
          statement instanceof Statement.Compute compute && compute.operation() != Operation.COPY;
      if (computes || statement instanceof Statement.Call) {
        count++;
      }
      return super.runNumber(statement);
    }
  }
}
