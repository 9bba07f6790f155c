package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.function.FunctionTable;
import dev.nabla.source.Span;
import java.util.List;

/** base^exponent, √operand and the powers of matrices. */
final class PowerResolver {
  private final ExpressionResolver resolver;
  private final Model model;
  private final ExprPool pool;
  private final Juxtaposer juxtaposer;

  PowerResolver(ExpressionResolver resolver, Model model, Juxtaposer juxtaposer) {
    this.resolver = resolver;
    this.model = model;
    this.pool = model.pool();
    this.juxtaposer = juxtaposer;
  }

  Value resolve(Syntax.Power power) {
    Value base = resolver.resolve(power.base());
    if (!base.isScalar() && isTransposeMark(power)) {
      return model.arrays().transpose(resolver.source(), base, power.span());
    }
    List<Syntax> exponentFactors = juxtaposer.factors(power.exponent());
    if (exponentFactors.size() > 1) {
      String text = resolver.text(power.exponent().span());
      throw resolver.error(
          power.exponent().span(),
          "'"
              + resolver.text(power.span())
              + "' can be read with all of '"
              + text
              + "' as the exponent, or only its first factor",
          "write ^(" + text + ") or a * between the factors");
    }
    Value exponent = resolver.resolve(power.exponent());
    resolver.number(base, power.base().span());
    resolver.number(exponent, power.exponent().span());
    if (!base.isScalar() && !power.elementwise()) {
      return model.arrays().matrixPower(resolver.source(), base, exponent.body(), power.span());
    }
    return model
        .arrays()
        .elementwise(
            resolver.source(),
            "power",
            List.of(base, exponent),
            List.of(power.base().span(), power.exponent().span()),
            bodies -> of(bodies.get(0), bodies.get(1), power.span()));
  }

  private boolean isTransposeMark(Syntax.Power power) {
    return power.exponent() instanceof Syntax.Name name
        && name.text().equals("T")
        && resolver.scope().find("T").isEmpty();
  }

  /** base^exponent; e^x is exp(x), so that it has one form. */
  Expr of(Expr base, Expr exponent, Span span) {
    if (isZero(base) && exponent instanceof Num n && n.value().signum() < 0) {
      throw resolver.error(span, "division by zero: a negative power of 0");
    }
    if (base instanceof Constant constant && constant.name() == Constant.Name.E) {
      return exponent == pool.one() ? base : pool.apply(FunctionTable.get("exp"), exponent);
    }
    return pool.power(base, exponent);
  }

  static boolean isZero(Expr expr) {
    return expr instanceof Num num && num.value().isZero();
  }

  Value root(Syntax.SquareRoot root) {
    List<Syntax> factors = juxtaposer.factors(root.operand());
    if (factors.size() > 1 && !(root.operand() instanceof Syntax.Call)) {
      String text = resolver.text(root.operand().span());
      throw resolver.error(
          root.span(),
          "it is not clear how far this root reaches",
          "write √(" + text + ") or put a * behind its operand");
    }
    Value operand = resolver.resolve(root.operand());
    return operand.withBody(pool.sqrt(resolver.number(operand, root.operand().span())));
  }
}
