package dev.nabla.matrix;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A[i₁,j₁]·B[i₂,j₂] → A ⊗ B: matrices whose rows or columns are numbered by several indices,
 * row-major.
 */
final class KroneckerForms {
  private final Recognition recognition;
  private final MatrixAlgebra algebra;
  private final Scope scope;

  KroneckerForms(Recognition recognition, MatrixAlgebra algebra, Scope scope) {
    this.recognition = recognition;
    this.algebra = algebra;
    this.scope = scope;
  }

  /** The form, where every term splits into parts of one row and one column index each. */
  Optional<MatrixForm> of(Expr element, List<Index> rows, List<Index> columns) {
    return recognition
        .contract(Set.of(), element, (network, free) -> finish(network, rows, columns))
        .map(Indexed::form);
  }

  private record Part(int row, int column, MatrixForm form) {}

  private Optional<Indexed> finish(TensorNetwork network, List<Index> rows, List<Index> columns) {
    Set<Index> free = new LinkedHashSet<>(rows);
    free.addAll(columns);
    List<Part> parts = new ArrayList<>();
    Set<Index> met = new LinkedHashSet<>();
    Optional<List<Indexed>> connected = network.parts(free);
    if (connected.isEmpty()) {
      return Optional.empty();
    }
    for (Indexed part : connected.get()) {
      Optional<Part> placed = place(part, rows, columns);
      if (placed.isEmpty()) {
        return Optional.empty();
      }
      parts.add(placed.get());
      met.addAll(part.indices());
    }
    for (Index index : free) {
      if (!met.contains(index)) {
        MatrixForm ones = new MatrixForm.Ones(Shape.column(scope.sizes().get(index)));
        place(new Indexed(List.of(index), ones), rows, columns).ifPresent(parts::add);
      }
    }
    // The first index of each group stands for the whole group, so that terms can be added.
    List<Index> groups = new ArrayList<>(rows.subList(0, Math.min(1, rows.size())));
    groups.addAll(columns.subList(0, Math.min(1, columns.size())));
    return ordered(parts)
        .map(product -> new Indexed(groups, algebra.times(network.scalar(), product)));
  }

  private Optional<Part> place(Indexed part, List<Index> rows, List<Index> columns) {
    int row = -1;
    int column = -1;
    for (Index index : part.indices()) {
      boolean isRow = rows.contains(index);
      if ((isRow ? row : column) >= 0) {
        return Optional.empty();
      }
      if (isRow) {
        row = rows.indexOf(index);
      } else {
        column = columns.indexOf(index);
      }
    }
    boolean turned = row < 0 || columns.contains(part.indices().get(0));
    return Optional.of(
        new Part(row, column, turned ? algebra.transpose(part.form()) : part.form()));
  }

  /** The product of the parts in the order of their rows, if that is the order of their columns. */
  private Optional<MatrixForm> ordered(List<Part> parts) {
    List<Part> result = new ArrayList<>();
    List<Part> rest = new ArrayList<>(parts);
    rest.sort(Comparator.comparingInt((Part part) -> Math.max(part.row, part.column)));
    int row = 0;
    int column = 0;
    while (!rest.isEmpty()) {
      int nextRow = row;
      int nextColumn = column;
      Optional<Part> next =
          rest.stream()
              .filter(part -> part.row < 0 || part.row == nextRow)
              .filter(part -> part.column < 0 || part.column == nextColumn)
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      row += next.get().row < 0 ? 0 : 1;
      column += next.get().column < 0 ? 0 : 1;
      rest.remove(next.get());
      result.add(next.get());
    }
    return Optional.of(result.stream().map(Part::form).reduce(this::kronecker).orElseThrow());
  }

  /** x ⊗ yᵀ is x·yᵀ, and sizes multiply. */
  private MatrixForm kronecker(MatrixForm left, MatrixForm right) {
    if (left.shape().isColumn() && right.shape().isRow()) {
      return algebra.chain(left, right);
    }
    if (left.shape().isRow() && right.shape().isColumn()) {
      return algebra.chain(right, left);
    }
    List<MatrixForm> scalars = new ArrayList<>();
    MatrixForm a = stripped(left, scalars);
    MatrixForm b = stripped(right, scalars);
    Shape shape =
        new Shape(
            left.shape().rows().isPresent() ? left.shape().rows() : right.shape().rows(),
            left.shape().columns().isPresent() ? left.shape().columns() : right.shape().columns());
    scalars.add(new MatrixForm.Kronecker(a, b, shape));
    return algebra.times(scalars);
  }

  private MatrixForm stripped(MatrixForm form, List<MatrixForm> scalars) {
    Factors factors = Factors.of(form);
    scalars.addAll(factors.scalars());
    scalars.add(MatrixAlgebra.numeral(factors.coefficient()));
    return algebra.times(factors.arrays());
  }
}
