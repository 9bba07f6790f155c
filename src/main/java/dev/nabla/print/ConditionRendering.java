package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.index.FreeIndices;
import dev.nabla.print.Equations.Rendering;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A condition as a person reads it; one with indices holds for all of them. */
final class ConditionRendering {
  private final FormulaBuilder formulas;

  ConditionRendering(FormulaBuilder formulas) {
    this.formulas = formulas;
  }

  /** Conditions to be joined by “and”. */
  List<Rendering> all(List<Expr> conditions) {
    return conditions.stream()
        .map(
            condition -> {
              boolean isDisjunction =
                  condition instanceof Logic logic && logic.connective() == Logic.Connective.OR;
              Rendering plain = of(condition);
              return isDisjunction && conditions.size() > 1
                  ? new Rendering("(" + plain.text() + ")", "\\left(" + plain.latex() + "\\right)")
                  : plain;
            })
        .toList();
  }

  private Rendering of(Expr condition) {
    Rendering plain = plain(condition);
    Set<Index> indices = new FreeIndices().of(condition);
    if (indices.isEmpty()) {
      return plain;
    }
    String text = indices.stream().map(i -> plain(i).text()).collect(Collectors.joining(", "));
    String latex = indices.stream().map(i -> plain(i).latex()).collect(Collectors.joining(", "));
    return new Rendering(
        plain.text() + " for all " + text, plain.latex() + " \\text{ for all } " + latex);
  }

  private Rendering plain(Expr expr) {
    Formula formula = formulas.build(expr);
    return new Rendering(new TextPrinter().print(formula), new LatexPrinter().print(formula));
  }
}
