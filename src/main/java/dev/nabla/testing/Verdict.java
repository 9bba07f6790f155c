package dev.nabla.testing;

/** Whether a law holds in one case. */
public sealed interface Verdict {
  /** It holds. */
  Verdict HOLDS = new Holds();

  /** It holds. */
  record Holds() implements Verdict {}

  /** It says nothing of this case, such as outside a domain. */
  record Undefined(String reason) implements Verdict {}

  /** It is broken. */
  record Broken(String explanation) implements Verdict {}

  /** Whether the law says something of this case. */
  default boolean isDefined() {
    return !(this instanceof Undefined);
  }
}
