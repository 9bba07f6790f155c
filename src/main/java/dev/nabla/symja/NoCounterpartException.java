package dev.nabla.symja;

/** Something that one of the two systems has and the other has not. */
public final class NoCounterpartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NoCounterpartException(String message) {
    super(message);
  }

  static NoCounterpartException inSymja(String what) {
    return new NoCounterpartException("Symja has no counterpart of " + what);
  }

  static NoCounterpartException inNabla(String what) {
    return new NoCounterpartException("Nabla has no counterpart of Symja's " + what);
  }
}
