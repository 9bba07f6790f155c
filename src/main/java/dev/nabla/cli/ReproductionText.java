package dev.nabla.cli;

import dev.nabla.Reproduction;
import java.util.List;

/** What a second run found of a certificate, one line for each figure that differs. */
final class ReproductionText {
  private static final int MOST_DIFFERENCES = 40;

  private ReproductionText() {}

  static String render(Reproduction reproduction) {
    StringBuilder out = new StringBuilder();
    reproduction.reservation().ifPresent(text -> out.append("note: ").append(text).append('\n'));
    List<Reproduction.Difference> differences = reproduction.differences();
    differences.stream()
        .limit(MOST_DIFFERENCES)
        .forEach(difference -> out.append("differs: ").append(difference).append('\n'));
    if (differences.size() > MOST_DIFFERENCES) {
      out.append("and ").append(differences.size() - MOST_DIFFERENCES).append(" more figures\n");
    }
    String name = reproduction.recorded().request().function();
    int entries = reproduction.found().report().entries().size();
    if (!differences.isEmpty()) {
      out.append("FAIL  the certificate of ").append(name).append(" is not reproduced\n");
    } else if (!reproduction.found().report().passed()) {
      out.append("FAIL  the certificate of ").append(name);
      out.append(" is reproduced, and records a check that failed\n");
    } else {
      out.append("PASS  the certificate of ").append(name).append(" is reproduced: ");
      out.append(entries).append(entries == 1 ? " entry\n" : " entries\n");
    }
    return out.toString();
  }
}
