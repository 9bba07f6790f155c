package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.function.KeptFunction;
import dev.nabla.print.Equations.Equation;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** swish'(x) = …: what the derivatives of kept functions are, for those that some formula names. */
public final class KeptDefinitions {
  private KeptDefinitions() {}

  /**
   * name(arguments) = value.
   *
   * @param name the call
   * @param value what it stands for, simplified
   */
  public record Line(Expr name, Expr value) {}

  /**
   * The lines for all that {@code roots} and these lines themselves name, in alphabetical order.
   */
  public static List<Line> of(ExprPool pool, Collection<Expr> roots) {
    Map<String, KeptFunction> derivatives = new LinkedHashMap<>();
    Map<String, Line> lines = new LinkedHashMap<>();
    Deque<Expr> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      for (Expr node : Traversal.postOrder(open.poll())) {
        if (node instanceof Apply apply
            && apply.function() instanceof KeptFunction kept
            && kept.order() > 0
            && derivatives.putIfAbsent(kept.name(), kept) == null) {
          Line line = line(pool, kept);
          lines.put(kept.name(), line);
          open.add(line.value());
        }
      }
    }
    return derivatives.values().stream()
        .sorted(Comparator.comparing(KeptFunction::name))
        .map(kept -> lines.get(kept.name()))
        .toList();
  }

  private static Line line(ExprPool pool, KeptFunction kept) {
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < kept.arity(); i++) {
      arguments.add(pool.element(new Symbol(kept.arguments().get(i), Symbol.Kind.PLACEHOLDER, i)));
    }
    Expr body = kept.definition().orElseThrow().instantiate(pool, kept, arguments);
    Simplification simple = new Simplifier(pool, List.of()).simplify(body);
    // A line without conditions holds wherever the function does.
    Expr value = simple.sideConditions().isEmpty() ? simple.expr() : body;
    return new Line(pool.apply(kept, arguments), value);
  }

  /** The lines as equations behind those of a where clause. */
  static Equations with(
      Equations equations,
      ExprPool pool,
      Collection<Expr> roots,
      NumberStyle style,
      Set<String> reserved) {
    List<Equation> where = new ArrayList<>(equations.where());
    for (Line line : of(pool, roots)) {
      FormulaBuilder formulas =
          new FormulaBuilder(style, List.of(line.name(), line.value()), reserved);
      where.add(
          new Equation(
              rendering(formulas.build(line.name())), rendering(formulas.build(line.value())), ""));
    }
    return new Equations(
        equations.title(), equations.equations(), where, equations.premises(), equations.notes());
  }

  private static Rendering rendering(Formula formula) {
    return new Rendering(new TextPrinter().print(formula), new LatexPrinter().print(formula));
  }
}
