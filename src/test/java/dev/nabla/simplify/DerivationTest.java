package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A derivation is the simplifier's own way: it ends where the simplifier ends, without gaps. */
class DerivationTest {
  private static List<String> rows() {
    try (InputStream stream = DerivationTest.class.getResourceAsStream("derivatives.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static void check(Derivation derivation, Expr expected) {
    assertSame(expected, derivation.result());
    Expr current = derivation.root();
    for (Derivation.Step step : derivation.steps()) {
      assertSame(current, step.before());
      assertTrue(step.after() != step.before());
      current = step.after();
    }
    assertSame(expected, current);
  }

  private static long jumps(Derivation derivation) {
    return derivation.steps().stream().filter(s -> s.rule().equals("canonical-form")).count();
  }

  @Property(tries = 100, seed = "31", shrinking = ShrinkingMode.OFF)
  void itEndsAtTheVeryNodeThatTheSimplifierReturns(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
    Entangled entangled = new Entangled(seed, size);
    for (Level level : Level.values()) {
      Effort effort = new Effort(level, seed % 2 == 0);
      Expr expected =
          new Simplifier(entangled.pool(), List.of(), effort).simplify(entangled.root()).expr();
      Derivation derivation =
          Derivation.of(entangled.pool(), List.of(), effort, entangled.root());
      check(derivation, expected);
      assertEquals(0, jumps(derivation), () -> entangled.text(entangled.root()));
    }
  }

  @Test
  void derivativesOfTheTableAreDerivedWithoutJumps() {
    long steps = 0;
    long jumps = 0;
    for (String row : rows()) {
      String[] columns = row.split(" \\| ");
      Given given = Given.of("f(" + columns[0] + ") = [" + columns[1] + ", " + columns[2] + "]");
      Expr root = given.derivative(0);
      Derivation derivation =
          Derivation.of(given.pool(), given.function().assumptions(), Effort.FULL, root);
      check(derivation, given.simplifier().simplify(root).expr());
      steps += derivation.steps().size();
      jumps += jumps(derivation);
    }
    assertEquals(0, jumps);
    assertTrue(steps > rows().size(), "few steps");
  }
}
