package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Products and quotients, from the left; a run of scalars becomes one product. */
final class Terms {
  private final ExpressionResolver resolver;
  private final Model model;
  private final ExprPool pool;
  private final Juxtaposer juxtaposer;

  Terms(ExpressionResolver resolver, Model model, Juxtaposer juxtaposer) {
    this.resolver = resolver;
    this.model = model;
    this.pool = model.pool();
    this.juxtaposer = juxtaposer;
  }

  /** A factor δ is 0 where another factor need not exist. */
  Value resolve(Syntax.Term term) {
    boolean guarded =
        isDelta(term.first()) || term.steps().stream().anyMatch(step -> isDelta(step.operand()));
    if (!guarded) {
      return product(term);
    }
    model.enterGuard();
    Value product = product(term);
    model.leaveGuard();
    return product;
  }

  private boolean isDelta(Syntax syntax) {
    return syntax instanceof Syntax.Call call
        && call.name().text().equals("delta")
        && !resolver.isValue("delta");
  }

  private Value product(Syntax.Term term) {
    Value result = resolver.resolve(term.first());
    resolver.number(result, term.first().span());
    List<Expr> scalars = new ArrayList<>();
    for (Syntax.Step step : term.steps()) {
      if (isQuotient(step)) {
        refuseAmbiguity(term, step);
      }
      Value operand = resolver.resolve(step.operand());
      resolver.number(operand, step.operand().span());
      if (result.isScalar() && operand.isScalar()) {
        if (scalars.isEmpty()) {
          scalars.add(result.body());
        }
        scalars.add(isQuotient(step) ? reciprocal(step, operand) : operand.body());
      } else {
        result = apply(term, step, collected(result, scalars), operand);
        scalars.clear();
      }
    }
    return collected(result, scalars);
  }

  private Value collected(Value result, List<Expr> scalars) {
    return scalars.isEmpty() ? result : Value.scalar(pool.product(scalars));
  }

  private static boolean isQuotient(Syntax.Step step) {
    return step.operator() == Syntax.Operator.DIVIDE
        || step.operator() == Syntax.Operator.ELEMENTWISE_DIVIDE;
  }

  private Expr reciprocal(Syntax.Step step, Value operand) {
    if (operand.body() instanceof Num num && num.value().isZero()) {
      throw resolver.error(step.operand().span(), "division by zero");
    }
    return pool.reciprocal(operand.body());
  }

  private Value apply(Syntax.Term term, Syntax.Step step, Value left, Value right) {
    return switch (step.operator()) {
      case TIMES ->
          model
              .arrays()
              .multiply(
                  resolver.source(), left, right, term.first().span().to(step.operand().span()));
      case ELEMENTWISE_TIMES -> elementwise(term, step, "product", left, right);
      case ELEMENTWISE_DIVIDE ->
          elementwise(term, step, "quotient", left, right.withBody(reciprocal(step, right)));
      case DIVIDE -> {
        if (!right.isScalar()) {
          throw resolver.error(
              step.operand().span(),
              "cannot divide by " + right.describe(),
              "write ./ for the quotient of each element");
        }
        yield left.withBody(pool.product(left.body(), reciprocal(step, right)));
      }
    };
  }

  private Value elementwise(
      Syntax.Term term, Syntax.Step step, String name, Value left, Value right) {
    return model
        .arrays()
        .elementwise(
            resolver.source(),
            name,
            List.of(left, right),
            List.of(term.first().span(), step.operand().span()),
            pool::product);
  }

  /** 1/2x: (1/2)·x or 1/(2·x)? */
  private void refuseAmbiguity(Syntax.Term term, Syntax.Step step) {
    Syntax operand = step.operand();
    while (operand instanceof Syntax.Negation negation) {
      operand = negation.operand();
    }
    List<Syntax> factors = juxtaposer.factors(operand);
    if (factors.size() > 1) {
      String left =
          resolver
              .text(term.span())
              .substring(0, step.span().start() - term.span().start())
              .strip();
      String first = resolver.text(factors.get(0).span());
      String rest =
          factors.subList(1, factors.size()).stream()
              .map(factor -> resolver.text(factor.span()))
              .collect(Collectors.joining("*"));
      throw resolver.error(
          term.first().span().to(step.operand().span()),
          "this can be read as ("
              + left
              + "/"
              + first
              + ")*"
              + rest
              + " or as "
              + left
              + "/("
              + first
              + "*"
              + rest
              + ")",
          "write the one you mean");
    }
  }
}
