package dev.nabla.function;

import java.util.Optional;

/** ∂f/∂argument: a text in the language, or the reason why there is none. */
sealed interface PartialDerivative {
  /** The text; an error that names the function where there is none. */
  String text(String function, int argument);

  /** The reason why there is none, unless there is one. */
  Optional<String> obstacle();

  /** A derivative in the language. */
  record Known(String text) implements PartialDerivative {
    @Override
    public String text(String function, int argument) {
      return text;
    }

    @Override
    public Optional<String> obstacle() {
      return Optional.empty();
    }
  }

  /** No derivative; never to be taken for 0. */
  record None(String reason) implements PartialDerivative {
    @Override
    public String text(String function, int argument) {
      throw new UnsupportedOperationException(
          function + " has no derivative for argument " + (argument + 1) + ": " + reason);
    }

    @Override
    public Optional<String> obstacle() {
      return Optional.of(reason);
    }
  }
}
