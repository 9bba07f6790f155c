package dev.nabla.print;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The name of an output or a variable: {@code f1}, {@code r}, {@code W[1,2]}.
 *
 * @param name the name
 * @param indices its indices; none for a scalar
 */
public record Label(String name, List<String> indices) {
  public Label {
    indices = List.copyOf(indices);
  }

  public static Label of(String name) {
    return new Label(name, List.of());
  }

  /** name[index, …] with numbers for indices. */
  public static Label of(String name, int... indices) {
    return new Label(name, IntStream.of(indices).mapToObj(Integer::toString).toList());
  }

  /** The label of a text such as {@code W[1,2]}. */
  public static Label parse(String text) {
    int open = text.indexOf('[');
    if (open < 0 || !text.endsWith("]")) {
      return of(text);
    }
    String indices = text.substring(open + 1, text.length() - 1);
    return new Label(text.substring(0, open), List.of(indices.split(",\\s*", -1)));
  }

  /** The label in the language. */
  public String text() {
    return indices.isEmpty() ? name : name + "[" + String.join(",", indices) + "]";
  }

  /** The label in LaTeX. */
  public String latex() {
    List<Formula> parts =
        indices.stream()
            .<Formula>map(
                index ->
                    Character.isDigit(index.charAt(0))
                        ? new Formula.Numeral(index)
                        : new Formula.Name(index))
            .toList();
    Formula formula = indices.isEmpty() ? new Formula.Name(name) : new Formula.Entry(name, parts);
    return new LatexPrinter().print(formula);
  }
}
