package dev.nabla.cli;

import dev.nabla.IndexedJacobian;
import dev.nabla.Jacobian;
import dev.nabla.Notation;
import dev.nabla.print.Equations;
import dev.nabla.print.Layout;
import java.util.function.Function;

/** The forms a derivative is printed in; a new format is a constant here. */
enum OutputFormat {
  TEXT(Jacobian::toText, Equations::toText),
  LATEX(Jacobian::toLatex, Equations::toLatex),
  MARKDOWN(Jacobian::toMarkdown, Equations::toMarkdown),
  JSON(JsonMatrix::render, JsonEquations::render);

  @SuppressWarnings("ImmutableEnumChecker") // the method references hold nothing
  private final Function<Jacobian, String> entries;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Equations, String> equations;

  OutputFormat(Function<Jacobian, String> entries, Function<Equations, String> equations) {
    this.entries = entries;
    this.equations = equations;
  }

  String render(Jacobian jacobian) {
    return entries.apply(jacobian);
  }

  String render(IndexedJacobian jacobian, Notation notation, Layout layout) {
    return equations.apply(jacobian.equations(notation, layout));
  }

  String render(Equations text) {
    return equations.apply(text);
  }
}
