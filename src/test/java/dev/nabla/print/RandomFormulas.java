package dev.nabla.print;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random expressions over {@link #HEADER}, rich in nested powers, signs and quotients. */
final class RandomFormulas {
  static final String HEADER = "f(x, y, theta; a, dt, v[n], W[n,n+1]) = ";

  private static final List<Rational> EXPONENTS =
      List.of(
          Rational.of(2),
          Rational.of(3),
          Rational.of(-1),
          Rational.of(-2),
          Rational.of(-3),
          Rational.of(1, 2),
          Rational.of(-1, 2),
          Rational.of(3, 2),
          Rational.of(-3, 2),
          Rational.of(1, 3),
          Rational.of(-1, 3),
          Rational.of(-2, 3),
          Rational.of(1, 4));

  private final Random random;
  private final ExprPool pool = new ExprPool();
  private final List<ElementaryFunction> functions = List.copyOf(FunctionTable.all());
  private final List<Expr> scalars = new ArrayList<>();
  private final Symbol vector = new Symbol("v", Symbol.Kind.PARAMETER, 5);
  private final Symbol matrix = new Symbol("W", Symbol.Kind.PARAMETER, 6);
  private final Expr size = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, 7));

  RandomFormulas(long seed) {
    random = new Random(seed);
    int order = 0;
    for (String name : List.of("x", "y", "theta")) {
      scalars.add(pool.element(new Symbol(name, Symbol.Kind.VARIABLE, order++)));
    }
    for (String name : List.of("a", "dt")) {
      scalars.add(pool.element(new Symbol(name, Symbol.Kind.PARAMETER, order++)));
    }
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  ExprPool pool() {
    return pool;
  }

  Expr number(int depth) {
    return number(depth, List.of());
  }

  private Expr number(int depth, List<Index> indices) {
    if (depth == 0) {
      return leaf(indices);
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> pool.sum(several(depth, indices));
      case 2, 3 -> pool.product(several(depth, indices));
      case 4 -> pool.negate(number(depth - 1, indices));
      case 5, 6, 7 -> power(number(depth - 1, indices));
      case 8 -> symbolicPower(depth, indices);
      case 9 -> apply(depth, indices);
      case 10 ->
          pool.select(
              condition(depth - 1, indices),
              number(depth - 1, indices),
              number(depth - 1, indices));
      default -> reduce(depth, indices);
    };
  }

  private List<Expr> several(int depth, List<Index> indices) {
    List<Expr> operands = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      operands.add(number(random.nextInt(depth), indices));
    }
    return operands;
  }

  /** The language refuses a division by zero. */
  private Expr power(Expr base) {
    Expr exponent = pool.num(oneOf(EXPONENTS));
    return base == pool.zero() ? base : pool.power(base, exponent);
  }

  /** The language reads e^x as exp(x). */
  private Expr symbolicPower(int depth, List<Index> indices) {
    Expr base = number(depth - 1, indices);
    return base instanceof Constant || base == pool.zero()
        ? base
        : pool.power(base, number(depth - 1, indices));
  }

  private Expr apply(int depth, List<Index> indices) {
    ElementaryFunction function = oneOf(functions);
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      arguments.add(number(depth - 1, indices));
    }
    return pool.apply(function, arguments);
  }

  private Expr reduce(int depth, List<Index> indices) {
    Index index = pool.index("#" + indices.size());
    List<Index> inner = new ArrayList<>(indices);
    inner.add(index);
    Reduce.Operation operation = oneOf(List.of(Reduce.Operation.values()));
    Expr upper = random.nextBoolean() ? size : pool.subtract(size, pool.one());
    return pool.reduce(operation, index, pool.one(), upper, number(depth - 1, inner));
  }

  private Expr condition(int depth, List<Index> indices) {
    if (depth > 0 && random.nextInt(3) == 0) {
      Logic.Connective connective = oneOf(List.of(Logic.Connective.values()));
      List<Expr> operands = new ArrayList<>(List.of(condition(depth - 1, indices)));
      if (connective != Logic.Connective.NOT) {
        operands.add(condition(depth - 1, indices));
      }
      return pool.logic(connective, operands);
    }
    Compare.Relation relation = oneOf(List.of(Compare.Relation.values()));
    int inner = Math.max(0, depth - 1);
    return pool.compare(relation, number(inner, indices), number(inner, indices));
  }

  private Expr leaf(List<Index> indices) {
    if (!indices.isEmpty() && random.nextBoolean()) {
      Expr i = oneOf(indices);
      Expr j = random.nextBoolean() ? pool.num(1 + random.nextInt(3)) : pool.sum(i, pool.one());
      return random.nextBoolean()
          ? pool.element(vector, List.of(i))
          : pool.element(matrix, List.of(i, j));
    }
    return switch (random.nextInt(5)) {
      case 0 -> pool.num(random.nextInt(12) - 5);
      case 1 -> pool.num(Rational.of(random.nextInt(12) - 5, 1 + random.nextInt(8)));
      case 2 -> pool.constant(Constant.Name.PI);
      default -> oneOf(scalars);
    };
  }

  /** Whether the language can say it: it refuses a division by zero, and e^x is exp(x). */
  static boolean isWritable(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .noneMatch(
            node ->
                node instanceof Power power
                    && power.base() instanceof Num base
                    && base.value().isZero());
  }
}
