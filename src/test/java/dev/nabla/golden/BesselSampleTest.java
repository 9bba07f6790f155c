package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.cli.CommandRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample with functions from a Java source file. */
class BesselSampleTest {
  private static String run(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "samples/bessel/bessel.nabla"));
    arguments.addAll(List.of("--functions-from", "samples/bessel/Bessel.java"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals("", run.err());
    assertEquals(0, run.status(), run.out());
    return run.out();
  }

  @Test
  void jacobianAndHessianAreTheGoldens() {
    Golden.check("bessel.txt", run("jacobian"));
    Golden.check("bessel.tex", run("jacobian", "--format", "latex"));
    Golden.check("bessel.hessian.txt", run("hessian"));
  }

  @Test
  void evaluatorAndRulesAgreeWithTheNumericReference() {
    String check = run("check", "--points", "30");
    assertTrue(check.contains("double precision only: besselj0 from Java"), check);
    Golden.check("bessel.rules.txt", run("check", "--rules", "--points", "20"));
  }

  /** J₀(1), J₁(1) and the first zero of J₀ (A&amp;S table 9.1, 9.5). */
  @Test
  void theValuesAreThoseOfTheTables() {
    String far = run("eval", "--at", "r=30,t=0,c=1");
    assertTrue(far.contains("-0.0863679835810"), far);
    String one = run("eval", "--at", "r=1,t=0,c=1");
    assertTrue(one.contains("0.765197686557966") && one.contains("-0.4400505857449"), one);
  }
}
