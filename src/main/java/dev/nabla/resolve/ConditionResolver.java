package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import java.util.ArrayList;
import java.util.List;

/** Comparisons and what {@code and}, {@code or} and {@code not} make of them. */
final class ConditionResolver {
  private final ExpressionResolver resolver;
  private final ExprPool pool;

  ConditionResolver(ExpressionResolver resolver, ExprPool pool) {
    this.resolver = resolver;
    this.pool = pool;
  }

  /** A condition on scalars. */
  Expr resolve(Syntax syntax) {
    if (syntax instanceof Syntax.Parentheses parentheses) {
      return nested(parentheses.inner());
    }
    if (syntax instanceof Syntax.Comparison comparison) {
      return comparison(comparison);
    }
    if (syntax instanceof Syntax.Logic logic) {
      List<Expr> operands = logic.operands().stream().map(this::nested).toList();
      return pool.logic(
          switch (logic.connective()) {
            case AND -> Logic.Connective.AND;
            case OR -> Logic.Connective.OR;
            case NOT -> Logic.Connective.NOT;
          },
          operands);
    }
    if (syntax instanceof Syntax.Name name && resolver.scope().find(name.text()).isEmpty()) {
      if (name.text().equals("true")) {
        return pool.truth();
      }
      if (name.text().equals("false")) {
        return pool.falsehood();
      }
    }
    throw resolver.error(
        syntax.span(), "a condition is expected here", "write a comparison such as x > 0");
  }

  private Expr nested(Syntax syntax) {
    return resolver.condition(syntax);
  }

  private Expr comparison(Syntax.Comparison comparison) {
    List<Expr> operands = new ArrayList<>();
    for (Syntax operand : comparison.operands()) {
      Expr side = resolver.resolveScalar(operand, "a side of a comparison");
      operands.add(resolver.number(Value.scalar(side), operand.span()));
    }
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < comparison.relations().size(); i++) {
      Expr left = operands.get(i);
      Expr right = operands.get(i + 1);
      parts.add(
          switch (comparison.relations().get(i)) {
            case LESS -> pool.compare(Compare.Relation.LT, left, right);
            case LESS_OR_EQUAL -> pool.compare(Compare.Relation.LE, left, right);
            case GREATER -> pool.compare(Compare.Relation.LT, right, left);
            case GREATER_OR_EQUAL -> pool.compare(Compare.Relation.LE, right, left);
            case EQUAL -> pool.compare(Compare.Relation.EQ, left, right);
            case UNEQUAL -> pool.compare(Compare.Relation.NE, left, right);
          });
    }
    return pool.logic(Logic.Connective.AND, parts);
  }
}
