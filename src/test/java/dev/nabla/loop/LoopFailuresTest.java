package dev.nabla.loop;

import static dev.nabla.loop.LoopProgramTest.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has no loop form is an error that says why. */
class LoopFailuresTest {
  private final Programs p = new Programs();
  private final Expr n = p.size("n");
  private final Index i = p.index("i");
  private final Index j = p.index("j");

  private String failureAt(Map<String, Integer> sizes) {
    return failure(() -> LoopCompiler.compile(p.program(), sizes));
  }

  private String failureOf(Expr value) {
    p.assign("y", List.of(p.axis(i, n)), List.of(i), value);
    return failureAt(Map.of("n", 4));
  }

  @Test
  void everySizeHasAPositiveValue() {
    p.input("x", n);
    assertEquals("size 'n' has no value", failureAt(Map.of("m", 3)));
    assertEquals("size 'n' is 0: a size is at least 1", failureAt(Map.of("n", 0)));
    assertEquals("size 'n' is -2: a size is at least 1", failureAt(Map.of("n", -2)));
  }

  @Test
  void anArrayHasLessThanTwoToThe31Elements() {
    p.partials("J", n, n);
    assertEquals(
        "array 'J' is too large: it would reach to 2500000000 doubles",
        failureAt(Map.of("n", 50_000)));
    Programs scratch = new Programs();
    scratch.scratch("T", scratch.size("n"), scratch.size("n"));
    assertEquals(
        "array 'T' is too large: it would reach to 2500000000 doubles",
        failure(() -> LoopCompiler.compile(scratch.program(), Map.of("n", 50_000))));
  }

  @Test
  void subscriptsAreIntegerCombinationsOfIndices() {
    p.input("x", n).partials("y", n);
    Expr square = p.pool().power(i, 2);
    assertEquals(
        "the subscript or limit " + square + " is not an integer combination of indices",
        failureOf(p.at("x", square)));
    Programs half = new Programs();
    Index h = half.index("i");
    half.input("x", half.size("n")).partials("y", half.size("n"));
    Expr fraction = half.pool().scale(Rational.of(1, 2), h);
    half.assign("y", List.of(half.axis(h, half.size("n"))), List.of(h), half.at("x", fraction));
    assertEquals(
        "the subscript or limit 1/2 is not an integer combination of indices",
        failure(() -> LoopCompiler.compile(half.program(), Map.of("n", 4))));
  }

  @Test
  void arraysHaveStorageAndAsManySubscriptsAsAxes() {
    p.input("x", n).partials("y", n);
    assertEquals("array 'x' has 1 axes, not 2", failureOf(p.at("x", i, i)));
  }

  @Test
  void anIndexIsBoundByALoop() {
    p.input("x", n).partials("y", n);
    assertEquals("the index j is bound by no loop", failureOf(p.at("x", j)));
  }

  @Test
  void anInverseNeedsAStepOfItsOwn() {
    p.input("A", n, n).partials("y", n);
    Index k = p.index("k");
    Expr inverse =
        p.pool()
            .arrayApply(
                ArrayFunction.INVERSE,
                List.of(p.axis(j, n), p.axis(k, n)),
                p.at("A", j, k),
                List.of(i, i));
    assertEquals("inv of a matrix needs a step of its own", failureOf(inverse));
  }

  @Test
  void shortArraysAreNamed() {
    p.input("x", n).partials("y", n);
    p.assign("y", List.of(p.axis(i, n)), List.of(i), p.at("x", i));
    assertEquals(
        "inputs: 2 doubles, but the program needs 4",
        failure(() -> p.partials(Map.of("n", 4), 4, 1, 2)));
  }
}
