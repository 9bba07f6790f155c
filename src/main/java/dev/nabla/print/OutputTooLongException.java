package dev.nabla.print;

import java.util.Locale;

/** A closed form that nobody could read: written out it would have too many characters. */
public final class OutputTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputTooLongException(double length, long most) {
    super(
        String.format(
            Locale.ROOT,
            "written out, this closed form has %s characters; the most is %,d. Values need no"
                + " closed form: use nabla eval, or generate code; or print fewer entries",
            length < 1e9
                ? String.format(Locale.ROOT, "%,.0f", length)
                : String.format(Locale.ROOT, "%.1e", length),
            most));
  }
}
