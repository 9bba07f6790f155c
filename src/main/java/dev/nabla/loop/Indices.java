package dev.nabla.loop;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The integers of a nest: a register for each index, what it ranges over, and index expressions as
 * affine forms.
 *
 * <p>Indices are declared from the outside inwards, so that a limit depends on smaller registers
 * only.
 */
final class Indices {
  /** The integers from lower to upper. */
  record Range(Affine lower, Affine upper) {}

  private final Map<Index, Integer> registers = new HashMap<>();
  private final Map<Integer, Range> ranges = new HashMap<>();
  private int count;

  int newRegister() {
    return count++;
  }

  int count() {
    return count;
  }

  /** Declares an index and its limits, which are unknown if they depend on data. */
  void declare(Index index, Expr lower, Expr upper) {
    if (registers.containsKey(index)) {
      return;
    }
    Optional<Affine> from = withoutData(lower);
    Optional<Affine> to = withoutData(upper);
    int register = newRegister();
    registers.put(index, register);
    if (from.isPresent() && to.isPresent()) {
      ranges.put(register, new Range(from.get(), to.get()));
    }
  }

  /** Declares an index between known limits. */
  void declare(Index index, Affine lower, Affine upper) {
    int register = newRegister();
    registers.put(index, register);
    ranges.put(register, new Range(lower, upper));
  }

  int register(Index index) {
    Integer register = registers.get(index);
    if (register == null) {
      throw new IllegalArgumentException("the index " + index + " is bound by no loop");
    }
    return register;
  }

  /** Whether the expression is an integer that the indices alone determine. */
  static boolean isInteger(Expr expr) {
    if (expr instanceof Sum || expr instanceof Product) {
      return expr.children().stream().allMatch(Indices::isInteger)
          && (expr instanceof Sum
              || expr.children().stream().filter(child -> !(child instanceof Num)).count() <= 1);
    }
    return expr instanceof Index || (expr instanceof Num num && num.value().isInt());
  }

  /** The affine form of an index expression in which no data occur. */
  Optional<Affine> withoutData(Expr expr) {
    return isInteger(expr)
        ? Optional.of(
            affine(
                expr,
                element -> {
                  throw new IllegalStateException(element + " is no index");
                }))
        : Optional.empty();
  }

  /** The affine form of an index expression; data that occur in it are read into registers. */
  Affine affine(Expr expr, ToIntFunction<Element> data) {
    if (expr instanceof Num num && num.value().isInt()) {
      return Affine.constant(num.value().intValue());
    }
    if (expr instanceof Index index) {
      return Affine.register(register(index));
    }
    if (expr instanceof Element element) {
      return Affine.register(data.applyAsInt(element));
    }
    if (expr instanceof Sum sum) {
      Affine total = Affine.constant(0);
      for (Expr term : sum.terms()) {
        total = total.plus(affine(term, data));
      }
      return total;
    }
    if (expr instanceof Product product) {
      Affine total = Affine.constant(1);
      for (Expr factor : product.factors()) {
        Affine next = affine(factor, data);
        if (!total.isConstant() && !next.isConstant()) {
          throw new IllegalArgumentException("the subscript or limit " + expr + " is not affine");
        }
        total = total.isConstant() ? next.times(total.constant()) : total.times(next.constant());
      }
      return total;
    }
    throw new IllegalArgumentException(
        "the subscript or limit " + expr + " is not an integer combination of indices");
  }

  /** The largest value of an affine form, where the limits of all its registers are known. */
  Optional<Integer> largest(Affine form) {
    Affine rest = form;
    while (!rest.isConstant()) {
      int innermost = Collections.max(rest.coefficients().keySet());
      Range range = ranges.get(innermost);
      if (range == null) {
        return Optional.empty();
      }
      boolean up = rest.coefficient(innermost) > 0;
      rest = rest.substitute(innermost, up ? range.upper() : range.lower());
    }
    return Optional.of(rest.constant());
  }

  /** The smallest value of an affine form, where the limits of all its registers are known. */
  Optional<Integer> smallest(Affine form) {
    return largest(form.times(-1)).map(value -> -value);
  }

  /** Whether lower ≤ form ≤ upper at every iteration. */
  boolean isWithin(Affine form, int lower, int upper) {
    return smallest(form).filter(least -> least >= lower).isPresent()
        && largest(form).filter(most -> most <= upper).isPresent();
  }
}
