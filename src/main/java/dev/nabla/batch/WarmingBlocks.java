package dev.nabla.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Blocks in vector registers as soon as these are faster than one point after the other.
 *
 * <p>Until HotSpot has compiled it, code with vectors makes objects of them and is a hundred times
 * slower. It gets a third of the time at most while it warms up, so that no batch ever takes much
 * longer than without vectors, and none of a short one. Both give the same bits, but for the last
 * bits of functions, which change when HotSpot compiles them in any case.
 */
final class WarmingBlocks implements BlockEvaluation {
  private static final long MILLISECOND = 1_000_000;

  /** Nanoseconds that single evaluations take before vectors are tried at all. */
  static final long START = 20 * MILLISECOND;

  /** Nanoseconds in vectors after which they are given up. */
  static final long PATIENCE = 60_000 * MILLISECOND;

  /** So many blocks in a row must be faster. */
  static final int ENOUGH = 16;

  private final BlockEvaluation vectors;
  private final BlockEvaluation single;
  private final LongSupplier clock;
  private final AtomicLong vectorTime = new AtomicLong();
  private final AtomicLong singleTime = new AtomicLong();
  private final AtomicLong singlePoints = new AtomicLong();
  private final AtomicInteger faster = new AtomicInteger();
  private volatile boolean isWarm;

  /** Blocks by either, as a clock of nanoseconds tells. */
  WarmingBlocks(BlockEvaluation vectors, BlockEvaluation single, LongSupplier clock) {
    this.vectors = vectors;
    this.single = single;
    this.clock = clock;
  }

  @Override
  public int blockSize() {
    return vectors.blockSize();
  }

  @Override
  public void evaluate(Batch batch, int first, int points) {
    if (isWarm) {
      vectors.evaluate(batch, first, points);
    } else if (vectorsAreDue()) {
      long time = timed(vectors, batch, first, points);
      vectorTime.addAndGet(time);
      double usual = (double) singleTime.get() / singlePoints.get();
      if (time >= points * usual) {
        faster.set(0);
      } else if (faster.incrementAndGet() >= ENOUGH) {
        isWarm = true;
      }
    } else {
      singleTime.addAndGet(timed(single, batch, first, points));
      singlePoints.addAndGet(points);
    }
  }

  private boolean vectorsAreDue() {
    long spent = vectorTime.get();
    return spent < PATIENCE && START + 2 * spent < singleTime.get();
  }

  private long timed(BlockEvaluation blocks, Batch batch, int first, int points) {
    long start = clock.getAsLong();
    blocks.evaluate(batch, first, points);
    return clock.getAsLong() - start;
  }

  @Override
  public int zeroCount() {
    return vectors.zeroCount();
  }

  @Override
  public void clearSlot(Batch batch, int zero) {
    vectors.clearSlot(batch, zero);
  }
}
