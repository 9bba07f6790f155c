package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.simplify.RuleContract.Breach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract kills every single mutation of every rule.
 *
 * <p>A mutant that it does not kill must be right: it passes the contract at points that the
 * contract did not see either, so that it is a rule as good as the one that it was made of.
 */
class RuleMutationTest {
  private static final Path TABLE = Path.of("target", "mutation", "rules.md");

  /** What became of the mutants of a rule. */
  private record Row(
      Rule rule, Map<Breach, Integer> killed, List<String> right, List<String> survived) {
    int kills() {
      return killed.values().stream().mapToInt(Integer::intValue).sum();
    }

    int mutants() {
      return kills() + right.size() + survived.size();
    }
  }

  private static Row row(Rule rule) {
    Row row = new Row(rule, new EnumMap<>(Breach.class), new ArrayList<>(), new ArrayList<>());
    for (RuleMutations.Mutant mutant : new RuleMutations(RuleForm.of(rule)).all()) {
      Optional<Breach> breach = new RuleContract(mutant.form(), RulePoints.usual()).firstBreach();
      if (breach.isPresent()) {
        row.killed().merge(breach.get(), 1, Integer::sum);
      } else {
        boolean right =
            new RuleContract(mutant.form(), RulePoints.others()).firstBreach().isEmpty();
        (right ? row.right() : row.survived()).add(mutant.change());
      }
    }
    return row;
  }

  @Test
  void everyMutantIsKilledOrRight() throws IOException {
    List<Row> rows = RuleTable.all().parallelStream().map(RuleMutationTest::row).toList();
    int mutants = rows.stream().mapToInt(Row::mutants).sum();
    int killed = rows.stream().mapToInt(Row::kills).sum();
    int right = rows.stream().mapToInt(row -> row.right().size()).sum();
    String summary =
        String.format(
            Locale.ROOT,
            "Mutations of %d rules: %d mutants, %d killed, %d right as well, %d survived",
            rows.size(),
            mutants,
            killed,
            right,
            mutants - killed - right);
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, table(summary, rows));
    System.out.println(summary + " (" + TABLE + ")");
    List<String> survivors =
        rows.stream()
            .flatMap(row -> row.survived().stream().map(text -> row.rule().name() + ": " + text))
            .toList();
    assertEquals(List.of(), survivors);
    // Few mutants are right as well, or the contract would only seem to kill.
    assertTrue(killed > 0.9 * mutants, summary);
  }

  private static String table(String summary, List<Row> rows) {
    StringBuilder out = new StringBuilder("# Mutations of the rules\n\n").append(summary);
    out.append(".\n\nA mutant that is right as well agrees at all points, those of the contract");
    out.append(" and others; it is shorter and fires: it is another valid rule.\n\n");
    out.append("| rule | mutants | killed | right as well | killed by |\n|---|--:|--:|--:|---|\n");
    for (Row row : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %s |%n",
              row.rule().name(),
              row.mutants(),
              row.kills(),
              row.right().size(),
              row.killed().toString().replaceAll("[{}]", "").toLowerCase(Locale.ROOT)));
    }
    out.append("\n## Mutants that are right as well\n\n");
    for (Row row : rows) {
      for (String change : row.right()) {
        String sides = row.rule().left() + " → " + row.rule().right();
        out.append(
            String.format(Locale.ROOT, "- %s (`%s`): %s%n", row.rule().name(), sides, change));
      }
    }
    return out.toString();
  }
}
