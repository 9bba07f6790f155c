package dev.nabla.benchmark.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
  /** The C++ standard fixes the ten thousandth number of the default seed ([rand.predef]). */
  @Test
  void theTenThousandthNumberIsThatOfTheStandard() {
    MersenneTwister random = new MersenneTwister(5489);
    for (int i = 1; i < 10_000; i++) {
      random.bits();
    }
    assertEquals(Long.parseUnsignedLong("9981545732273789042"), random.bits());
  }
}
