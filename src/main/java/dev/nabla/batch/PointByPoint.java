package dev.nabla.batch;

import dev.nabla.compile.CompiledTape;
import java.util.function.Supplier;

/** One point after the other, by what evaluates a single one: the same bits as there. */
final class PointByPoint implements BlockEvaluation {
  private static final int BLOCK = 64;

  private final ThreadLocal<Worker> workers;

  /** What one thread works with. */
  private static final class Worker {
    private final CompiledTape code;
    private final double[] inputs;
    private final double[] values;
    private final double[] partials;

    Worker(CompiledTape code, PointShape shape) {
      this.code = code;
      this.inputs = new double[shape.inputs()];
      this.values = new double[shape.values()];
      this.partials = new double[shape.partials()];
    }
  }

  PointByPoint(Supplier<CompiledTape> code, PointShape shape) {
    this.workers = ThreadLocal.withInitial(() -> new Worker(code.get(), shape));
  }

  @Override
  public int blockSize() {
    return BLOCK;
  }

  @Override
  public void evaluate(Batch batch, int first, int points) {
    Worker worker = workers.get();
    for (int point = first; point < first + points; point++) {
      batch.readPoint(batch.points(), point, worker.inputs);
      evaluate(worker, point);
      batch.writePoint(batch.values(), point, worker.values);
      batch.writePoint(batch.partials(), point, worker.partials);
    }
  }

  private static void evaluate(Worker worker, int point) {
    try {
      worker.code.evaluate(worker.inputs, worker.values, worker.partials);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("point " + point + ": " + wrong.getMessage(), wrong);
    }
  }

  @Override
  public int zeroCount() {
    return 0;
  }

  @Override
  public void clearSlot(Batch batch, int zero) {
    throw new IllegalStateException("what is 0 is written with its point");
  }
}
