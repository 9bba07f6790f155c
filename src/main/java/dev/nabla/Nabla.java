package dev.nabla;

import dev.nabla.check.NumericCheck;
import dev.nabla.check.RuleReport;
import dev.nabla.check.RuleTests;
import dev.nabla.function.JavaFunctions;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.StatementReader;
import dev.nabla.simplify.RuleFamily;
import dev.nabla.simplify.RuleTable;
import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entry of the library: text → {@link VectorFunction}. */
public final class Nabla {
  private Nabla() {}

  /**
   * The last function defined in {@code text}, such as {@code f(x,y) = [x^2*y, x*y^2]}.
   *
   * @throws dev.nabla.source.NablaException with the place, where the text is wrong
   */
  public static VectorFunction parse(String text) {
    return parse(new Source("<text>", text), Optional.empty(), Map.of());
  }

  /**
   * A function of a source.
   *
   * @param source the text with its name
   * @param function the name of the function; empty for the last one
   * @param sizes array sizes that override those of the text
   */
  public static VectorFunction parse(
      Source source, Optional<String> function, Map<String, Integer> sizes) {
    return parse(source, function, sizes, JavaFunctions.none());
  }

  /** Tests the derivatives and rules that {@code text} and functions from Java state. */
  public static RuleReport checkRules(String text, JavaFunctions java) {
    return checkRules(new Source("<text>", text), java, NumericCheck.POINTS, 1);
  }

  /**
   * Tests the derivatives and rules that a source and functions from Java state: at special points
   * of each one's domain, ends included, and at random ones.
   *
   * @param points the number of random points for each rule
   * @param seed their seed
   * @throws dev.nabla.source.NablaException with the place, where the text is wrong
   */
  public static RuleReport checkRules(Source source, JavaFunctions java, int points, long seed) {
    return RuleTests.run(new StatementReader(source, java).read(), points, seed);
  }

  /** The last function defined in {@code text}, which may call functions from Java. */
  public static VectorFunction parse(String text, JavaFunctions java) {
    return parse(new Source("<text>", text), Optional.empty(), Map.of(), java);
  }

  /**
   * A function of a source that may call functions from Java.
   *
   * @param source the text with its name
   * @param function the name of the function; empty for the last one
   * @param sizes array sizes that override those of the text
   * @param java the functions from Java
   */
  public static VectorFunction parse(
      Source source, Optional<String> function, Map<String, Integer> sizes, JavaFunctions java) {
    return new VectorFunction(
        new FunctionReader(source, function, sizes, java).readIndexed(), sizes);
  }

  /** The rules by which results are simplified, in the order in which they are tried. */
  public static List<RuleFamily> rules() {
    return RuleTable.families();
  }
}
