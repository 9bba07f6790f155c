package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** A size or an index as people write it: n, n-1, 2*n, i+1. */
public final class SizeText {
  private SizeText() {}

  public static String of(Expr expr) {
    if (expr instanceof Sum sum) {
      return sum(sum);
    }
    if (expr instanceof Product product) {
      return product(product);
    }
    if (expr instanceof Power power) {
      return isReciprocal(power)
          ? "1/" + atom(power.base())
          : atom(power.base()) + "^" + atom(power.exponent());
    }
    if (expr instanceof Index index) {
      return name(index);
    }
    if (expr instanceof Element element) {
      String indices = list(element.indices());
      return element.symbol().name() + (indices.isEmpty() ? "" : "[" + indices + "]");
    }
    return expr.toString();
  }

  private static String list(List<Expr> parts) {
    return parts.stream().map(SizeText::of).collect(Collectors.joining(","));
  }

  /** Fresh indices are numbered behind the name that was written; an unknown size has none. */
  private static String name(Index index) {
    int number = index.name().indexOf('#');
    return number < 0 ? index.toString() : index.name().substring(0, number);
  }

  /** The number last: n-1, not -1+n; a negative term not first. */
  private static String sum(Sum sum) {
    StringBuilder text = new StringBuilder();
    List<Expr> positive = sum.terms().stream().filter(term -> !isNegative(term)).toList();
    List<Expr> negative = sum.terms().stream().filter(SizeText::isNegative).toList();
    for (boolean numbers : new boolean[] {false, true}) {
      for (Expr term : positive) {
        if (term instanceof Num == numbers) {
          text.append(text.isEmpty() ? "" : "+").append(of(term));
        }
      }
    }
    for (boolean numbers : new boolean[] {false, true}) {
      for (Expr term : negative) {
        if (term instanceof Num == numbers) {
          text.append(of(term));
        }
      }
    }
    return text.toString();
  }

  private static boolean isNegative(Expr term) {
    return coefficient(term).signum() < 0;
  }

  private static Rational coefficient(Expr term) {
    if (term instanceof Num num) {
      return num.value();
    }
    return term instanceof Product product && product.factors().get(0) instanceof Num num
        ? num.value()
        : Rational.ONE;
  }

  private static String product(Product product) {
    Rational coefficient = coefficient(product);
    boolean numbered = product.factors().get(0) instanceof Num;
    List<Expr> factors =
        numbered ? product.factors().subList(1, product.factors().size()) : product.factors();
    List<Expr> above = factors.stream().filter(factor -> !isReciprocal(factor)).toList();
    List<Expr> below = factors.stream().filter(SizeText::isReciprocal).toList();
    String numerator = above.stream().map(SizeText::atom).collect(Collectors.joining("*"));
    String sign = coefficient.signum() < 0 ? "-" : "";
    Rational magnitude = coefficient.abs();
    Rational whole = new Rational(magnitude.numerator(), BigInteger.ONE);
    if (numerator.isEmpty() || !whole.isOne()) {
      numerator = whole + (numerator.isEmpty() ? "" : "*" + numerator);
    }
    StringBuilder text = new StringBuilder(sign + numerator);
    if (!magnitude.isInteger()) {
      text.append('/').append(magnitude.denominator());
    }
    below.forEach(factor -> text.append('/').append(atom(((Power) factor).base())));
    return text.toString();
  }

  private static boolean isReciprocal(Expr expr) {
    return expr instanceof Power power
        && power.exponent() instanceof Num num
        && num.value().equals(Rational.MINUS_ONE);
  }

  /** The text where it is an operand: in parentheses if it is made of several. */
  static String atom(Expr expr) {
    boolean bare =
        expr instanceof Index
            || expr instanceof Element
            || (expr instanceof Num num && num.value().isInteger() && num.value().signum() >= 0)
            || (expr instanceof Power power && !isReciprocal(power));
    return bare ? of(expr) : "(" + of(expr) + ")";
  }
}
