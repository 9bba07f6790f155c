package dev.nabla;

import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Entries in closed form with what each was simplified under.
 *
 * @param outputs what was differentiated
 * @param rows the entries
 * @param otherForms the same rows in forms that are longer to read and may be cheaper to compute,
 *     each entry defined wherever that of {@code rows} is
 * @param ofFunction what the function demands for having a value and its outputs do not
 * @param conditions for each row, the side conditions of its entries by column
 */
record Derivation(
    List<Expr> outputs,
    List<SparseRow> rows,
    List<List<SparseRow>> otherForms,
    List<Expr> ofFunction,
    List<SortedMap<Integer, List<Expr>>> conditions) {
  Derivation {
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
    otherForms = List.copyOf(otherForms);
    conditions = List.copyOf(conditions);
  }

  /** The entry, 0 where it is structurally so. */
  Expr entry(ExprPool pool, int row, int column) {
    int position = rows.get(row).position(column);
    return position < 0 ? pool.zero() : rows.get(row).entry(position);
  }

  /** The rows in all forms, those to read first. */
  List<List<SparseRow>> forms() {
    List<List<SparseRow>> forms = new ArrayList<>(List.of(rows));
    forms.addAll(otherForms);
    return forms;
  }

  /** The side conditions of an entry. */
  List<Expr> conditions(int row, int column) {
    return conditions.get(row).getOrDefault(column, List.of());
  }

  /** The side conditions of all entries. */
  List<Expr> allConditions() {
    Set<Expr> all = new LinkedHashSet<>(ofFunction);
    conditions.forEach(row -> row.values().forEach(all::addAll));
    return List.copyOf(all);
  }

  /** Whether the entries and their conditions are the same expressions. */
  boolean isSameAs(Derivation other) {
    return outputs.equals(other.outputs)
        && ofFunction.equals(other.ofFunction)
        && conditions.equals(other.conditions)
        && entries().equals(other.entries());
  }

  private List<List<Expr>> entries() {
    return rows.stream().map(SparseRow::entries).toList();
  }
}
