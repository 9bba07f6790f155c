package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Product;
import dev.nabla.expr.Traversal;
import dev.nabla.index.FreeIndices;
import dev.nabla.index.IndexRanges;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the {@link Structure} of a block from its deltas. */
public final class StructureFinder {
  private final ExprPool pool;
  private final JacobianBlock block;
  private final FreeIndices free = new FreeIndices();
  private final List<Overlay> parts;

  private StructureFinder(ExprPool pool, JacobianBlock block) {
    this.pool = pool;
    this.block = block;
    this.parts = Overlays.of(pool, block);
  }

  public static Structure of(ExprPool pool, JacobianBlock block) {
    return new StructureFinder(pool, block).find();
  }

  private Structure find() {
    if (parts.isEmpty()) {
      return new Structure(Structure.Kind.ZERO, "");
    }
    if (parts.stream().anyMatch(this::dependsOnData)) {
      return new Structure(Structure.Kind.ONE_HOT, "its places are data");
    }
    boolean isMatrix = block.rows().size() == 1 && block.columns().size() == 1;
    if (!isMatrix && isKronecker()) {
      return new Structure(Structure.Kind.KRONECKER, "");
    }
    if (parts.get(0).active().isEmpty()) {
      return full(isMatrix);
    }
    return isMatrix ? banded() : blocks();
  }

  /** Whether a delta compares an index with an element of the inputs. */
  private boolean dependsOnData(Overlay part) {
    return part.subscripts().stream()
        .flatMap(subscript -> Traversal.postOrder(subscript).stream())
        .anyMatch(node -> node instanceof Element element && !element.indices().isEmpty());
  }

  /** The block is not 0 off its diagonals. */
  private Structure full(boolean isMatrix) {
    Overlay base = parts.get(0);
    boolean hasRankOne =
        isMatrix
            && base.guard() == pool.truth()
            && base.axes().equals(block.axes())
            && isProduct(base.value());
    if (hasRankOne && parts.size() == 1) {
      return new Structure(Structure.Kind.RANK_ONE, "");
    }
    boolean hasDiagonal = hasRankOne && parts.size() == 2 && parts.get(1).axes().size() == 1;
    return new Structure(
        hasDiagonal ? Structure.Kind.DIAGONAL_PLUS_RANK_ONE : Structure.Kind.DENSE, "");
  }

  /** Whether no factor holds a row index and a column index. */
  private boolean isProduct(Expr value) {
    Index row = block.rows().get(0).index();
    Index column = block.columns().get(0).index();
    return factors(value).stream()
        .noneMatch(factor -> free.dependsOn(factor, row) && free.dependsOn(factor, column));
  }

  private static List<Expr> factors(Expr value) {
    return value instanceof Product product ? product.factors() : List.of(value);
  }

  /** Every part is a diagonal column = row + offset. */
  private Structure banded() {
    TreeSet<Integer> offsets = new TreeSet<>();
    for (Overlay part : parts) {
      Expr offset = pool.subtract(part.subscripts().get(1), part.subscripts().get(0));
      Optional<Integer> number = IndexRanges.number(offset);
      if (number.isEmpty()) {
        return new Structure(Structure.Kind.SPARSE, "");
      }
      offsets.add(number.get());
    }
    if (offsets.equals(Set.of(0))) {
      return new Structure(Structure.Kind.DIAGONAL, "");
    }
    int below = Math.max(0, -offsets.first());
    int above = Math.max(0, offsets.last());
    return new Structure(Structure.Kind.BANDED, below + " below and " + above + " above");
  }

  /** A delta that all parts have couples an axis of the rows with one of the columns. */
  private Structure blocks() {
    Set<Delta> common = new HashSet<>(parts.get(0).active());
    parts.forEach(part -> common.retainAll(part.active()));
    int coupled = 0;
    int aligned = 0;
    for (Delta delta : common) {
      int row = Math.max(place(block.rows(), delta.left()), place(block.rows(), delta.right()));
      int column =
          Math.max(place(block.columns(), delta.left()), place(block.columns(), delta.right()));
      coupled += row >= 0 && column >= 0 ? 1 : 0;
      aligned += row >= 0 && row == column ? 1 : 0;
    }
    if (coupled == 0) {
      return new Structure(Structure.Kind.SPARSE, "");
    }
    if (coupled < block.rows().size() || coupled < block.columns().size()) {
      return new Structure(Structure.Kind.BLOCK_DIAGONAL, "");
    }
    // A transpose couples every axis with another one: its elements are permuted.
    return new Structure(aligned == coupled ? Structure.Kind.DIAGONAL : Structure.Kind.SPARSE, "");
  }

  /** The number of the axis that an expression is the index of, or −1. */
  private static int place(List<Axis> axes, Expr index) {
    for (int d = 0; d < axes.size(); d++) {
      if (axes.get(d).index() == index) {
        return d;
      }
    }
    return -1;
  }

  /** Every factor belongs to one pair of a row axis and a column axis, and there are two pairs. */
  private boolean isKronecker() {
    Set<Integer> groups = new HashSet<>();
    for (Expr factor : factors(block.element())) {
      if (factor instanceof Num) {
        continue;
      }
      Set<Integer> own = new HashSet<>();
      for (Index index : free.of(factor)) {
        own.add(position(index));
      }
      if (own.size() > 1) {
        return false;
      }
      groups.addAll(own);
    }
    return groups.size() > 1;
  }

  /** The number of the axis, the last of rows and of columns being a pair. */
  private int position(Index index) {
    for (List<Axis> axes : List.of(block.rows(), block.columns())) {
      for (int d = 0; d < axes.size(); d++) {
        if (axes.get(d).index() == index) {
          return axes.size() == 1 && longest() > 1 ? single(axes) : d;
        }
      }
    }
    return -1;
  }

  private int longest() {
    return Math.max(block.rows().size(), block.columns().size());
  }

  /** A vector's only axis pairs with the axis of the other side that a delta couples it with. */
  private int single(List<Axis> axes) {
    List<Axis> others = axes == block.rows() ? block.columns() : block.rows();
    for (Expr factor : factors(block.element())) {
      if (factor instanceof Delta delta) {
        Set<Index> inside = free.of(delta);
        if (inside.contains(axes.get(0).index())) {
          for (int d = 0; d < others.size(); d++) {
            if (inside.contains(others.get(d).index())) {
              return d;
            }
          }
        }
      }
    }
    return 0;
  }
}
