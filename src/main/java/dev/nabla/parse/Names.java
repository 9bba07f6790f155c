package dev.nabla.parse;

import java.text.Normalizer;

/** One spelling for each name, however its accents and primes were typed. */
final class Names {
  private Names() {}

  static String normalized(String text) {
    String composed =
        Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.replace('′', '\'');
  }
}
