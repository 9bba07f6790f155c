package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symja on the command line. */
class SymjaCommandTest {
  @Test
  void checkComparesWithSymja() {
    CommandRun run =
        CommandRun.of(
            "check", "--oracle=symja", "--time-limit=60", "--points=20", "samples/polar.nabla");
    assertEquals(
        """
        entry  Symja      points
        ∂r/∂x  proves it  20
        ∂r/∂y  proves it  20
        ∂θ/∂x  proves it  20
        ∂θ/∂y  proves it  20
        PASS  Symja confirms 4 of 4 entries, 4 by proof (20 points, seed 1)
        """,
        run.out());
    assertEquals("", run.err());
    assertEquals(0, run.status());
  }

  @Test
  void whatSymjaCannotDoIsReported() {
    CommandRun run =
        CommandRun.of(
            "check",
            "--oracle",
            "symja",
            "--time-limit",
            "0.001",
            "-e",
            "f(x) = (sin(x) + cos(x) + tan(x) + exp(x))^7*gamma(x)^x*log(x)^x*atan(x)^x");
    assertTrue(run.out().contains("no opinion  no answer within"), run.out());
    assertEquals(0, run.status());
  }

  @Test
  void simplifyKeepsOurFormAndSaysWhy() {
    CommandRun run =
        CommandRun.of(
            "gradient", "--simplify", "symja", "--time-limit", "0.001", "-e", "f(x) = gamma(x)^x");
    assertEquals(
        "nabla: note: kept our own form of ∂f/∂x: no answer within 0.001 s", run.err().strip());
    assertEquals(CommandRun.of("gradient", "-e", "f(x) = gamma(x)^x").out(), run.out());
    assertEquals(0, run.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check --oracle symja --time-limit 0 samples/polar.nabla | from 0.001 to 3600",
        "check --oracle sympy samples/polar.nabla | symja",
        "jacobian --simplify symja samples/softmax.nabla | add --notation entries"
      })
  void aMistakeIsOneMessage(String arguments, String message) {
    CommandRun run = CommandRun.of(arguments.split(" "));
    assertEquals(2, run.status());
    assertTrue(run.err().toLowerCase(Locale.ROOT).contains(message), run.err());
    assertEquals("", run.out());
  }
}
