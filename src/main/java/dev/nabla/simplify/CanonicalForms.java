package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.NumberTooLargeException;
import dev.nabla.expr.Traversal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A whole expression as one quotient in lowest terms, over all its roots, exponentials and
 * functions, written in the shortest of several ways; small expressions only.
 */
final class CanonicalForms {
  private static final double LARGEST_TREE = 500;
  private static final int MOST_READINGS = 6;
  private static final Set<String> GROWING = Set.of("sinh", "cosh");
  private static final int WORK = 200_000;

  private final ExprPool pool;
  private final Cost cost;
  private final Ranges ranges;

  CanonicalForms(ExprPool pool, Cost cost, Ranges ranges) {
    this.pool = pool;
    this.cost = cost;
    this.ranges = ranges;
  }

  /** The shortest form found, or the expression itself. */
  Expr apply(Expr root) {
    if (!Simplifier.isArithmetic(root) || root.treeSize() > LARGEST_TREE) {
      return root;
    }
    try {
      Expr best = root;
      boolean grows = usesGrowing(root);
      for (Expr form : forms(root)) {
        if (cost.of(form) < cost.of(best) && (grows || !growsAbove(form))) {
          best = form;
        }
      }
      return best;
    } catch (TooLargeException | NumberTooLargeException e) {
      return root;
    }
  }

  /** Below the bar such a function makes the whole small where it overflows. */
  private static boolean growsAbove(Expr form) {
    return Keys.factors(form).stream()
        .anyMatch(factor -> !Cost.isReciprocal(factor) && usesGrowing(factor));
  }

  /** cosh(x)² overflows where tanh(x) does not, so it must not come in where it was not. */
  private static boolean usesGrowing(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .anyMatch(
            node -> node instanceof Apply apply && GROWING.contains(apply.function().name()));
  }

  private Set<Expr> forms(Expr root) {
    Requirements requirements = new Requirements();
    for (int i = 0; i < MOST_READINGS; i++) {
      QuotientReader reader = new QuotientReader(pool, ranges, requirements, WORK);
      Quotient quotient = reader.read(root);
      if (!requirements.takeChanged()) {
        return forms(reader, reader.ring().lowest(quotient));
      }
    }
    return Set.of();
  }

  private Set<Expr> forms(QuotientReader reader, Quotient quotient) {
    if (quotient.numerator().isZero()) {
      return Set.of(pool.zero());
    }
    QuotientFactoring factoring = new QuotientFactoring(pool, reader);
    FactoredQuotient factored = factoring.of(quotient);
    QuotientWriter writer = new QuotientWriter(pool, reader);
    AngleForms angles = new AngleForms(pool, reader);
    Set<Expr> forms = new LinkedHashSet<>();
    if (!factoring.keepsDomain(factoring.recombined(factoring.joined(factored)), ranges)) {
      return forms;
    }
    for (FactoredQuotient variant : angles.variants(factored)) {
      FactoredQuotient joined = factoring.recombined(factoring.joined(variant));
      for (FactoredQuotient named : angles.named(joined)) {
        forms.addAll(writer.forms(named));
      }
    }
    return forms;
  }
}
