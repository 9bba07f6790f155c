package dev.nabla;

import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a check found of a function and its derivatives, with all that is needed to find it again.
 *
 * @param versions what made it
 * @param request the function and how it was checked
 * @param digest SHA-256 of the function's text
 * @param reference where the exact values come from
 * @param formulas the derivatives in closed form
 * @param sideConditions conditions that simplification assumed, such as x != 0
 * @param assumptions the declared assumptions that the formulas rely on, such as k &gt; 0
 * @param report what was compared and found
 */
public record Certificate(
    Versions versions,
    CheckRequest request,
    String digest,
    NumericReference.Method reference,
    List<Formula> formulas,
    List<String> sideConditions,
    List<String> assumptions,
    CheckReport report) {

  /**
   * left = right.
   *
   * @param left the derivative, such as ∂r/∂x
   * @param right its closed form, in the language
   * @param sideConditions what this one assumes
   */
  public record Formula(String left, String right, List<String> sideConditions) {
    public Formula {
      sideConditions = List.copyOf(sideConditions);
    }
  }

  public Certificate {
    formulas = List.copyOf(formulas);
    sideConditions = List.copyOf(sideConditions);
    assumptions = List.copyOf(assumptions);
  }

  /** The certificate of a report that was just made. */
  static Certificate of(
      CheckRequest request,
      List<Formula> formulas,
      List<String> sideConditions,
      List<String> assumptions,
      CheckReport report) {
    return new Certificate(
        Versions.current(),
        request,
        digest(request.text()),
        NumericReference.METHOD,
        formulas,
        sideConditions,
        assumptions,
        report);
  }

  /** Runs the check again from what the certificate says, and compares everything with it. */
  public Reproduction reproduce() {
    return new Reproduction(this, request.run().certificate());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
