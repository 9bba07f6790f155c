package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Select;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The heads by which patterns find what they may match. */
final class Keys {
  /** Further factors of a term are no keys. */
  private static final int MOST_FACTORS = 64;

  private Keys() {}

  /** The function of a factor or of the base of a power; empty where anything may stand. */
  static String ofFactor(Expr factor) {
    if (factor instanceof Apply apply) {
      return apply.function().name();
    } else if (factor instanceof Power power) {
      if (power.base() instanceof Apply apply) {
        return apply.function().name();
      }
      return "^";
    }
    return factor instanceof Select ? "if" : "";
  }

  /** The factors of a term but the number in front. */
  static List<Expr> factors(Expr term) {
    if (term instanceof Product product) {
      List<Expr> factors = product.factors();
      return factors.get(0) instanceof Num ? factors.subList(1, factors.size()) : factors;
    }
    return term instanceof Num ? List.of() : List.of(term);
  }

  static Rational coefficient(Expr term) {
    if (term instanceof Num num) {
      return num.value();
    }
    return term instanceof Product product ? product.coefficient() : Rational.ONE;
  }

  static Set<String> ofTerm(Expr term) {
    Set<String> keys = new LinkedHashSet<>();
    List<Expr> factors = factors(term);
    for (Expr factor : factors.subList(0, Math.min(MOST_FACTORS, factors.size()))) {
      keys.add(ofFactor(factor));
    }
    return keys;
  }

  /** The key by which a pattern's term is found: of its first factor that has one. */
  static String firstOfTerm(Expr pattern) {
    return ofTerm(pattern).stream().filter(key -> !key.isEmpty()).findFirst().orElse("");
  }

  static Optional<String> placeholder(Expr pattern) {
    return pattern instanceof Element element && element.symbol().kind() == Symbol.Kind.PLACEHOLDER
        ? Optional.of(element.symbol().name())
        : Optional.empty();
  }

  static Set<String> placeholders(Expr pattern) {
    Set<String> names = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(pattern)) {
      placeholder(node).ifPresent(names::add);
    }
    return names;
  }
}
