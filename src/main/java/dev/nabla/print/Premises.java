package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.print.Equations.Rendering;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a result holds under: “for k &gt; 0, provided that x ≠ 0”.
 *
 * @param assumptions the declared assumptions that it relies on
 * @param sideConditions what its original demands for being defined and it does not
 */
public record Premises(List<Rendering> assumptions, List<Rendering> sideConditions) {
  /** It holds wherever it is defined. */
  public static final Premises NONE = new Premises(List.of(), List.of());

  public Premises {
    assumptions = List.copyOf(assumptions);
    sideConditions = List.copyOf(sideConditions);
  }

  /** The formulas of conditions. */
  public static Premises of(
      List<Expr> assumptions, List<Expr> sideConditions, FormulaBuilder formulas) {
    ConditionRendering rendering = new ConditionRendering(formulas);
    return new Premises(rendering.all(assumptions), rendering.all(sideConditions));
  }

  /** Whether there are none. */
  public boolean areNone() {
    return assumptions.isEmpty() && sideConditions.isEmpty();
  }

  /** In the words of the language, such as for k &gt; 0, provided that x != 0. */
  public String text() {
    return sentence(
        all -> all.stream().map(Rendering::text).collect(Collectors.joining(" and ")), "", "");
  }

  /** In LaTeX, for a display formula. */
  String latex() {
    return sentence(
        all -> all.stream().map(Rendering::latex).collect(Collectors.joining(" \\text{ and } ")),
        "\\text{",
        "}");
  }

  /** For a line of Markdown. */
  String markdown() {
    return sentence(
        all ->
            all.stream()
                .map(rendering -> "$" + rendering.latex() + "$")
                .collect(Collectors.joining(" and ")),
        "",
        "");
  }

  private String sentence(Function<List<Rendering>, String> list, String open, String close) {
    StringBuilder out = new StringBuilder();
    if (!assumptions.isEmpty()) {
      out.append(open).append("for ").append(close).append(list.apply(assumptions));
    }
    if (!sideConditions.isEmpty()) {
      out.append(assumptions.isEmpty() ? open : open + ", ").append("provided that ");
      out.append(close).append(list.apply(sideConditions));
    }
    return out.toString();
  }
}
