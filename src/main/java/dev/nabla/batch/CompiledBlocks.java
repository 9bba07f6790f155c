package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.Arrays;

/** Blocks of points by generated code: in at the slots of inputs, out from those of outputs. */
final class CompiledBlocks implements BlockEvaluation {
  private static final int SMALLEST_BLOCK = 32;
  private static final int LARGEST_BLOCK = 256;

  /** Slots of so many doubles stay in the caches next to the processor. */
  private static final int CACHED = 8_192;

  private final PointShape shape;
  private final int blockSize;
  private final int laneCount;
  private final BlockCode code;
  private final int[] inputSlots;
  private final int[] valueSlots;
  private final int[] partialSlots;
  private final ThreadLocal<double[]> blocks;

  /**
   * Compiles a tape.
   *
   * @param loopSteps the most steps of a loop
   * @param methodSteps the least steps of a method but the last
   */
  CompiledBlocks(Tape tape, PointShape shape, Lanes lanes, int loopSteps, int methodSteps) {
    this.shape = shape;
    this.laneCount = lanes.count();
    BlockPlan plan = new BlockPlan(tape, lanes::has, loopSteps);
    int size = LARGEST_BLOCK;
    while (size > Math.max(SMALLEST_BLOCK, laneCount) && size * plan.slotCount() > CACHED) {
      size /= 2;
    }
    this.blockSize = size;
    this.code = new BlockCompiler(tape, plan, blockSize, lanes).compile(methodSteps);
    this.inputSlots = slots(shape.inputs());
    this.valueSlots = slots(shape.values());
    this.partialSlots = slots(shape.partials());
    double[] initial = new double[plan.slotCount() * blockSize];
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      switch (opcode) {
        case INPUT -> inputSlots[tape.immediate(i)] = plan.slot(i) * blockSize;
        case OUTPUT_VALUE -> valueSlots[tape.immediate(i)] = plan.slot(tape.left(i)) * blockSize;
        case OUTPUT_PARTIAL ->
            partialSlots[tape.immediate(i)] = plan.slot(tape.left(i)) * blockSize;
        case CONSTANT -> {
          if (plan.hasSlot(i)) {
            int from = plan.slot(i) * blockSize;
            Arrays.fill(initial, from, from + blockSize, tape.constant(i));
          }
        }
        default -> {}
      }
    }
    this.blocks = ThreadLocal.withInitial(initial::clone);
  }

  private static int[] slots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, BlockPlan.NONE);
    return slots;
  }

  @Override
  public int blockSize() {
    return blockSize;
  }

  @Override
  public void evaluate(Batch batch, int first, int points) {
    double[] block = blocks.get();
    int padded = (points + laneCount - 1) / laneCount * laneCount;
    for (int k = 0; k < inputSlots.length; k++) {
      int from = inputSlots[k];
      if (from != BlockPlan.NONE) {
        batch.read(batch.points, k, shape.inputs(), first, block, from, points);
        // The lanes that are left evaluate the last point again, so that every lane has a point.
        Arrays.fill(block, from + points, from + padded, block[from + points - 1]);
      }
    }
    code.run(block, padded);
    write(batch, batch.values, valueSlots, first, block, points);
    write(batch, batch.partials, partialSlots, first, block, points);
  }

  private static void write(
      Batch batch, double[] array, int[] slots, int first, double[] block, int points) {
    for (int k = 0; k < slots.length; k++) {
      if (slots[k] == BlockPlan.NONE) {
        batch.clear(array, k, slots.length, first, points);
      } else {
        batch.write(array, k, slots.length, first, block, slots[k], points);
      }
    }
  }
}
