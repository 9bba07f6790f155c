package dev.nabla.testing;

import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The functions of a case as expressions of one pool, and D, which differentiates them. */
final class Setting {
  private final ExprPool pool = new ExprPool();
  private final DerivativeTemplates templates;
  private final List<Element> variables;
  private final List<Element> coefficients = new ArrayList<>();
  private final List<Expr> functions;
  private final Case value;

  Setting(Case value, DerivativeTemplates templates) {
    this.templates = templates;
    this.variables = value.function().symbols(pool);
    for (String name : value.coefficients()) {
      Symbol symbol = new Symbol(name, Symbol.Kind.PARAMETER, inputs().size());
      coefficients.add((Element) pool.element(symbol));
    }
    this.functions = value.function().in(pool, variables);
    this.value = value;
  }

  ExprPool pool() {
    return pool;
  }

  DerivativeTemplates templates() {
    return templates;
  }

  List<Element> variables() {
    return variables;
  }

  /** The numbers that the law needs besides. */
  List<Element> coefficients() {
    return coefficients;
  }

  List<Expr> functions() {
    return functions;
  }

  Expr function(int number) {
    return functions.get(number);
  }

  /** The same function before it became canonical. */
  Term term(int number) {
    return value.function().outputs().get(number);
  }

  /** The variables, then the coefficients. */
  List<Expr> inputs() {
    List<Expr> inputs = new ArrayList<>(variables);
    inputs.addAll(coefficients);
    return inputs;
  }

  double[] doubles() {
    return value.point().stream().mapToDouble(Double::doubleValue).toArray();
  }

  List<BigDecimal> decimals() {
    return value.point().stream().map(BigDecimal::new).toList();
  }

  /** ∂f/∂x for the variable numbered from 0. */
  Expr derivative(Expr f, int variable) {
    return dense(rows(List.of(f)).get(0)).get(variable);
  }

  /** One row for each function. */
  List<SparseRow> rows(List<Expr> f) {
    return new Differentiator(pool, variables, templates).jacobian(f);
  }

  /** A row with its zeros. */
  List<Expr> dense(SparseRow row) {
    List<Expr> entries = new ArrayList<>();
    for (int j = 0; j < variables.size(); j++) {
      int position = row.position(j);
      entries.add(position < 0 ? pool.zero() : row.entry(position));
    }
    return entries;
  }
}
