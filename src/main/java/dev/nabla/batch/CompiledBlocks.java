package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.Arrays;

/**
 * Blocks of points by generated code: inputs are copied to their slots, results from the block.
 *
 * <p>Where points are by slot, several small blocks are evaluated before their results are written:
 * short stretches of many slots would take memory longer than the evaluation.
 */
final class CompiledBlocks implements BlockEvaluation {
  private static final int SMALLEST_BLOCK = 32;
  private static final int LARGEST_BLOCK = 256;

  /** Slots of so many doubles stay in the caches next to the processor. */
  private static final int CACHED = 8_192;

  /** Results of so many doubles stay in the cache after that, until they are written in one go. */
  private static final int CACHED_RESULTS = 65_536;

  /** Slots a power of two apart would all want the same few places of the cache. */
  private static final int GAP = 8;

  private final int blockSize;
  private final int resultSize;
  private final int laneCount;
  private final BlockCode code;
  private final SlotMap inputs;
  private final Results results;
  private final ThreadLocal<Worker> workers;

  /** What one thread works with: the slots of a block and of its results, and where these start. */
  private static final class Worker {
    private final double[] block;
    private final int[] starts;

    Worker(double[] block, int outputs) {
      this.block = block;
      this.starts = new int[outputs];
    }
  }

  /**
   * Compiles a tape.
   *
   * @param loopSteps the most steps of a loop
   */
  CompiledBlocks(Tape tape, PointShape shape, Lanes lanes, int loopSteps) {
    laneCount = lanes.count();
    BlockPlan plan = new BlockPlan(tape, lanes::has, loopSteps);
    int size = LARGEST_BLOCK;
    while (size > Math.max(SMALLEST_BLOCK, laneCount) && size * plan.slotCount() > CACHED) {
      size /= 2;
    }
    blockSize = size;
    int stride = blockSize + GAP;
    code = new BlockCompiler(tape, plan, stride, lanes).compile();
    int[] inputOffsets = new int[shape.inputs()];
    Arrays.fill(inputOffsets, BlockPlan.NONE);
    int outputs = plan.outputs().size();
    int larger = blockSize;
    while (larger < LARGEST_BLOCK && 2 * larger * outputs <= CACHED_RESULTS) {
      larger *= 2;
    }
    resultSize = larger;
    int resultStride = resultSize + GAP;
    double[] initial =
        new double
            [Math.addExact(
                Math.multiplyExact(plan.slotCount(), stride),
                Math.multiplyExact(outputs, resultStride))];
    for (int i = 0; i < tape.size(); i++) {
      if (tape.opcode(i) == Opcode.INPUT) {
        inputOffsets[tape.immediate(i)] = plan.slot(i) * stride;
      } else if (tape.opcode(i) == Opcode.CONSTANT && plan.hasSlot(i)) {
        int from = plan.slot(i) * stride;
        Arrays.fill(initial, from, from + stride, tape.constant(i));
      }
    }
    inputs = new SlotMap(inputOffsets);
    results = new Results(tape, plan, shape, stride, resultStride);
    workers = ThreadLocal.withInitial(() -> new Worker(initial.clone(), outputs));
  }

  @Override
  public int blockSize() {
    return resultSize;
  }

  @Override
  public void evaluate(Batch batch, int first, int points) {
    Worker worker = workers.get();
    if (batch.layout() == BatchLayout.BY_SLOT) {
      for (int done = 0; done < points; done += blockSize) {
        int now = Math.min(blockSize, points - done);
        evaluate(batch, first + done, now, worker, done);
        results.writeRest(worker.block, batch, first + done, now);
      }
      results.writeSlots(worker.block, batch, first, points);
    } else {
      for (int done = 0; done < points; done += blockSize) {
        int now = Math.min(blockSize, points - done);
        evaluate(batch, first + done, now, worker, 0);
        results.writeRows(worker.block, batch, first + done, now);
      }
    }
  }

  private void evaluate(Batch batch, int first, int points, Worker worker, int done) {
    int padded = (points + laneCount - 1) / laneCount * laneCount;
    inputs.read(batch.points(), batch, first, points, worker.block, padded);
    results.starts(done, worker.starts);
    code.run(worker.block, padded, worker.starts);
  }

  @Override
  public int zeroCount() {
    return results.zeroCount();
  }

  @Override
  public void clearSlot(Batch batch, int zero) {
    results.clearSlot(batch, zero);
  }
}
