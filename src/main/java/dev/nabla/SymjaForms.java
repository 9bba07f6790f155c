package dev.nabla;

import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Simplification;
import dev.nabla.symja.Suggestion;
import dev.nabla.symja.SymjaSimplifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
  private final List<String> remarks = new ArrayList<>();

  SymjaForms(ScalarFunction function, Duration limit, Labels labels) {
    this.simplifier =
        new SymjaSimplifier(function.pool(), function.inputs(), function.assumptions(), limit);
    this.labels = labels;
  }

  /** The derivation with the shorter entries, each with what it demands besides. */
  Derivation of(Derivation derivation) {
    List<SparseRow> shorter = new ArrayList<>();
    List<SortedMap<Integer, List<Expr>>> conditions = new ArrayList<>();
    for (int i = 0; i < derivation.rows().size(); i++) {
      SparseRow row = derivation.rows().get(i);
      SortedMap<Integer, Expr> entries = new TreeMap<>();
      SortedMap<Integer, List<Expr>> ofRow = new TreeMap<>(derivation.conditions().get(i));
      for (int p = 0; p < row.size(); p++) {
        int column = row.column(p);
        Optional<Simplification> found = found(row.entry(p), labels.of(i, column));
        entries.put(column, found.map(Simplification::expr).orElse(row.entry(p)));
        Set<Expr> demanded = new LinkedHashSet<>(derivation.conditions(i, column));
        found.ifPresent(form -> demanded.addAll(form.sideConditions()));
        if (!demanded.isEmpty()) {
          ofRow.put(column, List.copyOf(demanded));
        }
      }
      shorter.add(SparseRow.of(entries));
      conditions.add(ofRow);
    }
    // An entry that is defined at more points has no other form.
    return new Derivation(
        derivation.outputs(), shorter, List.of(), derivation.ofFunction(), conditions);
  }

  private Optional<Simplification> found(Expr entry, String label) {
    Suggestion suggestion = simplifier.suggestion(entry);
    suggestion.obstacle().ifPresent(reason -> remarks.add(label + ": " + reason));
    return suggestion instanceof Suggestion.Shorter shorter
        ? Optional.of(shorter.simplification())
        : Optional.empty();
  }

  /** The entries for which Symja has no form, or one that was refuted, and why. */
  List<String> remarks() {
    return remarks;
  }
}
