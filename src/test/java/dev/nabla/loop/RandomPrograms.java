package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import dev.nabla.array.ArrayStorage;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random programs over arrays of symbolic sizes, with masks, guards, shifts and data subscripts.
 */
final class RandomPrograms {
  private static final int DEEPEST = 4;

  /** The kinds of numbers, below, that linear algebra is made of. */
  private static final List<Integer> PLAIN_KINDS = List.of(0, 2, 3, 6, 12, 12);

  private static final List<String> SIZES = List.of("n", "m", "k");

  /** An index in scope and the name of the size it runs to. */
  private record Running(Index index, String size) {}

  private final Random random;
  private final Programs programs = new Programs();
  private final ExprPool pool = programs.pool();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final Map<String, List<String>> readable = new LinkedHashMap<>();
  private final List<Running> scope = new ArrayList<>();
  private int fresh;

  /** Whether the values are sums of products of elements, as linear algebra has them. */
  private boolean plain;

  private int partialCount;
  private int inputCount;

  RandomPrograms(long seed) {
    random = new Random(seed);
    SIZES.forEach(size -> sizes.put(size, 1 + random.nextInt(12)));
    input("x", "n");
    input("u", "m");
    input("A", "n", "m");
    input("B", "m", "n");
    input("C", "k", "m");
    input("token", "n");
    readable.remove("token");
    for (int step = 0; step < 4; step++) {
      step("t" + step, step < 2);
    }
  }

  ArrayProgram program() {
    return programs.program();
  }

  Map<String, Integer> sizes() {
    return sizes;
  }

  int partialCount() {
    return partialCount;
  }

  /** Small numbers; the tokens are subscripts of the first axis of C. */
  double[] inputs() {
    double[] inputs = random.doubles(inputCount).map(x -> Math.rint(64 * (x - 0.5)) / 16).toArray();
    for (int t = 0; t < sizes.get("n"); t++) {
      inputs[inputCount - 1 - t] = 1 + random.nextInt(sizes.get("k"));
    }
    return inputs;
  }

  private void input(String name, String... axes) {
    programs.input(name, sizesOf(List.of(axes)));
    readable.put(name, List.of(axes));
    inputCount += elementCount(List.of(axes));
  }

  private Expr[] sizesOf(List<String> axes) {
    return axes.stream().map(programs::size).toArray(Expr[]::new);
  }

  private int elementCount(List<String> axes) {
    return axes.stream().mapToInt(sizes::get).reduce(1, (a, b) -> a * b);
  }

  private void step(String name, boolean isScratch) {
    List<String> shape = new ArrayList<>();
    plain = random.nextBoolean();
    for (int rank = plain ? 2 : random.nextInt(4); rank > 0; rank--) {
      shape.add(anyOf(SIZES));
    }
    programs.array(
        name,
        isScratch ? ArrayStorage.Buffer.SCRATCH : ArrayStorage.Buffer.PARTIALS,
        sizesOf(shape));
    List<Axis> axes = new ArrayList<>();
    List<Expr> subscripts = new ArrayList<>();
    for (String size : shape) {
      Index index = freshIndex();
      // An array that is read later is written as a whole.
      boolean triangular = !isScratch && !scope.isEmpty() && random.nextInt(4) == 0;
      Running outer = scope.isEmpty() ? new Running(index, size) : anyOf(scope);
      Expr upper =
          triangular && sizes.get(outer.size()) <= sizes.get(size)
              ? outer.index()
              : programs.size(size);
      axes.add(programs.axis(index, upper));
      subscripts.add(index);
      scope.add(new Running(index, size));
    }
    Expr guard =
        isScratch || scope.isEmpty() || random.nextInt(3) > 0 ? pool.truth() : indexCondition();
    programs.assign(name, axes, guard, subscripts, number(4));
    scope.clear();
    if (shape.size() > 1 && random.nextInt(3) == 0) {
      correct(name, shape);
    }
    if (isScratch) {
      readable.put(name, List.copyOf(shape));
    } else {
      partialCount += elementCount(shape);
    }
  }

  /** Assigns again to the elements whose last subscripts are all 1, or all alike. */
  private void correct(String name, List<String> shape) {
    Index index = programs.index("row");
    List<Expr> subscripts = new ArrayList<>(List.of(index));
    for (String size : shape.subList(1, shape.size())) {
      subscripts.add(sizes.get(size) >= sizes.get(shape.get(0)) ? index : pool.one());
    }
    scope.add(new Running(index, shape.get(0)));
    List<Axis> axes = List.of(programs.axis(index, programs.size(shape.get(0))));
    programs.assign(name, axes, subscripts, number(3));
    scope.clear();
  }

  private Index freshIndex() {
    fresh++;
    return programs.index("'" + fresh);
  }

  private Expr number(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (plain ? anyOf(PLAIN_KINDS) : random.nextInt(14)) {
      case 0, 1 -> pool.sum(number(depth - 1), number(depth - 1));
      case 2 -> pool.subtract(number(depth - 1), number(depth - 1));
      case 3, 4 -> pool.product(number(depth - 1), number(depth - 1));
      case 5 -> pool.divide(number(depth - 1), number(depth - 1));
      case 6 -> pool.scale(Rational.of(random.nextInt(9) - 4, 3), number(depth - 1));
      case 7 -> pool.power(number(depth - 1), random.nextInt(5) - 1);
      case 8 -> pool.apply(FunctionTable.get("tanh"), number(depth - 1));
      case 9 -> pool.select(condition(depth - 1), number(depth - 1), number(depth - 1));
      case 10 -> shifted();
      case 11 -> scope.isEmpty() ? leaf() : exponential(depth);
      default -> reduce(depth);
    };
  }

  private Expr reduce(int depth) {
    if (scope.size() == DEEPEST) {
      return leaf();
    }
    Index index = freshIndex();
    String size = anyOf(SIZES);
    Expr lower = pool.one();
    Expr upper = programs.size(size);
    if (!scope.isEmpty() && random.nextInt(4) == 0) {
      Running outer = anyOf(scope);
      if (sizes.get(outer.size()) <= sizes.get(size)) {
        upper = outer.index();
      } else {
        lower = outer.index();
      }
    }
    scope.add(new Running(index, size));
    Expr body = number(depth - 1);
    scope.remove(scope.size() - 1);
    Reduce.Operation[] operations = Reduce.Operation.values();
    Reduce.Operation operation =
        random.nextInt(3) > 0 ? Reduce.Operation.SUM : operations[random.nextInt(4)];
    return pool.reduce(operation, index, lower, upper, body);
  }

  private Expr exponential(int depth) {
    if (scope.size() == DEEPEST) {
      return leaf();
    }
    Index index = freshIndex();
    Running at = anyOf(scope);
    scope.add(new Running(index, at.size()));
    Expr body = number(depth - 1);
    scope.remove(scope.size() - 1);
    boolean softmax = random.nextBoolean();
    return pool.arrayApply(
        softmax ? ArrayFunction.SOFTMAX : ArrayFunction.LOGSUMEXP,
        List.of(programs.axis(index, programs.size(at.size()))),
        body,
        softmax ? List.of(at.index()) : List.of());
  }

  /** x[i + 1] where there is one. */
  private Expr shifted() {
    for (Running running : scope) {
      if (running.size().equals("n")) {
        Expr next = pool.sum(running.index(), pool.one());
        Expr inside = pool.compare(Compare.Relation.LE, next, programs.size("n"));
        return pool.select(inside, programs.at("x", next), leaf());
      }
    }
    return leaf();
  }

  private Expr condition(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> pool.not(condition(depth));
      case 1 ->
          pool.logic(
              random.nextBoolean() ? Logic.Connective.AND : Logic.Connective.OR,
              List.of(indexCondition(), condition(depth)));
      case 2 -> pool.compare(anyRelation(), number(Math.min(depth, 1)), leaf());
      default -> indexCondition();
    };
  }

  private Expr indexCondition() {
    return scope.isEmpty()
        ? pool.compare(anyRelation(), programs.size("n"), programs.num(5))
        : pool.compare(anyRelation(), anyOf(scope).index(), anyOf(scope).index());
  }

  private Compare.Relation anyRelation() {
    return anyOf(List.of(Compare.Relation.values()));
  }

  private Expr leaf() {
    return switch (plain ? 7 : random.nextInt(8)) {
      case 0 -> pool.num(Rational.of(random.nextInt(9) - 4, 1 + random.nextInt(3)));
      case 1 ->
          scope.size() > 1
              ? pool.delta(anyOf(scope).index(), anyOf(scope).index())
              : programs.size("m");
      case 2 -> scope.isEmpty() ? pool.one() : anyOf(scope).index();
      case 3 -> programs.at("C", programs.at("token", subscript("n")), subscript("m"));
      default -> element(anyOf(List.copyOf(readable.keySet())));
    };
  }

  private Expr element(String array) {
    return programs.at(
        array, readable.get(array).stream().map(this::subscript).toArray(Expr[]::new));
  }

  /** An index that runs to the size, rather a recent one, else 1. */
  private Expr subscript(String size) {
    List<Running> fitting = scope.stream().filter(r -> r.size().equals(size)).toList();
    return fitting.isEmpty() || random.nextInt(12) == 0
        ? pool.one()
        : fitting.get(fitting.size() - 1 - random.nextInt(Math.min(2, fitting.size()))).index();
  }

  private <T> T anyOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
