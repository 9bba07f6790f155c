package dev.nabla.simplify;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A random expression whose parts recur in each other, so that rules find something to do. */
final class Entangled {
  private static final List<String> FUNCTIONS =
      List.of(
          "exp",
          "log",
          "sin",
          "cos",
          "tan",
          "cot",
          "sec",
          "abs",
          "sign",
          "sinh",
          "cosh",
          "tanh",
          "asin",
          "acos",
          "atan",
          "asinh",
          "cbrt",
          "relu",
          "sigmoid",
          "softplus",
          "expm1",
          "log1p",
          "floor",
          "coth");

  private final Random random;
  private final ExprPool pool = new ExprPool();
  private final List<Expr> variables = new ArrayList<>();
  private final List<Expr> parts = new ArrayList<>();

  Entangled(long seed, int size) {
    random = new Random(seed);
    for (String name : List.of("x", "y")) {
      variables.add(pool.element(new Symbol(name, Symbol.Kind.VARIABLE, variables.size())));
    }
    parts.addAll(variables);
    for (int i = 0; i < size; i++) {
      Expr part = part();
      if (part.treeSize() < 400) {
        parts.add(part);
      }
    }
  }

  ExprPool pool() {
    return pool;
  }

  List<Expr> variables() {
    return variables;
  }

  Expr root() {
    return parts.get(parts.size() - 1);
  }

  String text(Expr expr) {
    FormulaBuilder builder = new FormulaBuilder(NumberStyle.of(Map.of()), List.of(expr), Set.of());
    return new TextPrinter().print(builder.build(expr));
  }

  String condition(Expr condition) {
    return text(pool.select(condition, pool.one(), pool.zero()));
  }

  private Expr any() {
    int newest = Math.min(4, parts.size());
    return random.nextBoolean()
        ? parts.get(parts.size() - 1 - random.nextInt(newest))
        : parts.get(random.nextInt(parts.size()));
  }

  private Rational number() {
    return Rational.of(random.nextInt(7) - 3, random.nextInt(2) + 1);
  }

  private Expr part() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> pool.sum(any(), any());
      case 2 -> pool.subtract(any(), any());
      case 3, 4 -> pool.product(any(), any());
      case 5 -> pool.divide(any(), any());
      case 6 -> pool.power(any(), pool.num(number()));
      case 7 -> pool.sum(any(), pool.num(number()));
      case 8 -> pool.scale(number(), any());
      case 9 -> pythagoras(any(), any());
      case 10 -> conditional();
      default -> apply(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), any());
    };
  }

  private Expr apply(String function, Expr argument) {
    return pool.apply(FunctionTable.get(function), argument);
  }

  private Expr pythagoras(Expr c, Expr a) {
    return pool.sum(
        pool.product(c, pool.power(apply("sin", a), 2)),
        pool.product(c, pool.power(apply("cos", a), 2)));
  }

  private Expr conditional() {
    Compare.Relation[] relations = Compare.Relation.values();
    // Sides that are equal but for rounding would decide by chance.
    Expr condition =
        pool.compare(
            relations[random.nextInt(relations.length)],
            random.nextBoolean() ? any() : variables.get(0),
            pool.num(Rational.of(1, 7)));
    return pool.select(condition, any(), any());
  }
}
