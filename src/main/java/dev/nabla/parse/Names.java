package dev.nabla.parse;

import java.text.Normalizer;

/** One spelling for each name, however its accents and primes were typed. */
final class Names {
  /** Texts below this character are composed already; the tables of Unicode load slowly. */
  private static final int FIRST_COMBINING = 0x300;

  private Names() {}

  static String normalized(String text) {
    if (text.chars().allMatch(symbol -> symbol < FIRST_COMBINING)) {
      return text;
    }
    String composed =
        Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.replace('′', '\'');
  }
}
