package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.function.KeptFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ∂node/∂child: the derivative of one operation for one of its operands. */
final class LocalDerivatives {
  private final ExprPool pool;
  private final DerivativeTemplates templates;
  private final Map<Product, List<Expr>> cofactors = new HashMap<>();

  LocalDerivatives(ExprPool pool, DerivativeTemplates templates) {
    this.pool = pool;
    this.templates = templates;
  }

  /** ∂(∏ f)/∂f_i = ∏_{j≠i} f_j, from the products before and behind i. */
  Expr ofProduct(Product product, int i) {
    return cofactors.computeIfAbsent(product, this::cofactors).get(i);
  }

  private List<Expr> cofactors(Product product) {
    List<Expr> factors = product.factors();
    int n = factors.size();
    List<Expr> before = new ArrayList<>(n);
    Expr prefix = pool.one();
    for (Expr factor : factors) {
      before.add(prefix);
      prefix = pool.product(prefix, factor);
    }
    List<Expr> result = new ArrayList<>(before);
    Expr suffix = pool.one();
    for (int i = n - 1; i >= 0; i--) {
      result.set(i, pool.product(before.get(i), suffix));
      suffix = pool.product(factors.get(i), suffix);
    }
    return result;
  }

  /** ∂(b^e)/∂b = e·b^(e − 1). */
  Expr ofBase(Power power) {
    Expr reduced =
        power.exponent() instanceof Num num
            ? pool.num(num.value().subtract(Rational.ONE))
            : pool.subtract(power.exponent(), pool.one());
    return pool.product(power.exponent(), pool.power(power.base(), reduced));
  }

  /** ∂(b^e)/∂e = b^e·log b. */
  Expr ofExponent(Power power) {
    return pool.product(power, pool.apply(FunctionTable.get("log"), power.base()));
  }

  /** ∂f(a₁, …)/∂a_i, from the function table or as it is stated. */
  Expr ofApply(Apply apply, int i) {
    if (apply.function() instanceof KeptFunction kept) {
      return KeptDerivatives.of(pool, kept, apply.arguments(), i);
    }
    ElementaryFunction function = FunctionTable.of(apply.function());
    Template template = templates.of(function, i);
    return template.instantiate(pool, function, apply.arguments());
  }
}
