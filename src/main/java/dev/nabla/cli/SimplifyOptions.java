package dev.nabla.cli;

import dev.nabla.VectorFunction;
import dev.nabla.simplify.Effort;
import picocli.CommandLine.Option;

/** How far results are simplified. */
final class SimplifyOptions {
  @Option(
      names = "--simplify",
      paramLabel = "LEVEL",
      description = {
        "none: as the chain rule gives it; fast: one pass of all rules; full: the shortest form",
        "that is found, the default; symja: that, or the form of Symja's FullSimplify where it is",
        "shorter and holds."
      })
  private Simplification level = Simplification.FULL;

  @Option(
      names = "--strict",
      description = {
        "Use exact rules only: the result is undefined wherever the derivative is, so it needs no",
        "side conditions."
      })
  private boolean strict;

  boolean asksSymja() {
    return level == Simplification.SYMJA;
  }

  /** The function, its derivatives to be simplified as asked. */
  VectorFunction apply(VectorFunction function) {
    return function.simplifying(new Effort(level.level(), strict));
  }
}
