package dev.nabla.batch;

import dev.nabla.compile.CompiledTape;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * (values, partials)ₚ = f(points)ₚ for many points p, on several threads. Thread-safe.
 *
 * <p>Points are cut into blocks of a fixed size, and what a block gives depends on nothing but its
 * points: neither on the number of threads nor on where a point stands. Without the module {@code
 * jdk.incubator.vector} all bits are those of a single evaluation.
 *
 * <p>With it, operations go through vector registers as soon as HotSpot has compiled the code for
 * them; arithmetic and branches have the same bits still. Functions such as exp are then those of
 * the module, within two ulps of Java's.
 */
public final class BatchEvaluator {
  /** Beyond this, code that is written out for blocks takes too long to compile. */
  private static final int LARGEST_TAPE = 60_000;

  /** So few that HotSpot inlines every operation on vectors. */
  private static final int VECTOR_STEPS = 32;

  /** So few that HotSpot's vectorizer takes the loop. */
  private static final int SCALAR_STEPS = 8;

  private final PointShape shape;
  private final BlockEvaluation blocks;

  private BatchEvaluator(PointShape shape, BlockEvaluation blocks) {
    this.shape = shape;
    this.blocks = blocks;
  }

  /** Evaluates one point after the other by code that each thread gets anew. */
  public static BatchEvaluator pointByPoint(Supplier<CompiledTape> code, PointShape shape) {
    return new BatchEvaluator(shape, new PointByPoint(code, shape));
  }

  /**
   * Evaluates blocks of points of a tape; positions that it does not write are 0.
   *
   * @param single what evaluates one point
   */
  public static BatchEvaluator of(Tape tape, CompiledTape single, PointShape shape) {
    BlockEvaluation plain = new PointByPoint(() -> single, shape);
    BlockEvaluation blocks = blocks(tape, single, shape, VectorModule.find());
    return new BatchEvaluator(
        shape,
        VectorModule.find().isPresent() && blocks instanceof CompiledBlocks
            ? new WarmingBlocks(blocks, plain, System::nanoTime)
            : blocks);
  }

  /** The same, in vectors from the first block on if there is a module. */
  static BatchEvaluator of(
      Tape tape, CompiledTape single, PointShape shape, Optional<VectorModule> module) {
    return new BatchEvaluator(shape, blocks(tape, single, shape, module));
  }

  private static BlockEvaluation blocks(
      Tape tape, CompiledTape single, PointShape shape, Optional<VectorModule> module) {
    boolean fits = tape.size() <= LARGEST_TAPE;
    if (fits && module.isPresent() && !mayRefuse(tape)) {
      Lanes lanes = new VectorLanes(tape, module.get());
      return new CompiledBlocks(tape, shape, lanes, VECTOR_STEPS);
    }
    if (fits && isArithmetic(tape)) {
      return new CompiledBlocks(tape, shape, new ScalarLanes(tape), SCALAR_STEPS);
    }
    return new PointByPoint(() -> single, shape);
  }

  /** Both sides of a branch are evaluated, where a function from elsewhere might throw. */
  private static boolean mayRefuse(Tape tape) {
    return tape.statistics().containsKey(Opcode.IF)
        && tape.functions().stream().anyMatch(ElementaryFunction::isForeign);
  }

  /** Loops of anything else are not faster than one point after the other. */
  private static boolean isArithmetic(Tape tape) {
    return tape.statistics().keySet().stream()
        .allMatch(
            opcode ->
                switch (opcode) {
                  case INPUT, CONSTANT, OUTPUT_VALUE, OUTPUT_PARTIAL -> true;
                  default -> opcode.isArithmetic();
                });
  }

  /**
   * Evaluates a batch.
   *
   * @param points the inputs of the points
   * @param values takes the values of the points
   * @param partials takes the partials of the points
   * @param count the number of points
   * @param layout how points stand in the arrays
   * @param parallelism the most threads that work on it; 1 for the calling thread alone
   * @throws IllegalArgumentException if an array is too short, or two are the same
   */
  public void evaluate(
      double[] points,
      double[] values,
      double[] partials,
      int count,
      BatchLayout layout,
      int parallelism) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("a batch needs a thread, not " + parallelism);
    }
    require(points, values, partials, count, layout);
    if (count == 0) {
      return;
    }
    Work work = new Work(new Batch(points, values, partials, count, layout));
    int threads = Math.min(parallelism, work.size());
    if (threads == 1) {
      work.compute();
    } else {
      ForkJoinTask.invokeAll(Stream.generate(work::another).limit(threads).toList());
    }
    work.rethrow();
  }

  /**
   * Refuses arrays that a batch cannot be evaluated in.
   *
   * @throws IllegalArgumentException if one is too short, or two are the same
   */
  public void require(
      double[] points, double[] values, double[] partials, int count, BatchLayout layout) {
    new Batch(points, values, partials, count, layout).require(shape);
  }

  /** Takes one piece of the work after the other, as long as there are any. */
  private final class Work extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final transient Batch batch;
    private final AtomicInteger next;

    /** What went wrong, by the piece where it did. */
    private final ConcurrentSkipListMap<Integer, RuntimeException> failures;

    Work(Batch batch) {
      this(batch, new AtomicInteger(), new ConcurrentSkipListMap<>());
    }

    private Work(
        Batch batch,
        AtomicInteger next,
        ConcurrentSkipListMap<Integer, RuntimeException> failures) {
      this.batch = batch;
      this.next = next;
      this.failures = failures;
    }

    /** A worker beside this one. */
    Work another() {
      return new Work(batch, next, failures);
    }

    /** Throws what went wrong first, whichever thread met it. */
    void rethrow() {
      if (!failures.isEmpty()) {
        throw failures.firstEntry().getValue();
      }
    }

    private int blockCount() {
      return (batch.count() - 1) / blocks.blockSize() + 1;
    }

    /** The number of pieces. */
    int size() {
      return blockCount() + (batch.layout() == BatchLayout.BY_SLOT ? blocks.zeroCount() : 0);
    }

    @Override
    protected void compute() {
      int size = size();
      for (int piece = next.getAndIncrement(); piece < size; piece = next.getAndIncrement()) {
        try {
          run(piece);
        } catch (RuntimeException failure) {
          failures.put(piece, failure);
        }
      }
    }

    private void run(int piece) {
      int blockCount = blockCount();
      if (piece < blockCount) {
        int first = piece * blocks.blockSize();
        blocks.evaluate(batch, first, Math.min(blocks.blockSize(), batch.count() - first));
      } else {
        blocks.clearSlot(batch, piece - blockCount);
      }
    }
  }
}
