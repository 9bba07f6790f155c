package dev.nabla;

import dev.nabla.source.Source;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that determines what a check finds: the same request gives the same report.
 *
 * @param text the text of the function
 * @param function its name
 * @param sizes the sizes that are given apart from the text
 * @param variables the variables that are differentiated by, in the order of the columns; empty for
 *     all
 * @param evaluator what is checked
 * @param points the number of points asked for
 * @param seed the seed of the points
 */
public record CheckRequest(
    String text,
    String function,
    SortedMap<String, Integer> sizes,
    List<String> variables,
    Evaluator evaluator,
    int points,
    long seed) {
  /** More points than this no check takes. */
  public static final int MOST_POINTS = 1_000_000;

  public CheckRequest {
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
    variables = List.copyOf(variables);
    if (points < 1 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          points + " points: a number from 1 to " + MOST_POINTS + " is wanted");
    }
  }

  /** A check of a function whose sizes all have a value. */
  public static CheckRequest of(
      VectorFunction function, List<String> variables, Evaluator evaluator, int points, long seed) {
    return new CheckRequest(
        function.text(),
        function.name(),
        function.givenSizes(),
        variables,
        evaluator,
        points,
        seed);
  }

  /**
   * The function, read anew.
   *
   * @throws dev.nabla.source.NablaException with the place, where the text is wrong
   */
  VectorFunction read() {
    return Nabla.parse(new Source("<certificate>", text), Optional.of(function), Map.copyOf(sizes));
  }

  /** Runs the check. */
  public CertifiedCheck run() {
    return CertifiedCheck.run(read(), this);
  }
}
