package dev.nabla.tape;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random DAGs over a few inputs, and inputs to hurt them. */
public final class RandomExpressions {
  private static final double[] HOSTILE = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    2,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e-300,
    1e300
  };

  private final Random random;
  private final ExprPool pool = new ExprPool();
  private final List<Expr> inputs = new ArrayList<>();
  private final List<Expr> numbers = new ArrayList<>();
  private final List<Expr> conditions = new ArrayList<>();
  private final List<ElementaryFunction> functions;

  /** A random DAG with any function. */
  public RandomExpressions(long seed, int inputCount, int size) {
    this(seed, inputCount, size, List.copyOf(FunctionTable.all()));
  }

  /** A random DAG with some functions. */
  public RandomExpressions(
      long seed, int inputCount, int size, List<ElementaryFunction> functions) {
    this.random = new Random(seed);
    this.functions = functions;
    for (int i = 0; i < inputCount; i++) {
      inputs.add(pool.element(new Symbol("x" + i, Symbol.Kind.VARIABLE, i)));
    }
    numbers.addAll(inputs);
    conditions.add(pool.compare(Compare.Relation.LT, inputs.get(0), pool.zero()));
    for (int i = 0; i < size; i++) {
      if (random.nextInt(8) == 0) {
        conditions.add(condition());
      } else {
        numbers.add(number());
      }
    }
  }

  private Expr number() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> pool.sum(any(), any());
      case 2 -> pool.subtract(any(), any());
      case 3 -> pool.product(any(), any());
      case 4 -> pool.divide(any(), any());
      case 5 -> pool.power(any(), pool.num(Rational.of(random.nextInt(21) - 10, 2)));
      case 6 -> pool.scale(coefficient(), any());
      case 7 -> wide();
      case 8 -> apply();
      case 9 -> random.nextBoolean() ? pool.power(any(), any()) : constant();
      default -> pool.select(anyOf(conditions), any(), any());
    };
  }

  private Expr apply() {
    if (functions.isEmpty()) {
      return any();
    }
    ElementaryFunction function = anyOf(functions);
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      arguments.add(any());
    }
    return pool.apply(function, arguments);
  }

  private Expr wide() {
    List<Expr> operands = new ArrayList<>();
    for (int i = random.nextInt(20); i >= 0; i--) {
      operands.add(pool.scale(coefficient(), any()));
    }
    return random.nextBoolean() ? pool.sum(operands) : pool.product(operands);
  }

  private Expr constant() {
    Expr irrational = pool.constant(random.nextBoolean() ? Constant.Name.PI : Constant.Name.E);
    return switch (random.nextInt(3)) {
      case 0 -> pool.scale(coefficient(), irrational);
      case 1 -> pool.sum(pool.num(coefficient()), irrational);
      default -> pool.sqrt(pool.num(1 + random.nextInt(10)));
    };
  }

  private Rational coefficient() {
    int numerator = random.nextInt(19) - 9;
    return Rational.of(numerator == 0 ? 1 : numerator, 1 + random.nextInt(8));
  }

  private Expr condition() {
    Compare.Relation[] relations = Compare.Relation.values();
    return switch (random.nextInt(5)) {
      case 0 -> pool.not(anyOf(conditions));
      case 1 -> pool.logic(Logic.Connective.AND, List.of(anyOf(conditions), anyOf(conditions)));
      case 2 -> pool.logic(Logic.Connective.OR, List.of(anyOf(conditions), anyOf(conditions)));
      default -> pool.compare(relations[random.nextInt(relations.length)], any(), any());
    };
  }

  /** Any number so far, rather a recent one, so that the DAG gets deep. */
  private Expr any() {
    int back = Math.min(random.nextInt(numbers.size()), random.nextInt(numbers.size()));
    return numbers.get(numbers.size() - 1 - back);
  }

  private <T> T anyOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  public ExprPool pool() {
    return pool;
  }

  public List<Expr> inputs() {
    return inputs;
  }

  /** Some of the numbers, at least one. */
  public List<Expr> outputs(int count) {
    List<Expr> outputs = new ArrayList<>();
    outputs.add(numbers.get(numbers.size() - 1));
    for (int i = 1; i < count; i++) {
      outputs.add(any());
    }
    return outputs;
  }

  /** A tape of some values, and some partials at scattered positions. */
  public Tape tape(int outputCount) {
    List<Partial> partials = new ArrayList<>();
    for (Expr expr : outputs(outputCount)) {
      partials.add(new Partial(2 * partials.size() + 1, expr));
    }
    return TapeBuilder.build(inputs, outputs(outputCount), partials);
  }

  /** Numbers of all sizes, and every now and then ±0, ±∞ and NaN. */
  public double[] hostilePoint() {
    return random.doubles(inputs.size()).map(this::hostile).toArray();
  }

  private double hostile(double uniform) {
    return random.nextInt(4) == 0
        ? HOSTILE[random.nextInt(HOSTILE.length)]
        : random.nextBoolean() ? 4 * uniform - 2 : random.nextGaussian() * 1e3;
  }

  /** Numbers around ±1, with few bits, so that equalities do occur. */
  public double[] tamePoint() {
    return random.doubles(inputs.size()).map(x -> Math.rint(32 * (2 * x - 1)) / 16).toArray();
  }
}
