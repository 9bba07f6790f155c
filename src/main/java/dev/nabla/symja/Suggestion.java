package dev.nabla.symja;

import dev.nabla.simplify.Simplification;
import java.util.Optional;

/** What came of asking Symja for a shorter form. */
public sealed interface Suggestion {
  /**
   * A shorter form with the same values.
   *
   * @param simplification the form, with what the original demands for being defined and it does
   *     not
   */
  record Shorter(Simplification simplification) implements Suggestion {}

  /** Symja's form is not shorter. */
  record NotShorter() implements Suggestion {}

  /**
   * Symja's form is shorter, and not the same function.
   *
   * @param reason at which point it is not
   */
  record Refuted(String reason) implements Suggestion {}

  /**
   * Symja has no form.
   *
   * @param reason why: time, no counterpart, a failure of Symja
   */
  record Silent(String reason) implements Suggestion {}

  /** Why there is no form of Symja's, unless there is one. */
  default Optional<String> obstacle() {
    if (this instanceof Refuted refuted) {
      return Optional.of("Symja's form is refused: " + refuted.reason());
    }
    return this instanceof Silent silent ? Optional.of(silent.reason()) : Optional.empty();
  }
}
