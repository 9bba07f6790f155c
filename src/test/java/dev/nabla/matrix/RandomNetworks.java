package dev.nabla.matrix;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random expressions in matrices, vectors and δ at random indices of two sizes. */
final class RandomNetworks {
  private final ExprPool pool = new ExprPool();
  private final Random random;
  private final List<Expr> sizes =
      List.of(
          pool.element(new Symbol("n", Symbol.Kind.DIMENSION, 0)),
          pool.element(new Symbol("m", Symbol.Kind.DIMENSION, 1)));
  private final Map<Symbol, List<Expr>> arrays = new HashMap<>();
  private final Map<Index, Integer> kinds = new HashMap<>();
  private int names;

  RandomNetworks(long seed) {
    random = new Random(seed);
  }

  ExprPool pool() {
    return pool;
  }

  Map<Symbol, List<Expr>> arrays() {
    return arrays;
  }

  Index index(String name) {
    Index index = pool.index(name);
    kinds.put(index, random.nextInt(2));
    return index;
  }

  Axis axis(Index index) {
    return new Axis(index, pool.one(), size(index));
  }

  Expr size(Index index) {
    return sizes.get(kinds.get(index));
  }

  private Index any(List<Index> indices) {
    return indices.get(random.nextInt(indices.size()));
  }

  /** A matrix, seldom at its diagonal. */
  private Expr matrix(String letter, Index row, List<Index> columns) {
    Index column = any(columns);
    for (int attempt = 0; attempt < 3 && column == row; attempt++) {
      column = any(columns);
    }
    return element(letter, row, column);
  }

  private Expr element(String letter, Index... indices) {
    StringBuilder name = new StringBuilder(letter);
    List<Expr> shape = new ArrayList<>();
    for (Index index : indices) {
      name.append(kinds.get(index) == 0 ? "n" : "m");
      shape.add(size(index));
    }
    Symbol symbol = new Symbol(name.toString(), Symbol.Kind.VARIABLE, 2 + letter.charAt(0));
    arrays.put(symbol, shape);
    return pool.element(symbol, List.of(indices));
  }

  private Expr leaf(List<Index> indices) {
    if (indices.isEmpty()) {
      return element("c");
    }
    return switch (random.nextInt(9)) {
      case 0, 1 -> element(random.nextBoolean() ? "x" : "y", any(indices));
      case 2 -> delta(any(indices), any(indices));
      case 3 -> random.nextBoolean() ? element("c") : pool.num(1 + random.nextInt(3));
      case 4 -> matrix("C", any(indices), indices);
      default -> matrix(random.nextBoolean() ? "A" : "B", any(indices), indices);
    };
  }

  private Expr delta(Index left, Index right) {
    return kinds.get(left).equals(kinds.get(right)) ? pool.delta(left, right) : element("x", left);
  }

  Expr expression(int depth, List<Index> indices) {
    if (depth == 0) {
      return leaf(indices);
    }
    return switch (random.nextInt(10)) {
      case 0, 1 -> pool.sum(expression(depth - 1, indices), expression(depth - 1, indices));
      case 2 -> pool.subtract(expression(depth - 1, indices), expression(depth - 1, indices));
      case 3 -> pool.apply(FunctionTable.get("tanh"), expression(depth - 1, indices));
      case 4 -> pool.power(expression(depth - 1, indices), random.nextBoolean() ? 2 : 3);
      case 5 ->
          pool.divide(
              expression(depth - 1, indices),
              pool.sum(pool.num(3), pool.power(expression(depth - 1, indices), 2)));
      case 6, 7 -> pool.product(leaf(indices), expression(depth - 1, indices), leaf(indices));
      default -> sum(depth, indices);
    };
  }

  private Expr sum(int depth, List<Index> indices) {
    Index index = index("k" + names++);
    List<Index> inner = new ArrayList<>(indices);
    inner.add(index);
    Expr body =
        pool.product(
            expression(depth - 1, inner),
            matrix("A", index, inner),
            random.nextBoolean() ? leaf(inner) : pool.one());
    return pool.reduce(Reduce.Operation.SUM, index, pool.one(), size(index), body);
  }
}
