package dev.nabla.symja;

/** A second opinion was asked for, and Symja is not on the class path. */
public final class MissingSymjaException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  MissingSymjaException() {
    super(
        "Symja is not on the class path; add org.matheclipse:matheclipse-core:3.0.0 with its"
            + " dependencies, or keep nabla-symja.jar beside nabla.jar");
  }
}
