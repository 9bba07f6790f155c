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

  /** A part of a block with the family in which its values stand. */
  private record Placed(int family, Overlay part) {}

  private SparseProgram(ArrayJacobian jacobian) {
    this.jacobian = jacobian;
    this.pool = jacobian.function().pool();
    jacobian.blocks().forEach(this::place);
  }

  /** The families, in the order of their values. */
  public static List<Family> families(ArrayJacobian jacobian) {
    return List.copyOf(new SparseProgram(jacobian).families);
  }

  /** The program of values and nonzeros. */
  public static ArrayProgram of(ArrayJacobian jacobian) {
    return new SparseProgram(jacobian).program();
  }

  private void place(JacobianBlock block) {
    List<Overlay> parts = Overlays.rectangular(pool, block);
    if (!areNested(block, parts)) {
      // Families that meet without one holding the other: then the block is stored whole.
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
      int owner = owner(first, part);
      if (owner < 0) {
        owner = families.size();
        families.add(new Family(block, part, nextOffset()));
      }
      placed.add(new Placed(owner, part));
    }
  }

  private Expr nextOffset() {
    if (families.isEmpty()) {
      return pool.zero();
    }
    Family last = families.get(families.size() - 1);
    return pool.sum(last.offset(), pool.product(last.counts(pool)));
  }

  /** Parts are disjoint, or the later one lies within the earlier one. */
  private boolean areNested(JacobianBlock block, List<Overlay> parts) {
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean nested = parts.get(i).active().containsAll(parts.get(j).active());
        if (!nested && !Overlays.areDisjoint(pool, block, parts.get(i), parts.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private int owner(int first, Overlay part) {
    for (int f = first; f < families.size(); f++) {
      if (part.active().containsAll(families.get(f).part().active())) {
        return f;
      }
    }
    return -1;
  }

  private ArrayProgram program() {
    Definitions definitions = new Definitions(pool, ProgramBuilder.sizes(jacobian.function()), "t");
    List<Expr> roots = new ArrayList<>(List.of(jacobian.element()));
    placed.forEach(one -> roots.add(one.part().value()));
    List<Expr> stable = new StableForms(pool).apply(roots);
    definitions.expect(stable);
    ProgramBuilder builder = new ProgramBuilder(pool);
    builder.inputs(jacobian.function());
    Symbol values = new Symbol("values", Symbol.Kind.ARRAY, -1);
    List<Expr> outputSizes = jacobian.rows().stream().map(Axis::upper).toList();
    builder.store(ArrayStorage.rowMajor(pool, values, outputSizes, Buffer.VALUES, pool.zero()));
    Expr value = definitions.stage(stable.get(0), new IndexRanges(pool, jacobian.rows()));
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
      IndexRanges ranges = new IndexRanges(pool, part.axes());
      Expr guarded = pool.select(part.guard(), stable.get(p + 1), pool.zero());
      Expr staged = definitions.stage(guarded, ranges);
      Family family = families.get(one.family());
      steps.add(
          new Step.Assignment(
              symbols.get(one.family()),
              part.axes(),
              pool.truth(),
              family.place(pool, part.subscripts()),
              staged));
    }
    builder.define(definitions);
    builder.assign(values, jacobian.rows(), value);
    steps.forEach(builder::assign);
    return builder.build();
  }
}
