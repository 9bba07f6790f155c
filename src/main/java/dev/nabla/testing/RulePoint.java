package dev.nabla.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A point with the names of its coordinates.
 *
 * @param names the names
 * @param coordinates the values
 */
public record RulePoint(List<String> names, List<Double> coordinates) {
  public RulePoint {
    names = List.copyOf(names);
    coordinates = List.copyOf(coordinates);
  }

  /** Random points with these names. */
  static Generator<RulePoint> any(List<String> names) {
    Points points = new Points(names.size());
    return new Generator<>() {
      @Override
      public RulePoint next(RandomGenerator random) {
        return new RulePoint(names, points.next(random));
      }

      @Override
      public Stream<RulePoint> simpler(RulePoint value) {
        return points.simpler(value.coordinates()).map(simpler -> new RulePoint(names, simpler));
      }
    };
  }

  List<BigDecimal> decimals() {
    return coordinates.stream().map(BigDecimal::new).toList();
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      texts.add(names.get(i) + " = " + Simplicity.shown(coordinates.get(i)));
    }
    return "at " + String.join(", ", texts);
  }
}
