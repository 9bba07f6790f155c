package dev.nabla.array;

import dev.nabla.array.ArrayStorage.Buffer;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.index.IndexRanges;
import dev.nabla.simplify.StableForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The program that evaluates a function and the nonzeros of its Jacobian, and the families of
 * places where they stand. A block that has no zeros by structure is one family, all of it.
 */
public final class SparseProgram {
  private final ArrayJacobian jacobian;
  private final ExprPool pool;
  private final List<Family> families = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();

  /** A part of a block with a family it lies within, and whether its value stands there. */
  private record Placed(int family, Overlay part, boolean holdsValue) {
    Expr value(ExprPool pool) {
      return holdsValue ? part.value() : pool.zero();
    }
  }

  private SparseProgram(ArrayJacobian jacobian) {
    this.jacobian = jacobian;
    this.pool = jacobian.function().pool();
    jacobian.blocks().forEach(this::place);
  }

  /** The families, in the order of their values. */
  public static List<Family> families(ArrayJacobian jacobian) {
    return List.copyOf(new SparseProgram(jacobian).families);
  }

  /** The program of values and nonzeros; the sizes decide which families there are. */
  public static ArrayProgram of(ArrayJacobian jacobian, Map<String, Integer> sizes) {
    return new SparseProgram(jacobian.at(sizes)).program();
  }

  private void place(JacobianBlock block) {
    List<Overlay> parts = Overlays.rectangular(pool, block);
    if (!parts.stream().allMatch(part -> isInside(block, part))) {
      // Loops that leave the block where a guard fails: then the block is stored whole.
      Overlay whole =
          new Overlay(
              Set.of(),
              block.axes(),
              pool.truth(),
              List.copyOf(block.axes().stream().map(Axis::index).toList()),
              block.element());
      parts = List.of(whole);
    }
    int first = families.size();
    for (Overlay part : parts) {
      List<Integer> owners = owners(first, part);
      if (owners.isEmpty()) {
        owners = List.of(families.size());
        families.add(new Family(block, part, nextOffset()));
      }
      // Where families meet, one holds the value and the others add nothing to it.
      for (int k = 0; k < owners.size(); k++) {
        placed.add(new Placed(owners.get(k), part, k == 0));
      }
    }
  }

  private Expr nextOffset() {
    if (families.isEmpty()) {
      return pool.zero();
    }
    Family last = families.get(families.size() - 1);
    return pool.sum(last.offset(), pool.product(last.counts(pool)));
  }

  /** Whether the loops alone stay within the block. */
  private boolean isInside(JacobianBlock block, Overlay part) {
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

  /** The families that the part lies within. */
  private List<Integer> owners(int first, Overlay part) {
    List<Integer> owners = new ArrayList<>();
    for (int f = first; f < families.size(); f++) {
      if (part.active().containsAll(families.get(f).part().active())) {
        owners.add(f);
      }
    }
    return owners;
  }

  private ArrayProgram program() {
    Definitions definitions = new Definitions(pool, ProgramBuilder.sizes(jacobian.function()), "t");
    List<Expr> roots = new ArrayList<>(List.of(jacobian.element()));
    placed.forEach(one -> roots.add(one.value(pool)));
    List<Expr> stable = new StableForms(pool).apply(roots);
    definitions.expect(stable);
    ProgramBuilder builder = new ProgramBuilder(pool);
    builder.inputs(jacobian.function());
    Symbol values = new Symbol("values", Symbol.Kind.ARRAY, -1);
    List<Expr> outputSizes = jacobian.rows().stream().map(Axis::upper).toList();
    builder.store(ArrayStorage.rowMajor(pool, values, outputSizes, Buffer.VALUES, pool.zero()));
    Expr output = definitions.stage(stable.get(0), new IndexRanges(pool, jacobian.rows()));
    List<Symbol> symbols = new ArrayList<>();
    for (Family family : families) {
      Symbol symbol = new Symbol("nonzeros" + symbols.size(), Symbol.Kind.ARRAY, -1);
      symbols.add(symbol);
      builder.store(
          ArrayStorage.rowMajor(
              pool, symbol, family.counts(pool), Buffer.PARTIALS, family.offset()));
    }
    List<Step.Assignment> steps = new ArrayList<>();
    for (int p = 0; p < placed.size(); p++) {
      Placed one = placed.get(p);
      Overlay part = one.part();
      Family family = families.get(one.family());
      // The family's own part writes each of its values, a part within it only its own.
      boolean isOwn = family.part() == part;
      IndexRanges ranges = new IndexRanges(pool, part.axes());
      Expr value =
          isOwn
              ? definitions.stage(pool.select(part.guard(), stable.get(p + 1), pool.zero()), ranges)
              : definitions.stage(stable.get(p + 1), ranges.where(part.guard()));
      steps.add(
          new Step.Assignment(
              symbols.get(one.family()),
              part.axes(),
              isOwn ? pool.truth() : part.guard(),
              family.place(pool, part.subscripts()),
              value));
    }
    builder.define(definitions);
    builder.assign(values, jacobian.rows(), output);
    steps.forEach(builder::assign);
    return builder.build();
  }
}
