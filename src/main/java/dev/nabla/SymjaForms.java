package dev.nabla;

import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.symja.Suggestion;
import dev.nabla.symja.SymjaSimplifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The entries of a matrix in Symja's forms, where those are shorter and stand the test. */
final class SymjaForms {
  /** The name of an entry. */
  interface Labels {
    String of(int row, int column);
  }

  private final SymjaSimplifier simplifier;
  private final Labels labels;
  private final Set<Expr> conditions = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();

  SymjaForms(ScalarFunction function, Duration limit, Labels labels) {
    this.simplifier =
        new SymjaSimplifier(function.pool(), function.inputs(), function.assumptions(), limit);
    this.labels = labels;
  }

  List<SparseRow> of(List<SparseRow> rows) {
    List<SparseRow> shorter = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      SparseRow row = rows.get(i);
      SortedMap<Integer, Expr> entries = new TreeMap<>();
      for (int p = 0; p < row.size(); p++) {
        entries.put(row.column(p), form(row.entry(p), labels.of(i, row.column(p))));
      }
      shorter.add(SparseRow.of(entries));
    }
    return shorter;
  }

  private Expr form(Expr entry, String label) {
    Suggestion suggestion = simplifier.suggestion(entry);
    suggestion.obstacle().ifPresent(reason -> remarks.add(label + ": " + reason));
    if (suggestion instanceof Suggestion.Shorter found) {
      conditions.addAll(found.simplification().sideConditions());
      return found.simplification().expr();
    }
    return entry;
  }

  /** What the original entries demand for being defined and the new ones do not. */
  Set<Expr> sideConditions() {
    return conditions;
  }

  /** The entries for which Symja has no form, or one that was refuted, and why. */
  List<String> remarks() {
    return remarks;
  }
}
