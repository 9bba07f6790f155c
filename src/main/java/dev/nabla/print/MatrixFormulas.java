package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A matrix as people read it: short entries, and the parts that they share.
 *
 * @param matrix the labels
 * @param rows the entries by row and column, from 0
 * @param where the shared parts, each after those that it uses, and derivatives of kept functions
 * @param premises what the entries hold under
 */
public record MatrixFormulas(
    Matrix matrix,
    List<SortedMap<Integer, Formula>> rows,
    List<Definition> where,
    Premises premises) {
  /** name = value. */
  public record Definition(Formula name, Formula value) {}

  /**
   * The formulas of a matrix.
   *
   * @param matrix the matrix
   * @param pool the pool of its entries
   * @param style how numbers are written
   * @param reserved the declared names
   */
  public static MatrixFormulas of(
      Matrix matrix, ExprPool pool, NumberStyle style, Set<String> reserved) {
    SharedParts shared = SharedParts.choose(pool, matrix.entries(), reserved);
    List<Expr> roots = new ArrayList<>();
    for (Expr entry : matrix.entries()) {
      roots.add(shared.shorten(entry));
    }
    for (SharedParts.Part part : shared.parts()) {
      roots.add(part.name());
      roots.add(part.value());
    }
    List<KeptDefinitions.Line> kept = KeptDefinitions.of(pool, matrix.entries());
    for (KeptDefinitions.Line line : kept) {
      roots.add(line.name());
      roots.add(line.value());
    }
    FormulaBuilder builder = new FormulaBuilder(style, roots, reserved);
    List<SortedMap<Integer, Formula>> rows = new ArrayList<>();
    for (Map<Integer, Expr> row : matrix.rows()) {
      SortedMap<Integer, Formula> formulas = new TreeMap<>();
      row.forEach((column, entry) -> formulas.put(column, builder.build(shared.shorten(entry))));
      rows.add(formulas);
    }
    List<Definition> where = new ArrayList<>();
    for (SharedParts.Part part : shared.parts()) {
      where.add(new Definition(builder.build(part.name()), builder.build(part.value())));
    }
    for (KeptDefinitions.Line line : kept) {
      where.add(new Definition(builder.build(line.name()), builder.build(line.value())));
    }
    return new MatrixFormulas(matrix, List.copyOf(rows), List.copyOf(where), Premises.NONE);
  }

  /** The same under premises. */
  public MatrixFormulas under(Premises others) {
    return new MatrixFormulas(matrix, rows, where, others);
  }

  /** The number of entries, zeros included. */
  long size() {
    return (long) rows.size() * matrix.columnLabels().size();
  }

  /** The number of entries that are not structural zeros. */
  long present() {
    return rows.stream().mapToLong(Map::size).sum();
  }
}
