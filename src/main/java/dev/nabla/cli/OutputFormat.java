package dev.nabla.cli;

import dev.nabla.Jacobian;
import java.util.function.Function;

/** The forms a derivative is printed in; a new format is a constant here. */
enum OutputFormat {
  TEXT(Jacobian::toText),
  LATEX(Jacobian::toLatex),
  MARKDOWN(Jacobian::toMarkdown),
  JSON(JsonMatrix::render);

  @SuppressWarnings("ImmutableEnumChecker") // the method references hold nothing
  private final Function<Jacobian, String> renderer;

  OutputFormat(Function<Jacobian, String> renderer) {
    this.renderer = renderer;
  }

  String render(Jacobian jacobian) {
    return renderer.apply(jacobian);
  }
}
