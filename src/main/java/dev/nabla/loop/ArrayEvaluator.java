package dev.nabla.loop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * (values, partials) = f(inputs, seed), by loops over whole arrays.
 *
 * <p>Thread-safe. A call works in scratch arrays that it takes and gives back; only a call that
 * finds them taken by another thread makes its own.
 */
public final class ArrayEvaluator {
  private static final List<String> BUFFERS = List.of("inputs", "seed", "values", "partials");

  private final LoopProgram program;
  private final Steps steps;
  private final int[] lengths;
  private final boolean isShared;
  private final Scratch shared;
  private final AtomicReference<Scratch> spare;

  ArrayEvaluator(LoopProgram program, Steps steps) {
    this.program = program;
    this.steps = steps;
    this.lengths = program.layout().buffers().stream().mapToInt(Integer::intValue).toArray();
    this.shared = new Scratch(program);
    this.isShared = shared.isEmpty();
    this.spare = new AtomicReference<>(shared);
  }

  /** The same evaluator with scratch of its own, for another thread. */
  public ArrayEvaluator another() {
    return new ArrayEvaluator(program, steps);
  }

  /** The least length of the array of partials. */
  public int partialCount() {
    return program.layout().buffers().get(3);
  }

  /**
   * values, partials := f(inputs, seed).
   *
   * @param inputs the arguments' elements
   * @param seed the tangent or cotangent; may be empty if the program reads none
   * @param values takes the values; no other array of the call
   * @param partials takes the partials; no other array of the call
   * @throws IllegalArgumentException if an array is too short, or data that are used as a subscript
   *     are not whole numbers within the array
   */
  public void run(double[] inputs, double[] seed, double[] values, double[] partials) {
    give(runKeeping(inputs, seed, values, partials));
  }

  /** Scratch arrays for a call; calls that write none share theirs. */
  private Scratch take() {
    if (isShared) {
      return shared;
    }
    Scratch taken = spare.getAndSet(null);
    return taken == null ? new Scratch(program) : taken;
  }

  /** The next call sees it at the latest when it would make its own; no fence is worth that. */
  private void give(Scratch scratch) {
    if (!isShared) {
      spare.setRelease(scratch);
    }
  }

  /**
   * Runs as {@link #run} does, and says which matrices have no inverse at this point, so that what
   * depends on them is not a number.
   */
  public List<String> runReporting(
      double[] inputs, double[] seed, double[] values, double[] partials) {
    Scratch scratch = runKeeping(inputs, seed, values, partials);
    List<String> obstacles =
        scratch.factors().stream().map(Factors::obstacle).flatMap(Optional::stream).toList();
    give(scratch);
    return obstacles;
  }

  /** The operations on doubles of one run: sums, products, calls, without those of inversions. */
  public long countOperations(double[] inputs, double[] seed) {
    OperationCounter counter = new OperationCounter(program);
    List<Integer> lengths = program.layout().buffers();
    counter.run(
        inputs, seed, new double[lengths.get(2)], new double[lengths.get(3)], new Scratch(program));
    return counter.count();
  }

  /** The bytes of the program's class file. */
  public int classFileSize() {
    return LoopClass.bytes(program).length;
  }

  private Scratch runKeeping(double[] inputs, double[] seed, double[] values, double[] partials) {
    requireLength(0, inputs);
    requireLength(1, seed);
    requireLength(2, values);
    requireLength(3, partials);
    Scratch scratch = take();
    steps.run(inputs, seed, values, partials, scratch);
    return scratch;
  }

  private void requireLength(int buffer, double[] array) {
    int least = lengths[buffer];
    if (array.length < least) {
      throw new IllegalArgumentException(
          BUFFERS.get(buffer) + ": " + array.length + " doubles, but the program needs " + least);
    }
  }
}
