package dev.nabla.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Formula → LaTeX that KaTeX, MathJax and LaTeX accept: products by juxtaposition, sin²(x) with the
 * exponent on the name, delimiters that grow only around tall content.
 */
public final class LatexPrinter {
  private final LatexRenderer renderer = new LatexRenderer();

  /** The LaTeX, without delimiters such as $. */
  public String print(Formula formula) {
    return renderer.render(formula).rope().write(TextPrinter.LONGEST);
  }

  /** The formula as a piece of a larger one. */
  LatexPiece piece(Formula formula) {
    return renderer.render(formula);
  }

  /** The estimated width in letters. */
  double width(Formula formula) {
    return renderer.render(formula).width();
  }

  /**
   * The LaTeX in lines that are about {@code width} letters wide at most; only a sum is broken, in
   * front of + and −.
   */
  List<String> lines(Formula formula, double width) {
    if (!(formula instanceof Formula.Addition addition) || width(formula) <= width) {
      return List.of(print(formula));
    }
    List<String> lines = new ArrayList<>();
    List<Rope> line = new ArrayList<>();
    double filled = 0;
    for (LatexRenderer.SignedPiece term : renderer.terms(addition)) {
      if (!line.isEmpty() && filled + term.width() > width) {
        lines.add(Rope.join(line).write(TextPrinter.LONGEST).strip());
        line.clear();
        filled = 0;
      }
      line.add(term.rope());
      filled += term.width();
    }
    lines.add(Rope.join(line).write(TextPrinter.LONGEST).strip());
    return lines;
  }
}
