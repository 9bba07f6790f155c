package dev.nabla.array;

import dev.nabla.array.ArrayStorage.Buffer;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import dev.nabla.index.IndexRanges;
import dev.nabla.simplify.StableForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program that evaluates a function and its dense Jacobian, row-major. */
public final class JacobianProgram {
  private final ArrayJacobian jacobian;
  private final ExprPool pool;
  private final Definitions definitions;
  private final ProgramBuilder builder;

  private JacobianProgram(ArrayJacobian jacobian) {
    this.jacobian = jacobian;
    this.pool = jacobian.function().pool();
    this.definitions = new Definitions(pool, ProgramBuilder.sizes(jacobian.function()), "t");
    this.builder = new ProgramBuilder(pool);
  }

  /** The program of values and all partial derivatives. */
  public static ArrayProgram dense(ArrayJacobian jacobian) {
    return new JacobianProgram(jacobian).dense();
  }

  private ArrayProgram dense() {
    Map<JacobianBlock, List<Overlay>> parts = new LinkedHashMap<>();
    List<Expr> roots = new ArrayList<>(List.of(jacobian.element()));
    for (JacobianBlock block : jacobian.blocks()) {
      List<Overlay> overlays = Overlays.of(pool, block);
      parts.put(block, overlays);
      overlays.forEach(overlay -> roots.add(overlay.value()));
    }
    roots.replaceAll(this::stable);
    definitions.expect(roots);
    Symbol values = new Symbol("values", Symbol.Kind.ARRAY, -1);
    List<Step.Assignment> outputs = new ArrayList<>();
    List<ArrayStorage> storage = new ArrayList<>();
    List<Expr> outputSizes = jacobian.rows().stream().map(Axis::upper).toList();
    storage.add(ArrayStorage.rowMajor(pool, values, outputSizes, Buffer.VALUES, pool.zero()));
    Expr value =
        definitions.stage(stable(jacobian.element()), new IndexRanges(pool, jacobian.rows()));
    if (!builder.place(definitions, storage.get(0), jacobian.rows(), value)) {
      outputs.add(assignment(values, jacobian.rows(), pool.truth(), jacobian.rows(), value));
    }
    Expr columns = pool.zero();
    for (JacobianBlock block : jacobian.blocks()) {
      columns = pool.sum(columns, pool.product(block.variable().sizes()));
    }
    Expr offset = pool.zero();
    for (JacobianBlock block : jacobian.blocks()) {
      Symbol partials = new Symbol("d" + block.variable().symbol().name(), Symbol.Kind.ARRAY, -1);
      ArrayStorage place = storage(block, partials, offset, columns);
      storage.add(place);
      List<Step.Assignment> steps = assignments(block, partials, parts.get(block));
      if (!builder.place(definitions, place, block.axes(), steps.get(0).value())
          || !coversAll(block, steps.get(0))) {
        outputs.add(steps.get(0));
      }
      outputs.addAll(steps.subList(1, steps.size()));
      offset = pool.sum(offset, pool.product(block.variable().sizes()));
    }
    builder.inputs(jacobian.function());
    storage.forEach(builder::store);
    builder.define(definitions);
    outputs.forEach(builder::assign);
    return builder.build();
  }

  /** The form that doubles evaluate without cancellation. */
  private Expr stable(Expr expr) {
    return new StableForms(pool).apply(List.of(expr)).get(0);
  }

  private static Step.Assignment assignment(
      Symbol target, List<Axis> axes, Expr guard, List<Axis> subscripts, Expr value) {
    List<Expr> indices = new ArrayList<>();
    subscripts.forEach(axis -> indices.add(axis.index()));
    return new Step.Assignment(target, axes, guard, List.copyOf(indices), value);
  }

  /** A block is a band of columns of the whole matrix. */
  private ArrayStorage storage(JacobianBlock block, Symbol symbol, Expr offset, Expr columns) {
    List<Expr> sizes = new ArrayList<>();
    block.rows().forEach(axis -> sizes.add(axis.upper()));
    sizes.addAll(block.variable().sizes());
    List<Expr> strides = new ArrayList<>();
    Expr stride = pool.one();
    for (int d = sizes.size() - 1; d >= 0; d--) {
      if (d == block.rows().size() - 1) {
        stride = columns;
      }
      strides.add(0, stride);
      stride = pool.product(stride, sizes.get(d));
    }
    return new ArrayStorage(
        symbol, List.copyOf(sizes), Buffer.PARTIALS, offset, List.copyOf(strides));
  }

  private List<Step.Assignment> assignments(
      JacobianBlock block, Symbol partials, List<Overlay> overlays) {
    List<Step.Assignment> steps = new ArrayList<>();
    if (overlays.isEmpty() || !coversAll(block, overlays.get(0))) {
      // What the parts do not reach is 0.
      steps.add(assignment(partials, block.axes(), pool.truth(), block.axes(), pool.zero()));
    }
    for (Overlay overlay : overlays) {
      IndexRanges ranges = new IndexRanges(pool, overlay.axes()).where(overlay.guard());
      Expr value = definitions.stage(stable(overlay.value()), ranges);
      steps.add(
          new Step.Assignment(
              partials, overlay.axes(), overlay.guard(), overlay.subscripts(), value));
    }
    return steps;
  }

  private boolean coversAll(JacobianBlock block, Step.Assignment step) {
    return step.axes().equals(block.axes()) && step.guard() == pool.truth();
  }

  private boolean coversAll(JacobianBlock block, Overlay overlay) {
    List<Index> indices = block.axes().stream().map(Axis::index).toList();
    return overlay.axes().equals(block.axes())
        && overlay.guard() == pool.truth()
        && overlay.subscripts().equals(List.<Expr>copyOf(indices));
  }
}
