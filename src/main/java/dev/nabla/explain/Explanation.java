package dev.nabla.explain;

import dev.nabla.print.Equations.Rendering;
import java.util.ArrayList;
import java.util.List;

/**
 * ∂f/∂x = … = …: the derivation of one derivative, each line with the rule that led to it, and
 * whether each was found equal to the one before.
 *
 * @param title what is derived: {@code ∂r/∂x of polar(x, y)}
 * @param left the derivative as a fraction
 * @param lines what it equals, from the derivative still to be taken to the closed form
 * @param conditions what the closed form does not demand for being defined, though the derivative
 *     does
 * @param verdict whether the lines are equal
 */
public record Explanation(
    String title, Rendering left, List<Line> lines, List<Rendering> conditions, Verdict verdict) {
  /**
   * A line.
   *
   * @param form what it says; the part that the next line replaces is marked
   * @param rule by what it equals the line before; empty in the first one
   */
  public record Line(Rendering form, String rule) {}

  public Explanation {
    lines = List.copyOf(lines);
    conditions = List.copyOf(conditions);
  }

  /** For a terminal: the part that the next rule applies to stands in ⟦ ⟧. */
  public String toText() {
    StringBuilder out = new StringBuilder(title).append("\n\n");
    String indent = " ".repeat(left.text().codePointCount(0, left.text().length()));
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      out.append(i == 0 ? left.text() : indent).append(" = ").append(line.form().text());
      if (!line.rule().isEmpty()) {
        out.append("   # ").append(line.rule());
      }
      out.append('\n');
    }
    out.append('\n');
    if (!conditions.isEmpty()) {
      List<String> texts = conditions.stream().map(Rendering::text).toList();
      out.append("provided that ").append(String.join(" and ", texts)).append('\n');
    }
    return out.append(remark()).append('\n').toString();
  }

  /** What the check found. */
  public String remark() {
    return verdict
        .failure()
        .map(
            failure ->
                "FAIL  line "
                    + (failure.line() + 1)
                    + ruleOf(failure.line())
                    + ": "
                    + failure.reason())
        .orElseGet(
            () ->
                "checked: each line equals the one before at "
                    + verdict.points()
                    + " points or more, in 60 digits"
                    + verdict.scope());
  }

  private String ruleOf(int line) {
    String rule = lines.get(line).rule();
    return rule.isEmpty() ? "" : " (" + rule + ")";
  }

  /** An {@code aligned} block without delimiters; what the next rule applies to is underlined. */
  public String toLatex() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String rule = line.rule().isEmpty() ? "" : " && \\text{" + escaped(line.rule()) + "}";
      rows.add((i == 0 ? left.latex() + " " : "") + "&= " + line.form().latex() + rule);
    }
    if (!conditions.isEmpty()) {
      List<String> conditionsLatex = conditions.stream().map(Rendering::latex).toList();
      rows.add(
          "&\\phantom{{}={}} \\text{provided that } "
              + String.join(" \\text{ and } ", conditionsLatex));
    }
    return "\\begin{aligned}\n" + String.join(" \\\\\n", rows) + "\n\\end{aligned}\n";
  }

  private static String escaped(String rule) {
    return rule.replace("_", "\\_").replace("^", "\\^{}").replace("δ", "$\\delta$");
  }

  /** Markdown ready to paste into a note. */
  public String toMarkdown() {
    return title + ":\n\n$$\n" + toLatex() + "$$\n\n*" + remark() + "*\n";
  }
}
