package dev.nabla.benchmark.workload;

/**
 * The generator MT19937-64 of M. Matsumoto and T. Nishimura (2000): the numbers of C++'s {@code
 * std::mt19937_64}, so that a point can be made again in other languages.
 */
final class MersenneTwister {
  private static final int SIZE = 312;
  private static final int SHIFT = 156;
  private static final long UPPER = 0xFFFFFFFF80000000L;

  private final long[] state = new long[SIZE];
  private int next = SIZE;

  MersenneTwister(long seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      long before = state[i - 1];
      state[i] = 6364136223846793005L * (before ^ (before >>> 62)) + i;
    }
  }

  /** 64 random bits. */
  long bits() {
    if (next == SIZE) {
      twist();
      next = 0;
    }
    long bits = state[next++];
    bits ^= (bits >>> 29) & 0x5555555555555555L;
    bits ^= (bits << 17) & 0x71D67FFFEDA60000L;
    bits ^= (bits << 37) & 0xFFF7EEE000000000L;
    return bits ^ (bits >>> 43);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      long mixed = (state[i] & UPPER) | (state[(i + 1) % SIZE] & ~UPPER);
      long odd = (mixed & 1) == 0 ? 0 : 0xB5026F5AA96619E9L;
      state[i] = state[(i + SHIFT) % SIZE] ^ (mixed >>> 1) ^ odd;
    }
  }

  /**
   * A number from {@code least} up to {@code bound}, as {@code uniform_real_distribution} has it.
   */
  double uniform(double least, double bound) {
    double unit = Math.min(unsigned(bits()) * 0x1p-64, Math.nextDown(1.0));
    return unit * (bound - least) + least;
  }

  /** The nearest double of an unsigned number; the last bit is kept for rounding. */
  private static double unsigned(long bits) {
    return bits >= 0 ? (double) bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
  }
}
