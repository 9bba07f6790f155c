package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What decides the place of an expression among others: its degree and its leading symbol. */
final class ReadingFacts {
  /**
   * The facts of one expression.
   *
   * @param lead the first symbol or index in reading order
   * @param variableDegree the degree in the variables, a function counting as a constant
   * @param degree the degree in all symbols
   * @param transcendental whether a function, a reduction or a condition occurs
   */
  record Facts(Optional<Expr> lead, double variableDegree, double degree, boolean transcendental) {}

  private static final Facts NOTHING = new Facts(Optional.empty(), 0, 0, false);

  private final Map<Expr, Facts> table = new HashMap<>();

  /** Notes the facts of a node whose operands are noted. */
  void note(Expr node) {
    table.put(node, facts(node));
  }

  Facts of(Expr node) {
    return table.get(node);
  }

  private Facts facts(Expr node) {
    if (node instanceof Element element) {
      boolean variable = element.symbol().kind() == Symbol.Kind.VARIABLE;
      return new Facts(Optional.of(node), variable ? 1 : 0, 1, false);
    }
    if (node instanceof Index) {
      return new Facts(Optional.of(node), 0, 1, false);
    }
    Optional<Expr> lead = lead(node.children());
    if (node instanceof Reduce reduce) {
      // Its bound index leads nothing outside.
      lead = of(reduce.body()).lead.filter(symbol -> !(symbol instanceof Index));
    }
    if (node instanceof Sum || node instanceof Product) {
      return combined(node, lead);
    }
    if (node instanceof Power power && power.exponent() instanceof Num exponent) {
      Facts base = of(power.base());
      double n = exponent.value().doubleValue();
      return new Facts(lead, n * base.variableDegree, n * base.degree, base.transcendental);
    }
    boolean transcendental =
        node instanceof Power
            || node instanceof Apply
            || node instanceof Select
            || node instanceof Reduce
            || node instanceof ArrayApply
            || node instanceof Delta;
    return lead.isEmpty() && !transcendental ? NOTHING : new Facts(lead, 0, 0, transcendental);
  }

  private Facts combined(Expr node, Optional<Expr> lead) {
    boolean isSum = node instanceof Sum;
    double variableDegree = isSum ? Double.NEGATIVE_INFINITY : 0;
    double degree = variableDegree;
    boolean transcendental = false;
    for (Expr child : node.children()) {
      Facts facts = of(child);
      variableDegree =
          isSum
              ? Math.max(variableDegree, facts.variableDegree)
              : variableDegree + facts.variableDegree;
      degree = isSum ? Math.max(degree, facts.degree) : degree + facts.degree;
      transcendental |= facts.transcendental;
    }
    return new Facts(lead, variableDegree, degree, transcendental);
  }

  private Optional<Expr> lead(List<Expr> operands) {
    Optional<Expr> first = Optional.empty();
    for (Expr operand : operands) {
      Optional<Expr> candidate = of(operand).lead;
      if (first.isEmpty()
          || (candidate.isPresent()
              && SymbolOrder.INSTANCE.compare(candidate.get(), first.get()) < 0)) {
        first = candidate;
      }
    }
    return first;
  }

  /** By leading symbol; what has none comes first. */
  int compareLeads(Expr left, Expr right) {
    Optional<Expr> a = of(left).lead;
    Optional<Expr> b = of(right).lead;
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isPresent(), b.isPresent());
    }
    return SymbolOrder.INSTANCE.compare(a.get(), b.get());
  }
}
