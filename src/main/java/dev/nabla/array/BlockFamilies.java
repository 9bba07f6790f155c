package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.index.IndexRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The families of one block, and which of its parts lie within them. */
final class BlockFamilies {
  /** A part of the block with a family it lies within, and whether its value stands there. */
  record Placed(int family, Overlay part, boolean holdsValue) {
    Expr value(ExprPool pool) {
      return holdsValue ? part.value() : pool.zero();
    }
  }

  private final ExprPool pool;
  private final JacobianBlock block;
  private final List<Overlay> families = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();

  private BlockFamilies(ExprPool pool, JacobianBlock block, List<BlockPieces.Piece> pieces) {
    this.pool = pool;
    this.block = block;
    pieces.forEach(this::place);
  }

  /** The families of the block, or those of its pieces where these are fewer values. */
  static BlockFamilies of(ExprPool pool, JacobianBlock block) {
    BlockFamilies whole = new BlockFamilies(pool, block, BlockPieces.whole(block));
    List<BlockPieces.Piece> pieces = BlockPieces.of(pool, block);
    if (pieces.size() == 1) {
      return whole;
    }
    BlockFamilies cut = new BlockFamilies(pool, block, pieces);
    boolean isSmaller =
        whole.count().isPresent()
            && cut.count().isPresent()
            && cut.count().get() < whole.count().get();
    return isSmaller ? cut : whole;
  }

  /** The part that each family consists of. */
  List<Overlay> families() {
    return List.copyOf(families);
  }

  /** The parts, a family before what lies within it. */
  List<Placed> placed() {
    return List.copyOf(placed);
  }

  /** The number of values, if the ranges are numbers. */
  private Optional<Long> count() {
    long total = 0;
    for (Overlay family : families) {
      long product = 1;
      for (Axis axis : family.axes()) {
        Optional<Integer> extent =
            IndexRanges.number(pool.sum(axis.upper(), pool.negate(axis.lower()), pool.one()));
        if (extent.isEmpty()) {
          return Optional.empty();
        }
        product *= Math.max(0, extent.get());
      }
      total += product;
    }
    return Optional.of(total);
  }

  private void place(BlockPieces.Piece piece) {
    List<Overlay> parts =
        Overlays.rectangular(pool, piece.rest()).stream()
            .map(part -> piece.within(block, part))
            .toList();
    if (!parts.stream().allMatch(this::isInside)) {
      // Loops that leave the block where a guard fails: then the piece is stored whole.
      List<Axis> axes = piece.rest().axes();
      Overlay whole =
          new Overlay(
              Set.of(),
              axes,
              pool.truth(),
              List.copyOf(axes.stream().map(Axis::index).toList()),
              piece.rest().element());
      parts = List.of(piece.within(block, whole));
    }
    int first = families.size();
    for (Overlay part : parts) {
      List<Integer> owners = owners(first, part);
      if (owners.isEmpty()) {
        owners = List.of(families.size());
        families.add(part);
      }
      // Where families meet, one holds the value and the others add nothing to it.
      for (int k = 0; k < owners.size(); k++) {
        placed.add(new Placed(owners.get(k), part, k == 0));
      }
    }
  }

  /** Whether the loops alone stay within the block. */
  private boolean isInside(Overlay part) {
    if (part.guard() == pool.truth()) {
      return true;
    }
    IndexRanges ranges = new IndexRanges(pool, part.axes());
    for (int d = 0; d < block.axes().size(); d++) {
      if (ranges.within(part.subscripts().get(d), block.axes().get(d)) != pool.truth()) {
        return false;
      }
    }
    return true;
  }

  /** The families of a piece that the part lies within. */
  private List<Integer> owners(int first, Overlay part) {
    List<Integer> owners = new ArrayList<>();
    for (int f = first; f < families.size(); f++) {
      if (part.active().containsAll(families.get(f).active())) {
        owners.add(f);
      }
    }
    return owners;
  }
}
