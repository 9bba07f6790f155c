package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  private static Expr variable(ExprPool pool, String name) {
    return pool.element(new Symbol(name, Symbol.Kind.VARIABLE, name.charAt(0) - 'a'));
  }

  /** A random tree, as a recipe that any pool can follow in any order. */
  private sealed interface Recipe {
    record Leaf(String name) implements Recipe {}

    record Numeral(Rational value) implements Recipe {}

    record Many(boolean sum, List<Recipe> operands) implements Recipe {}

    record Raised(Recipe base, Rational exponent) implements Recipe {}

    record Sine(Recipe argument) implements Recipe {}
  }

  private static Recipe recipe(Random random, int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0
          ? new Recipe.Numeral(Rational.of(random.nextInt(7) - 3, 1 + random.nextInt(3)))
          : new Recipe.Leaf(List.of("a", "b", "c").get(random.nextInt(3)));
    }
    return switch (random.nextInt(5)) {
      case 0, 1, 2 -> {
        List<Recipe> operands = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
          operands.add(recipe(random, random.nextInt(depth)));
        }
        yield new Recipe.Many(random.nextBoolean(), operands);
      }
      case 3 ->
          new Recipe.Raised(
              recipe(random, depth - 1), Rational.of(random.nextInt(9) - 4, 1 + random.nextInt(3)));
      default -> new Recipe.Sine(recipe(random, depth - 1));
    };
  }

  private static Expr build(ExprPool pool, Recipe recipe, Random order) {
    if (recipe instanceof Recipe.Leaf leaf) {
      return variable(pool, leaf.name());
    }
    if (recipe instanceof Recipe.Numeral number) {
      return pool.num(number.value());
    }
    if (recipe instanceof Recipe.Raised raised) {
      return pool.power(build(pool, raised.base(), order), pool.num(raised.exponent()));
    }
    if (recipe instanceof Recipe.Sine sine) {
      return pool.apply(FunctionTable.get("sin"), build(pool, sine.argument(), order));
    }
    Recipe.Many many = (Recipe.Many) recipe;
    List<Recipe> shuffled = new ArrayList<>(many.operands());
    Collections.shuffle(shuffled, order);
    List<Expr> operands = new ArrayList<>();
    shuffled.forEach(operand -> operands.add(build(pool, operand, order)));
    return many.sum() ? pool.sum(operands) : pool.product(operands);
  }

  /** The value by the definition, without any canonical form; NaN where there is none. */
  private static double value(Recipe recipe, Map<String, Double> point) {
    if (recipe instanceof Recipe.Leaf leaf) {
      return point.get(leaf.name());
    }
    if (recipe instanceof Recipe.Numeral number) {
      return number.value().doubleValue();
    }
    if (recipe instanceof Recipe.Raised raised) {
      return Math.pow(value(raised.base(), point), raised.exponent().doubleValue());
    }
    if (recipe instanceof Recipe.Sine sine) {
      return Math.sin(value(sine.argument(), point));
    }
    Recipe.Many many = (Recipe.Many) recipe;
    return many.operands().stream()
        .mapToDouble(operand -> value(operand, point))
        .reduce(many.sum() ? 0 : 1, (a, b) -> many.sum() ? a + b : a * b);
  }

  /** Every node once, by its structure alone, in an order that ids do not enter. */
  private static String text(Expr expr) {
    if (expr.children().isEmpty()) {
      return expr.toString();
    }
    StringBuilder out = new StringBuilder(expr.getClass().getSimpleName()).append('(');
    expr.children().forEach(child -> out.append(text(child)).append(' '));
    return out.append(')').toString();
  }

  @Property(seed = "41", tries = 500)
  void theSameTermsAreOneNodeInAnyOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Recipe recipe = recipe(new Random(seed), depth);
    ExprPool pool = new ExprPool();
    Expr first = build(pool, recipe, new Random(1));
    assertSame(first, build(pool, recipe, new Random(2)));
    assertSame(first, build(pool, recipe, new Random(3)));
  }

  @Property(seed = "42", tries = 500)
  void theOrderOfOperandsDoesNotDependOnIds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Recipe recipe = recipe(new Random(seed), depth);
    ExprPool used = new ExprPool();
    for (long other = 0; other < 5; other++) {
      build(used, recipe(new Random(other + seed), depth), new Random(other));
    }
    String fresh = text(build(new ExprPool(), recipe, new Random(4)));
    assertEquals(fresh, text(build(used, recipe, new Random(5))));
  }

  @Property(seed = "43", tries = 2000)
  void theCanonicalFormHasTheValueAndTheDomainOfWhatWasWritten(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Random random = new Random(seed);
    Recipe recipe = recipe(random, depth);
    ExprPool pool = new ExprPool();
    Expr expr = build(pool, recipe, random);
    double[] hostile = {0, 1, -1, 2, -2, 0.5, -0.5, 3.7, -1.3};
    for (int tries = 0; tries < 6; tries++) {
      Map<String, Double> point = new HashMap<>();
      double[] values = new double[3];
      for (int i = 0; i < 3; i++) {
        values[i] = hostile[random.nextInt(hostile.length)];
        point.put(List.of("a", "b", "c").get(i), values[i]);
      }
      List<Expr> inputs = List.of(variable(pool, "a"), variable(pool, "b"), variable(pool, "c"));
      double written = value(recipe, point);
      double canonical = new DoubleEvaluation(inputs, values).value(expr);
      String told = recipe + " at " + point + ": " + written + " but " + canonical + " by " + expr;
      if (!isTame(recipe, point)) {
        continue;
      }
      if (Double.isFinite(written)) {
        assertTrue(Math.abs(written - canonical) <= 1e-6 * (1 + Math.abs(written)), told);
      } else if (!mayCancel(recipe)) {
        assertFalse(Double.isFinite(canonical), told);
      }
    }
  }

  /** 0·u and u − u are 0 by decision, wherever u is undefined. */
  private static boolean mayCancel(Recipe recipe) {
    if (recipe instanceof Recipe.Many many) {
      return many.sum()
          || many.operands().stream().anyMatch(CanonicalFormTest::mayCancel)
          || many.operands().stream().anyMatch(CanonicalFormTest::isZero);
    }
    return recipe instanceof Recipe.Raised raised
        ? raised.exponent().isZero() || mayCancel(raised.base())
        : recipe instanceof Recipe.Sine sine && mayCancel(sine.argument());
  }

  private static boolean isZero(Recipe recipe) {
    return recipe instanceof Recipe.Numeral number && number.value().isZero();
  }

  /** Doubles decide a domain only where no rounding stands near its edge. */
  private static boolean isTame(Recipe recipe, Map<String, Double> point) {
    if (recipe instanceof Recipe.Raised raised) {
      double base = value(raised.base(), point);
      return isTame(raised.base(), point) && (base == 0 || Math.abs(base) > 1e-9);
    }
    if (recipe instanceof Recipe.Many many) {
      return many.operands().stream().allMatch(operand -> isTame(operand, point));
    }
    return !(recipe instanceof Recipe.Sine sine) || isTame(sine.argument(), point);
  }

  @Test
  void whatIsNotValidEverywhereStays() {
    ExprPool pool = new ExprPool();
    Expr x = variable(pool, "x");
    assertNotSame(pool.one(), pool.divide(x, x));
    assertNotSame(x, pool.power(pool.sqrt(x), 2));
    assertNotSame(x, pool.sqrt(pool.power(x, 2)));
    assertNotSame(x, pool.reciprocal(pool.reciprocal(x)));
    assertNotSame(pool.power(x, 3), pool.product(pool.power(x, 4), pool.reciprocal(x)));
    assertSame(pool.power(x, 3), pool.product(x, pool.power(x, 2)));
    assertSame(pool.power(x, 6), pool.power(pool.power(x, 2), 3));
    assertSame(pool.zero(), pool.subtract(x, x));
  }

  @Test
  void sumsThatDifferInTheNameOfTheirIndexAreOneNode() {
    ExprPool pool = new ExprPool();
    Symbol a = new Symbol("a", Symbol.Kind.VARIABLE, 0);
    Symbol b = new Symbol("b", Symbol.Kind.VARIABLE, 1);
    Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, -1));
    assertSame(nested(pool, a, b, n, "i", "j"), nested(pool, a, b, n, "j", "i"));
    assertSame(nested(pool, a, b, n, "i", "j"), nested(pool, a, b, n, "p", "q"));
  }

  /** Σ_i a[i]·Σ_j b[j]·a[i]. */
  private static Expr nested(ExprPool pool, Symbol a, Symbol b, Expr n, String i, String j) {
    Index outer = pool.index(i);
    Index inner = pool.index(j);
    Expr ai = pool.element(a, List.of(outer));
    Expr bj = pool.element(b, List.of(inner));
    Expr sum = pool.reduce(Reduce.Operation.SUM, inner, pool.one(), n, pool.product(bj, ai));
    return pool.reduce(Reduce.Operation.SUM, outer, pool.one(), n, pool.product(ai, sum));
  }

  @Property(seed = "44", tries = 300)
  void substitutingNothingAndBackAgainChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    ExprPool pool = new ExprPool();
    Expr expr = build(pool, recipe(new Random(seed), depth), new Random(6));
    Expr a = variable(pool, "a");
    Expr d = variable(pool, "d");
    assertSame(expr, new Substitution(pool, Map.of(a, a)).apply(expr));
    Expr renamed = new Substitution(pool, Map.of(a, d)).apply(expr);
    assertSame(expr, new Substitution(pool, Map.of(d, a)).apply(renamed));
  }
}
