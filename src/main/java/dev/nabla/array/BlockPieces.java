package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Traversal;
import dev.nabla.index.IndexRanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A block cut where an index meets a number: with a δ(t, 2) in it, for t = 1..2, into t = 1 and t =
 * 2. In each piece the δ is a number, and a zero that it made is seen.
 */
final class BlockPieces {
  /** More pieces of one block are not worth their code. */
  private static final int MOST_PIECES = 16;

  private final ExprPool pool;
  private final JacobianBlock block;

  private BlockPieces(ExprPool pool, JacobianBlock block) {
    this.pool = pool;
    this.block = block;
  }

  /**
   * A piece of a block.
   *
   * @param rest the block over the indices that take more than one value
   * @param fixed the value of each other index
   */
  record Piece(JacobianBlock rest, Map<Expr, Expr> fixed) {
    /** A part of the piece as one of the block. */
    Overlay within(JacobianBlock block, Overlay part) {
      List<Expr> subscripts = new ArrayList<>();
      int next = 0;
      for (Axis axis : block.axes()) {
        Expr value = fixed.get(axis.index());
        subscripts.add(value == null ? part.subscripts().get(next) : value);
        next += value == null ? 1 : 0;
      }
      return new Overlay(part.active(), part.axes(), part.guard(), subscripts, part.value());
    }
  }

  /** The block as one piece. */
  static List<Piece> whole(JacobianBlock block) {
    return List.of(new Piece(block, Map.of()));
  }

  /** The pieces, row-major; the block as a whole where nothing cuts it, or too much does. */
  static List<Piece> of(ExprPool pool, JacobianBlock block) {
    return new BlockPieces(pool, block).pieces();
  }

  private List<Piece> pieces() {
    List<Piece> pieces = whole(block);
    for (Axis axis : block.axes()) {
      List<Axis> ranges = ranges(axis);
      if (pieces.size() * ranges.size() > MOST_PIECES) {
        return whole(block);
      }
      if (ranges.size() > 1) {
        pieces =
            pieces.stream()
                .flatMap(piece -> ranges.stream().map(range -> narrowed(piece, range)))
                .toList();
      }
    }
    return pieces;
  }

  private List<Axis> ranges(Axis axis) {
    Optional<Integer> lower = IndexRanges.number(axis.lower());
    Optional<Integer> upper = IndexRanges.number(axis.upper());
    // An empty range, of a size below 1, is refused where the sizes are looked at.
    if (lower.isEmpty() || upper.isEmpty() || lower.get() > upper.get()) {
      return List.of(axis);
    }
    TreeSet<Integer> starts = new TreeSet<>(List.of(lower.get()));
    for (Expr node : Traversal.postOrder(block.element())) {
      if (node instanceof Delta
          || (node instanceof Compare compare && compare.relation() == Compare.Relation.EQ)) {
        IndexRanges.solution(pool, node.children().get(0), node.children().get(1), axis.index())
            .flatMap(IndexRanges::number)
            .ifPresent(met -> starts.addAll(List.of(met, met + 1)));
      }
    }
    List<Axis> ranges = new ArrayList<>();
    for (int start : starts.subSet(lower.get(), true, upper.get(), true)) {
      Integer next = starts.higher(start);
      int end = next == null ? upper.get() : Math.min(next - 1, upper.get());
      ranges.add(new Axis(axis.index(), pool.num(start), pool.num(end)));
    }
    return ranges;
  }

  private Piece narrowed(Piece piece, Axis range) {
    boolean isSingle = range.lower() == range.upper();
    JacobianBlock rest = piece.rest();
    Substitution at =
        new Substitution(pool, isSingle ? Map.of(range.index(), range.lower()) : Map.of());
    Map<Expr, Expr> fixed = new HashMap<>(piece.fixed());
    if (isSingle) {
      fixed.put(range.index(), range.lower());
    }
    return new Piece(
        new JacobianBlock(
            rest.variable(),
            axes(rest.rows(), range, isSingle),
            axes(rest.columns(), range, isSingle),
            at.apply(rest.element())),
        fixed);
  }

  private static List<Axis> axes(List<Axis> axes, Axis range, boolean isSingle) {
    return axes.stream()
        .filter(axis -> !isSingle || axis.index() != range.index())
        .map(axis -> axis.index() == range.index() ? range : axis)
        .toList();
  }
}
