package dev.nabla.symja;

import java.util.List;

/**
 * What Symja said of each entry.
 *
 * @param entries row-major
 * @param inputNames the names of a point's coordinates
 * @param points the number of points at which values were compared
 * @param seed the seed of the points
 */
public record OracleReport(List<Entry> entries, List<String> inputNames, int points, long seed) {
  public OracleReport {
    entries = List.copyOf(entries);
    inputNames = List.copyOf(inputNames);
  }

  /**
   * One partial derivative.
   *
   * @param label its name, such as ∂f/∂x
   * @param ours Nabla's closed form as text
   * @param theirs Symja's, where it has one that differs
   * @param opinion what came of the comparison
   */
  public record Entry(String label, String ours, String theirs, Opinion opinion) {}

  /** Whether nothing speaks against Nabla: where Symja is wrong, or silent, nothing does. */
  public boolean passed() {
    return entries.stream().noneMatch(entry -> entry.opinion().isFailure());
  }
}
