package dev.nabla.batch;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which numbers of a point stand in which slots of a block, and how they get there and back; what
 * has no slot is 0.
 */
final class SlotMap {
  private final int length;
  private final int[] positions;
  private final int[] offsets;
  private final int[] zeros;

  /**
   * A map.
   *
   * @param offsets where each number of a point begins in the block; {@link BlockPlan#NONE} for
   *     those that have no slot
   */
  SlotMap(int[] offsets) {
    this.length = offsets.length;
    this.positions = IntStream.range(0, length).filter(k -> offsets[k] != BlockPlan.NONE).toArray();
    this.offsets = Arrays.stream(positions).map(k -> offsets[k]).toArray();
    this.zeros = IntStream.range(0, length).filter(k -> offsets[k] == BlockPlan.NONE).toArray();
  }

  /**
   * Copies points from an array to the block.
   *
   * @param first the first point
   * @param points how many
   * @param padded how many the block is to have: the last one fills up the rest
   */
  void read(double[] array, Batch batch, int first, int points, double[] block, int padded) {
    if (batch.layout() == BatchLayout.BY_SLOT) {
      for (int i = 0; i < positions.length; i++) {
        int from = positions[i] * batch.count() + first;
        System.arraycopy(array, from, block, offsets[i], points);
      }
    } else {
      for (int i = 0; i < positions.length; i++) {
        readColumn(array, first * length + positions[i], block, offsets[i], points);
      }
    }
    if (padded > points) {
      for (int offset : offsets) {
        Arrays.fill(block, offset + points, offset + padded, block[offset + points - 1]);
      }
    }
  }

  private void readColumn(double[] array, int from, double[] block, int to, int points) {
    for (int p = 0; p < points; p++) {
      block[to + p] = array[from + p * length];
    }
  }

  /** Copies points from the block to slots of an array. */
  void writeSlots(double[] block, double[] array, Batch batch, int first, int points) {
    for (int i = 0; i < positions.length; i++) {
      int to = positions[i] * batch.count() + first;
      System.arraycopy(block, offsets[i], array, to, points);
    }
  }

  /** Copies points from the block to rows of an array, zeros too. */
  void writeRows(double[] block, double[] array, int first, int points) {
    if (zeros.length > 0) {
      Arrays.fill(array, first * length, (first + points) * length, 0.0);
    }
    int i = 0;
    for (; i + 4 <= positions.length; i += 4) {
      writeFourColumns(block, i, array, first * length, points);
    }
    for (; i < positions.length; i++) {
      writeColumn(block, offsets[i], array, first * length + positions[i], points);
    }
  }

  /** Four at a time: what is next to each other in a row is written one after the other. */
  private void writeFourColumns(double[] block, int i, double[] array, int start, int points) {
    int from0 = offsets[i];
    int from1 = offsets[i + 1];
    int from2 = offsets[i + 2];
    int from3 = offsets[i + 3];
    int to0 = start + positions[i];
    int to1 = start + positions[i + 1];
    int to2 = start + positions[i + 2];
    int to3 = start + positions[i + 3];
    for (int p = 0; p < points; p++) {
      int row = p * length;
      array[to0 + row] = block[from0 + p];
      array[to1 + row] = block[from1 + p];
      array[to2 + row] = block[from2 + p];
      array[to3 + row] = block[from3 + p];
    }
  }

  private void writeColumn(double[] block, int from, double[] array, int to, int points) {
    for (int p = 0; p < points; p++) {
      array[to + p * length] = block[from + p];
    }
  }

  /** How many numbers of a point are 0 and have no slot. */
  int zeroCount() {
    return zeros.length;
  }

  /** Writes the zeros of one number of all points, by slot: a whole slot is faster than blocks. */
  void clearSlot(int zero, double[] array, Batch batch) {
    int from = zeros[zero] * batch.count();
    Arrays.fill(array, from, from + batch.count(), 0.0);
  }
}
