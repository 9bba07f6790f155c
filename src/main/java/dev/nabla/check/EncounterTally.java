package dev.nabla.check;

import java.util.List;
import java.util.Optional;

/** Counts how often something is met and keeps the first example. */
final class EncounterTally {
  private int count;
  private Optional<CheckReport.Example> example = Optional.empty();

  void add(List<Double> point, String text) {
    count++;
    if (example.isEmpty()) {
      example = Optional.of(new CheckReport.Example(point, text));
    }
  }

  CheckReport.Encounter report() {
    return new CheckReport.Encounter(count, example);
  }
}
