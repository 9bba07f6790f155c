package dev.nabla.batch;

import dev.nabla.tape.Tape;
import java.util.Arrays;

/** Blocks of points by generated code: in at the slots of inputs, out from those of outputs. */
final class CompiledBlocks implements BlockEvaluation {
  private static final int SMALLEST_BLOCK = 32;
  private static final int LARGEST_BLOCK = 256;

  /** Slots of so many doubles stay in the caches next to the processor. */
  private static final int CACHED = 8_192;

  /** Slots a power of two apart would all want the same few places of the cache. */
  private static final int GAP = 8;

  private final int blockSize;
  private final int laneCount;
  private final BlockCode code;
  private final SlotMap inputs;
  private final SlotMap values;
  private final SlotMap partials;
  private final ThreadLocal<double[]> blocks;

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
    int[] inputOffsets = none(shape.inputs());
    int[] valueOffsets = none(shape.values());
    int[] partialOffsets = none(shape.partials());
    double[] initial = new double[Math.multiplyExact(plan.slotCount(), stride)];
    for (int i = 0; i < tape.size(); i++) {
      int k = tape.immediate(i);
      switch (tape.opcode(i)) {
        case INPUT -> inputOffsets[k] = plan.slot(i) * stride;
        case OUTPUT_VALUE -> valueOffsets[k] = plan.slot(tape.left(i)) * stride;
        case OUTPUT_PARTIAL -> partialOffsets[k] = plan.slot(tape.left(i)) * stride;
        case CONSTANT -> {
          if (plan.hasSlot(i)) {
            int from = plan.slot(i) * stride;
            Arrays.fill(initial, from, from + stride, tape.constant(i));
          }
        }
        default -> {}
      }
    }
    inputs = new SlotMap(inputOffsets);
    values = new SlotMap(valueOffsets);
    partials = new SlotMap(partialOffsets);
    blocks = ThreadLocal.withInitial(initial::clone);
  }

  private static int[] none(int length) {
    int[] offsets = new int[length];
    Arrays.fill(offsets, BlockPlan.NONE);
    return offsets;
  }

  @Override
  public int blockSize() {
    return blockSize;
  }

  @Override
  public void evaluate(Batch batch, int first, int points) {
    double[] block = blocks.get();
    int padded = (points + laneCount - 1) / laneCount * laneCount;
    inputs.read(batch.points(), batch, first, points, block, padded);
    code.run(block, padded);
    values.write(block, batch.values(), batch, first, points);
    partials.write(block, batch.partials(), batch, first, points);
  }

  @Override
  public int zeroCount() {
    return values.zeroCount() + partials.zeroCount();
  }

  @Override
  public void clearSlot(Batch batch, int zero) {
    if (zero < values.zeroCount()) {
      values.clearSlot(zero, batch.values(), batch);
    } else {
      partials.clearSlot(zero - values.zeroCount(), batch.partials(), batch);
    }
  }
}
