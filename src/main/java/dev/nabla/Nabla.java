package dev.nabla;

import dev.nabla.resolve.FunctionReader;
import dev.nabla.source.Source;
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
    return new VectorFunction(new FunctionReader(source, function, sizes).readIndexed(), sizes);
  }
}
