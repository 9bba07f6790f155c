package dev.nabla.symja;

import dev.nabla.expr.Compare.Relation;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic.Connective;
import dev.nabla.symja.Inward.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Symja's conditions; a chain a &lt; b &lt; c is a conjunction. */
final class ConditionMeanings {
  private final ExprPool pool;
  private final Map<String, BinaryOperator<Expr>> relations;

  ConditionMeanings(ExprPool pool) {
    this.pool = pool;
    this.relations =
        Map.of(
            "Less", (a, b) -> pool.compare(Relation.LT, a, b),
            "LessEqual", (a, b) -> pool.compare(Relation.LE, a, b),
            "Greater", (a, b) -> pool.compare(Relation.LT, b, a),
            "GreaterEqual", (a, b) -> pool.compare(Relation.LE, b, a),
            "Equal", (a, b) -> pool.compare(Relation.EQ, a, b),
            "Unequal", (a, b) -> pool.compare(Relation.NE, a, b));
  }

  Expr isZero(Expr expr) {
    return pool.compare(Relation.EQ, expr, pool.zero());
  }

  boolean knows(ISymbol head) {
    return switch (head.toString()) {
      case "And", "Or", "Not", "Inequality", "Element" -> true;
      default -> relations.containsKey(head.toString());
    };
  }

  Plan plan(ISymbol head, List<IExpr> arguments) {
    return switch (head.toString()) {
      case "And" -> new Plan(arguments, parts -> pool.logic(Connective.AND, parts));
      case "Or" -> new Plan(arguments, parts -> pool.logic(Connective.OR, parts));
      case "Not" -> new Plan(arguments, parts -> pool.not(parts.get(0)));
      case "Inequality" -> inequality(arguments);
      case "Element" -> membership(arguments);
      default -> {
        BinaryOperator<Expr> relation = relations.get(head.toString());
        yield new Plan(arguments, parts -> chain(parts, relation));
      }
    };
  }

  private Expr chain(List<Expr> sides, BinaryOperator<Expr> relation) {
    List<Expr> links = new ArrayList<>();
    for (int i = 1; i < sides.size(); i++) {
      links.add(relation.apply(sides.get(i - 1), sides.get(i)));
    }
    return pool.logic(Connective.AND, links);
  }

  /** Inequality(a, Less, b, LessEqual, c). */
  private Plan inequality(List<IExpr> arguments) {
    List<IExpr> sides = new ArrayList<>();
    List<BinaryOperator<Expr>> links = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (i % 2 == 0) {
        sides.add(arguments.get(i));
      } else if (relations.containsKey(arguments.get(i).toString())) {
        links.add(relations.get(arguments.get(i).toString()));
      } else {
        throw NoCounterpartException.inNabla("relation " + arguments.get(i));
      }
    }
    return new Plan(
        sides,
        parts -> {
          List<Expr> conjunction = new ArrayList<>();
          for (int i = 0; i < links.size(); i++) {
            conjunction.add(links.get(i).apply(parts.get(i), parts.get(i + 1)));
          }
          return pool.logic(Connective.AND, conjunction);
        });
  }

  /** Everything is real here. */
  private Plan membership(List<IExpr> arguments) {
    if (arguments.size() == 2 && arguments.get(1).toString().equals("Reals")) {
      return new Plan(List.of(), none -> pool.truth());
    }
    throw NoCounterpartException.inNabla("domain " + arguments.get(arguments.size() - 1));
  }
}
