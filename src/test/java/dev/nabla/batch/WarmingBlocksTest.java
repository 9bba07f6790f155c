package dev.nabla.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** On a clock that only evaluations move. */
class WarmingBlocksTest {
  private static final int POINTS = 32;
  private static final Batch BATCH =
      new Batch(new double[0], new double[0], new double[0], 0, BatchLayout.BY_POINT);

  private long now;

  /** Blocks that take a time each. */
  private final class Timed implements BlockEvaluation {
    private long each;
    private int count;

    Timed(long each) {
      this.each = each;
    }

    @Override
    public int blockSize() {
      return POINTS;
    }

    @Override
    public void evaluate(Batch batch, int first, int points) {
      now += each;
      count++;
    }

    @Override
    public int zeroCount() {
      return 0;
    }

    @Override
    public void clearSlot(Batch batch, int zero) {}
  }

  private final Timed single = new Timed(10_000);

  private void evaluate(WarmingBlocks blocks, int times) {
    for (int i = 0; i < times; i++) {
      blocks.evaluate(BATCH, 0, POINTS);
    }
  }

  @Test
  void aShortBatchMeetsNoVector() {
    Timed vectors = new Timed(1_000_000);
    evaluate(new WarmingBlocks(vectors, single, () -> now), 2_000);
    assertEquals(0, vectors.count);
  }

  @Test
  void whileVectorsAreSlowTheyTakeAThirdOfTheTime() {
    Timed vectors = new Timed(1_000_000);
    evaluate(new WarmingBlocks(vectors, single, () -> now), 100_000);
    assertTrue(vectors.count > 100);
    assertTrue(vectors.count * vectors.each <= now / 3);
  }

  @Test
  void onceFasterVectorsTakeAllBlocks() {
    Timed vectors = new Timed(1_000_000);
    WarmingBlocks blocks = new WarmingBlocks(vectors, single, () -> now);
    evaluate(blocks, 10_000);
    vectors.each = 2_000;
    evaluate(blocks, 10_000);
    int before = single.count;
    evaluate(blocks, 10_000);
    assertEquals(before, single.count);
  }

  @Test
  void vectorsThatStaySlowAreGivenUp() {
    Timed vectors = new Timed(WarmingBlocks.PATIENCE / 10);
    Timed slow = new Timed(WarmingBlocks.PATIENCE / 20);
    WarmingBlocks blocks = new WarmingBlocks(vectors, slow, () -> now);
    evaluate(blocks, 10_000);
    assertTrue(vectors.count <= 11, "tried: " + vectors.count);
  }
}
