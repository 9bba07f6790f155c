package dev.nabla.testing;

import java.util.List;

/** Whether a law holds in one case. */
public sealed interface Verdict {
  /** It holds. */
  static Verdict holds() {
    return new Holds();
  }

  /** It holds. */
  record Holds() implements Verdict {}

  /** It says nothing of this case, such as outside a domain. */
  record Undefined(String reason) implements Verdict {}

  /** It is broken. */
  record Broken(String explanation) implements Verdict {}

  /** That it holds in all of these cases, or the first in which it does not. */
  static Verdict all(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Broken.class::isInstance)
        .findFirst()
        .or(() -> verdicts.stream().filter(verdict -> !verdict.isDefined()).findFirst())
        .orElseGet(Holds::new);
  }

  /** Whether the law says something of this case. */
  default boolean isDefined() {
    return !(this instanceof Undefined);
  }
}
