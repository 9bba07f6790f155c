package dev.nabla.source;

import java.util.Optional;

/** Input that cannot be understood or worked on; carries the one diagnostic to show. */
public final class NablaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public NablaException(Diagnostic diagnostic) {
    super(diagnostic.render());
    this.diagnostic = diagnostic;
  }

  /** An error at a place of {@code source}, without a hint. */
  public static NablaException at(Source source, Span span, String message) {
    return new NablaException(new Diagnostic(source, span, message, Optional.empty()));
  }

  /** An error at a place of {@code source}, with a hint. */
  public static NablaException at(Source source, Span span, String message, String hint) {
    return new NablaException(new Diagnostic(source, span, message, Optional.of(hint)));
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
