package dev.nabla.function;

import java.util.regex.Pattern;

/** What the language takes for a name. */
final class Names {
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*");

  private Names() {}

  static String require(String text, String what) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' cannot be the name of " + what + ": letters, digits and _ make one");
    }
    return text;
  }
}
