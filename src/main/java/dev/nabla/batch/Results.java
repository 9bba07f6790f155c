package dev.nabla.batch;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.Arrays;

/**
 * How results get from a block to the caller's arrays. Loops write what they evaluate behind the
 * slots; what is an input or a constant stands in its slot.
 */
final class Results {
  private final int firstResult;
  private final int resultStride;
  private final SlotMap values;
  private final SlotMap partials;
  private final SlotMap allValues;
  private final SlotMap allPartials;
  private final SlotMap otherValues;
  private final SlotMap otherPartials;

  Results(Tape tape, BlockPlan plan, PointShape shape, int stride, int resultStride) {
    this.firstResult = plan.slotCount() * stride;
    this.resultStride = resultStride;
    int[] valueOffsets = none(shape.values());
    int[] partialOffsets = none(shape.partials());
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      boolean isOutput = opcode == Opcode.OUTPUT_VALUE || opcode == Opcode.OUTPUT_PARTIAL;
      if (isOutput && plan.outputsOf(tape.left(i)).isEmpty()) {
        int[] offsets = opcode == Opcode.OUTPUT_VALUE ? valueOffsets : partialOffsets;
        offsets[tape.immediate(i)] = plan.slot(tape.left(i)) * stride;
      }
    }
    otherValues = new SlotMap(valueOffsets);
    otherPartials = new SlotMap(partialOffsets);
    int[] ownValues = none(shape.values());
    int[] ownPartials = none(shape.partials());
    for (int number = 0; number < plan.outputs().size(); number++) {
      BlockPlan.Output output = plan.outputs().get(number);
      int[] offsets = output.isPartial() ? partialOffsets : valueOffsets;
      offsets[output.position()] = startInBlock(number);
      (output.isPartial() ? ownPartials : ownValues)[output.position()] = startInBlock(number);
    }
    allValues = new SlotMap(valueOffsets);
    allPartials = new SlotMap(partialOffsets);
    values = new SlotMap(ownValues);
    partials = new SlotMap(ownPartials);
  }

  private static int[] none(int length) {
    int[] offsets = new int[length];
    Arrays.fill(offsets, BlockPlan.NONE);
    return offsets;
  }

  private int startInBlock(int output) {
    return firstResult + output * resultStride;
  }

  /** Where loops write, if some points have been done. */
  void starts(int done, int[] starts) {
    for (int output = 0; output < starts.length; output++) {
      starts[output] = startInBlock(output) + done;
    }
  }

  /** Copies what loops do not write, to slots. */
  void writeRest(double[] block, Batch batch, int first, int points) {
    otherValues.writeSlots(block, batch.values(), batch, first, points);
    otherPartials.writeSlots(block, batch.partials(), batch, first, points);
  }

  /** Copies what loops write, to slots. */
  void writeSlots(double[] block, Batch batch, int first, int points) {
    values.writeSlots(block, batch.values(), batch, first, points);
    partials.writeSlots(block, batch.partials(), batch, first, points);
  }

  /** Copies all results, to rows. */
  void writeRows(double[] block, Batch batch, int first, int points) {
    allValues.writeRows(block, batch.values(), first, points);
    allPartials.writeRows(block, batch.partials(), first, points);
  }

  /** How many numbers of a point are always 0. */
  int zeroCount() {
    return allValues.zeroCount() + allPartials.zeroCount();
  }

  /** Writes one of these numbers for all points, by slot. */
  void clearSlot(Batch batch, int zero) {
    if (zero < allValues.zeroCount()) {
      allValues.clearSlot(zero, batch.values(), batch);
    } else {
      allPartials.clearSlot(zero - allValues.zeroCount(), batch.partials(), batch);
    }
  }
}
