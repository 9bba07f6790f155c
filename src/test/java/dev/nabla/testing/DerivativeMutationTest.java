package dev.nabla.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.source.NablaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every derivative of the function table is broken in every way, one at a time, and noticed. */
class DerivativeMutationTest {
  private static final Path TABLE = Path.of("target", "mutation", "derivatives.md");

  /** Mutants that are no change, with the reason for each. */
  private static final String EQUIVALENT = "/dev/nabla/testing/equivalent-mutants.txt";

  private record Row(
      MutatedDerivative derivative, int mutants, int killed, Set<String> by, List<String> alive) {
    String text() {
      return String.format(
          Locale.ROOT,
          "| `%s` | `%s` | %d | %d | %s | %s |",
          derivative.function().name(),
          derivative.text(),
          mutants,
          killed,
          String.join(", ", by),
          alive.isEmpty() ? "" : "`" + String.join("`, `", alive) + "`");
    }
  }

  private static List<MutatedDerivative> derivatives() {
    List<MutatedDerivative> all = new ArrayList<>();
    for (ElementaryFunction function : FunctionTable.documented()) {
      Vocabulary alone = Vocabulary.of(function);
      for (int i = 0; i < function.arity(); i++) {
        if (function.noDerivative(i).isEmpty()) {
          String text = function.derivative(i);
          boolean isNode = function.canonicalForm().isEmpty();
          all.add(new MutatedDerivative(function, i, text, isNode, alone));
          String accurate = function.accurateDerivative(i);
          if (!accurate.equals(text)) {
            all.add(new MutatedDerivative(function, i, accurate, false, alone));
          }
        }
      }
    }
    return all;
  }

  private static Row row(MutatedDerivative derivative) {
    Set<String> by = new TreeSet<>();
    List<String> alive = new ArrayList<>();
    int count = 0;
    for (String mutant : new Mutants(derivative.text(), derivative.names()).texts()) {
      try {
        Set<String> killers = derivative.killers(mutant);
        by.addAll(killers);
        if (killers.isEmpty()) {
          alive.add(mutant);
        }
      } catch (NablaException unreadable) {
        // Such as 1/0: it cannot stand in the table.
        continue;
      }
      count++;
    }
    return new Row(derivative, count, count - alive.size(), by, alive);
  }

  private static Set<String> known() throws IOException {
    try (InputStream file = DerivativeMutationTest.class.getResourceAsStream(EQUIVALENT)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyMutantIsKilledOrEquivalent() throws IOException {
    List<Row> rows = derivatives().stream().map(DerivativeMutationTest::row).toList();
    List<String> survivors = new ArrayList<>();
    Set<String> equivalent = new TreeSet<>();
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      for (String mutant : row.alive()) {
        String name = row.derivative().function().name() + ": " + mutant;
        (row.derivative().isEquivalent(mutant) ? equivalent : survivors).add(name);
      }
      lines.add(row.text());
    }
    int mutants = rows.stream().mapToInt(Row::mutants).sum();
    int killed = rows.stream().mapToInt(Row::killed).sum();
    String summary =
        String.format(
            Locale.ROOT,
            "Mutation of the derivative table: %d derivatives, %d mutants, %d killed, %d"
                + " equivalent, %d survived",
            rows.size(),
            mutants,
            killed,
            equivalent.size(),
            survivors.size());
    lines.add(0, "| function | derivative | mutants | killed | by | equivalent |");
    lines.add(1, "|---|---|---|---|---|---|");
    lines.add(0, "");
    lines.add(0, summary);
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
    System.out.println(summary + " (" + TABLE + ")");
    assertEquals(List.of(), survivors);
    assertEquals(known(), equivalent);
    assertTrue(mutants >= 5 * rows.size(), summary);
  }
}
