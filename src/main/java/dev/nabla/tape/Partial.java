package dev.nabla.tape;

import dev.nabla.expr.Expr;
import java.util.Objects;

/**
 * partials[position] = value: one entry of a Jacobian and where it is written.
 *
 * @param position the index in the array of partials, from 0
 * @param value the entry
 */
public record Partial(int position, Expr value) {
  public Partial {
    Objects.requireNonNull(value);
    if (position < 0) {
      throw new IllegalArgumentException("a partial at the negative position " + position);
    }
  }
}
