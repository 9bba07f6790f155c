package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.resolve.IndexedFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * Equations as a person reads them: each as text and as LaTeX, with the shape of what it defines.
 *
 * @param title what they are about: {@code Jacobian of softmax(z)}
 * @param equations the equations
 * @param where what the names in them stand for
 * @param premises what they hold under
 * @param notes remarks, such as the layout of a matrix
 */
public record Equations(
    String title,
    List<Equation> equations,
    List<Equation> where,
    Premises premises,
    List<String> notes) {
  /** The same mathematics as text of the language and as LaTeX. */
  public record Rendering(String text, String latex) {}

  /**
   * left = right.
   *
   * @param shape the shape of both sides; empty where it goes without saying
   */
  public record Equation(Rendering left, Rendering right, String shape) {}

  public Equations {
    equations = List.copyOf(equations);
    where = List.copyOf(where);
    notes = List.copyOf(notes);
  }

  /** The same, with the declared assumptions of the function that they rely on. */
  public Equations relyingOn(List<Expr> assumptions, IndexedFunction function) {
    NumberStyle style = NumberStyle.of(function.written());
    FormulaBuilder formulas = new FormulaBuilder(style, assumptions, function.names());
    Premises reliedOn = Premises.of(assumptions, List.of(), formulas);
    return new Equations(
        title,
        equations,
        where,
        new Premises(reliedOn.assumptions(), premises.sideConditions()),
        notes);
  }

  /** For a terminal. */
  public String toText() {
    StringBuilder out = new StringBuilder(title).append("\n\n");
    int longest = equations.stream().mapToInt(e -> TextGrid.width(e.left().text())).max().orElse(0);
    for (Equation equation : equations) {
      String left = equation.left().text();
      out.append(left).append(" ".repeat(longest - TextGrid.width(left))).append(" = ");
      out.append(equation.right().text());
      if (!equation.shape().isEmpty()) {
        out.append("   # ").append(equation.shape());
      }
      out.append('\n');
    }
    String start = "\nwhere ";
    for (int i = 0; i < where.size(); i++) {
      Equation part = where.get(i);
      out.append(start).append(part.left().text()).append(" = ").append(part.right().text());
      out.append(i + 1 < where.size() ? ",\n" : "\n");
      start = "      ";
    }
    if (!premises.areNone()) {
      out.append('\n').append(premises.text()).append('\n');
    }
    if (!notes.isEmpty()) {
      out.append('\n');
      notes.forEach(note -> out.append(note).append('\n'));
    }
    return out.toString();
  }

  /** One display formula, without delimiters such as $$. */
  public String toLatex() {
    List<String> lines = new ArrayList<>();
    equations.forEach(equation -> lines.add(latex(equation)));
    for (int i = 0; i < where.size(); i++) {
      String lead = i == 0 ? "\\text{where } " : "";
      lines.add(lead + latex(where.get(i)));
    }
    if (!premises.areNone()) {
      lines.add("&" + premises.latex());
    }
    return lines.size() == 1 ? lines.get(0).replace(" &= ", " = ") : aligned(lines);
  }

  private static String latex(Equation equation) {
    return equation.left().latex() + " &= " + equation.right().latex();
  }

  private static String aligned(List<String> lines) {
    return "\\begin{aligned}\n" + String.join(" \\\\\n", lines) + "\n\\end{aligned}";
  }

  /** Markdown ready to paste into a note. */
  public String toMarkdown() {
    StringBuilder out = new StringBuilder(title).append(":\n\n");
    for (Equation equation : equations) {
      out.append("$$\n").append(latex(equation).replace(" &= ", " = ")).append("\n$$\n");
    }
    if (!where.isEmpty()) {
      List<String> lines = where.stream().map(Equations::latex).toList();
      out.append("\nwhere\n\n$$\n").append(aligned(lines)).append("\n$$\n");
    }
    if (!premises.areNone()) {
      out.append('\n').append(premises.markdown()).append('\n');
    }
    if (!notes.isEmpty()) {
      out.append('\n');
      notes.forEach(note -> out.append("*").append(note).append("*\n"));
    }
    return out.toString();
  }
}
