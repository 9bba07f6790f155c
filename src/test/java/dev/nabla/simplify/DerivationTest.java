package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.explain.LineCheck;
import dev.nabla.explain.Verdict;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      throw new UncheckedIOException(broken);
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
      Derivation derivation = Derivation.of(entangled.pool(), List.of(), effort, entangled.root());
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
    long found = steps;
    assertTrue(found > rows().size() / 2, () -> "few steps: " + found);
  }

  @Test
  void aTreeOfTooManyPartsIsRefused() {
    ExprPool pool = new ExprPool();
    List<Expr> terms = new ArrayList<>();
    for (int i = 1; i < Derivation.LARGEST_TREE; i++) {
      terms.add(pool.element(new Symbol("x" + i, Symbol.Kind.VARIABLE, i)));
    }
    Expr largest = pool.sum(terms);
    assertEquals(Derivation.LARGEST_TREE, largest.treeSize());
    Effort none = new Effort(Level.NONE, false);
    assertEquals(List.of(), Derivation.of(pool, List.of(), none, largest).steps());
    terms.add(pool.one());
    Expr larger = pool.sum(terms);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> Derivation.of(pool, List.of(), none, larger));
    assertTrue(refused.getMessage().contains("more than 4000 parts"));
  }

  /** A rule that changes a value: the line that it made is found. */
  @Test
  void aWrongRuleIsFoundByTheCheckOfLines() {
    RuleCatalog wrong = new RuleCatalog(List.of(Rule.rule("wrong", "sin(a)*cos(a)", "sin(a)")));
    Given given = Given.of("f(x) = 1 + x*sin(x)*cos(x)");
    Derivation derivation =
        Derivation.of(given.pool(), List.of(), Effort.FULL, wrong, given.value());
    List<Expr> lines = new ArrayList<>(List.of(derivation.root()));
    derivation.steps().forEach(step -> lines.add(step.after()));
    Verdict verdict =
        new LineCheck(given.pool(), given.function().inputs(), List.of(), Map.of()).run(lines, 0);
    int line = verdict.failure().orElseThrow().line();
    assertEquals("wrong", derivation.steps().get(line - 1).rule());
  }
}
