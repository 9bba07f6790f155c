package dev.nabla.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A question takes no longer than its limit, and the next one is answered. */
class TimeLimitTest {
  /** Its FullSimplify expands for minutes. */
  private static final String ENDLESS =
      "f(x, y) = (sin(x)^3*cos(y)^2 + tan(x*y)^5)^7/(cos(x)^3 + sin(y)^4 + exp(x*y))^5";

  @Test
  void aLateAnswerIsNone() {
    Asked asked = Asked.of(ENDLESS);
    Symja symja = asked.symja();
    long start = System.nanoTime();
    Reply reply = symja.fullSimplify(asked.output(0), Duration.ofMillis(300));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertEquals(new Reply.None("no answer within 0.3 s"), reply);
    assertTrue(taken.toMillis() < 3_000, taken::toString);
    assertInstanceOf(
        Reply.Expression.class, symja.derivative(asked.output(0), asked.input(0), Asked.LIMIT));
  }

  @Test
  void noThreadKeepsTheJvmAlive() {
    Asked asked = Asked.of(ENDLESS);
    asked.symja().fullSimplify(asked.output(0), Duration.ofMillis(100));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      boolean isOfSymja =
          thread.getName().startsWith("symja")
              || thread.getName().startsWith("pool-")
              || thread.getName().startsWith("Integrate");
      assertTrue(thread.isDaemon() || !isOfSymja, thread::toString);
    }
  }
}
