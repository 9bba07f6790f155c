package dev.nabla;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A certificate beside that of a second run of its check.
 *
 * @param recorded the certificate
 * @param found what the second run certifies
 */
public record Reproduction(Certificate recorded, Certificate found) {
  /**
   * A figure that is not the same.
   *
   * @param of the entry or the part of the certificate
   * @param figure what of it
   * @param recorded what the certificate says; empty where it says nothing
   * @param found what the second run says; empty where it says nothing
   */
  public record Difference(
      String of, String figure, Optional<String> recorded, Optional<String> found) {
    @Override
    public String toString() {
      return of
          + ", "
          + figure
          + ": the certificate says "
          + recorded.orElse("nothing")
          + ", this run "
          + found.orElse("nothing");
    }
  }

  /**
   * What must be equal and is not. Another version of Nabla may find other closed forms, and
   * another version of Java may round elementary functions otherwise; then only the rest is
   * compared.
   */
  public List<Difference> differences() {
    Map<Figure.Name, String> expected = figures(recorded);
    Map<Figure.Name, String> actual = figures(found);
    List<Difference> differences = new ArrayList<>();
    expected.forEach(
        (name, value) -> {
          if (!value.equals(actual.get(name))) {
            differences.add(
                new Difference(
                    name.of(),
                    name.what(),
                    Optional.of(value),
                    Optional.ofNullable(actual.get(name))));
          }
        });
    actual.forEach(
        (name, value) -> {
          if (!expected.containsKey(name)) {
            differences.add(
                new Difference(name.of(), name.what(), Optional.empty(), Optional.of(value)));
          }
        });
    return List.copyOf(differences);
  }

  private Map<Figure.Name, String> figures(Certificate certificate) {
    Map<Figure.Name, String> figures = new LinkedHashMap<>();
    for (Figure figure : Figure.of(certificate)) {
      if (isCompared(figure.strength())) {
        figures.put(figure.name(), figure.value());
      }
    }
    return figures;
  }

  private boolean isCompared(Figure.Strength strength) {
    return switch (strength) {
      case ALWAYS -> true;
      case SAME_NABLA -> isSameNabla();
      case SAME_JAVA -> isSameNabla() && recorded.versions().java().equals(found.versions().java());
    };
  }

  private boolean isSameNabla() {
    return recorded.versions().nabla().equals(found.versions().nabla());
  }

  /** What was not compared, since the versions differ; nothing where they do not. */
  public Optional<String> reservation() {
    if (!isSameNabla()) {
      return Optional.of(
          "made by Nabla "
              + recorded.versions().nabla()
              + ", this is "
              + found.versions().nabla()
              + ": closed forms, points and errors may differ and are not compared");
    }
    if (isCompared(Figure.Strength.SAME_JAVA)) {
      return Optional.empty();
    }
    return Optional.of(
        "made on Java "
            + recorded.versions().java()
            + ", this is "
            + found.versions().java()
            + ": errors in the last place may differ and are not compared");
  }

  /** Whether the second run finds what the certificate says. */
  public boolean holds() {
    return differences().isEmpty();
  }
}
