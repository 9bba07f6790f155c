package dev.nabla;

import java.util.Optional;

/**
 * What made a certificate.
 *
 * @param format the form of the certificate, a number that grows when its fields change
 * @param nabla the version of Nabla
 * @param java the version of Java, whose elementary functions may differ in the last place
 */
public record Versions(int format, String nabla, String java) {
  /** The form of certificates that this version writes. */
  public static final int FORMAT = 1;

  /** Those of this process. */
  public static Versions current() {
    String nabla =
        Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new Versions(FORMAT, nabla, Runtime.version().toString());
  }
}
