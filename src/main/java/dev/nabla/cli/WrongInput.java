package dev.nabla.cli;

/** Something is wrong with the command line or a file, not with a place in a text. */
final class WrongInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongInput(String message) {
    super(message);
  }
}
