package dev.nabla.loop;

import java.util.List;

/** The arrays that one call works in. */
final class Scratch {
  private final double[][] flats;
  private final double[][][] matrices;
  private final List<Factors> factors;

  Scratch(LoopProgram program) {
    Layout layout = program.layout();
    flats = layout.flats().stream().map(double[]::new).toArray(double[][]::new);
    matrices =
        layout.matrices().stream()
            .map(shape -> new double[shape.rows()][shape.columns()])
            .toArray(double[][][]::new);
    factors =
        program.actions().stream()
            .filter(action -> action instanceof Factorisation)
            .map(action -> new Factors((Factorisation) action))
            .toList();
  }

  /** Whether nothing is written to it, so that all calls may have the same one. */
  boolean isEmpty() {
    return flats.length == 0 && matrices.length == 0 && factors.isEmpty();
  }

  double[][] flats() {
    return flats;
  }

  double[][][] matrices() {
    return matrices;
  }

  /** What the n-th factorisation of the program works in. */
  Factors factors(int n) {
    return factors.get(n);
  }

  List<Factors> factors() {
    return factors;
  }
}
