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

/**
 * The program that evaluates a function and the nonzeros of its Jacobian, and the families of
 * places where they stand. A block that has no zeros by structure is one family, all of it.
 */
public final class SparseProgram {
  private final ArrayJacobian jacobian;
  private final ExprPool pool;
  private final List<Family> families = new ArrayList<>();
  private final List<BlockFamilies.Placed> placed = new ArrayList<>();

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
    BlockFamilies own = BlockFamilies.of(pool, block);
    int first = families.size();
    own.families().forEach(part -> families.add(new Family(block, part, nextOffset())));
    own.placed()
        .forEach(
            one ->
                placed.add(
                    new BlockFamilies.Placed(first + one.family(), one.part(), one.holdsValue())));
  }

  private Expr nextOffset() {
    if (families.isEmpty()) {
      return pool.zero();
    }
    Family last = families.get(families.size() - 1);
    return pool.sum(last.offset(), pool.product(last.counts(pool)));
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
      BlockFamilies.Placed one = placed.get(p);
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
