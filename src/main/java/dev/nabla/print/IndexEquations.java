package dev.nabla.print;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.array.Definition;
import dev.nabla.array.JacobianBlock;
import dev.nabla.array.NamedParts;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.print.Equations.Equation;
import dev.nabla.print.Equations.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** ∂f[i, …]/∂x[j, …] = …, an equation for each variable. */
final class IndexEquations {
  private final ArrayJacobian jacobian;
  private final Matrix.Kind kind;
  private final List<Expr> elements;
  private final Substitution names;
  private final List<Definition> where;
  private final FormulaBuilder formulas;

  IndexEquations(ArrayJacobian jacobian, Matrix.Kind kind, NamedParts parts, Set<String> reserved) {
    this.jacobian = jacobian;
    this.kind = kind;
    this.names = authorsNames(jacobian, kind, reserved);
    this.elements = parts.roots().stream().map(names::apply).toList();
    this.where = needed(jacobian, parts);
    this.formulas =
        new FormulaBuilder(NumberStyle.of(jacobian.function().written()), everything(), reserved);
  }

  /** The output's indices have the names that the author gave them. */
  private static Substitution authorsNames(
      ArrayJacobian jacobian, Matrix.Kind kind, Set<String> reserved) {
    ExprPool pool = jacobian.function().pool();
    List<String> given = jacobian.function().output().indexNames();
    Map<Expr, Expr> names = new HashMap<>();
    boolean areUsable =
        kind == Matrix.Kind.JACOBIAN
            && given.size() == jacobian.rows().size()
            && given.stream().noneMatch(reserved::contains);
    for (int d = 0; areUsable && d < given.size(); d++) {
      names.put(jacobian.rows().get(d).index(), pool.index(given.get(d)));
    }
    return new Substitution(pool, names);
  }

  /** What the function itself is, its text says. */
  static List<Definition> needed(ArrayJacobian jacobian, NamedParts parts) {
    return parts.where().stream()
        .filter(definition -> !definition.symbol().name().equals(jacobian.function().name()))
        .toList();
  }

  private List<Expr> everything() {
    List<Expr> roots = new ArrayList<>(elements);
    jacobian.rows().forEach(axis -> roots.addAll(List.of(names.apply(axis.index()), axis.upper())));
    for (JacobianBlock block : jacobian.blocks()) {
      block.columns().forEach(axis -> roots.addAll(List.of(axis.index(), axis.upper())));
    }
    for (Definition definition : where) {
      roots.add(definition.element());
      roots.addAll(definition.indices());
    }
    roots.addAll(jacobian.sideConditions());
    return roots;
  }

  Equations equations() {
    return new Equations(title(), blocks(), definitions(), premises(), notes());
  }

  String title() {
    String arguments =
        jacobian.function().variables().stream()
            .map(argument -> argument.symbol().name())
            .collect(Collectors.joining(", "));
    return kind.text() + " of " + jacobian.function().name() + "(" + arguments + ")";
  }

  List<Equation> blocks() {
    List<Equation> equations = new ArrayList<>();
    for (int b = 0; b < jacobian.blocks().size(); b++) {
      JacobianBlock block = jacobian.blocks().get(b);
      equations.add(new Equation(partial(block), rendering(elements.get(b)), shape(block, false)));
    }
    return equations;
  }

  List<Equation> definitions() {
    List<Equation> definitions = new ArrayList<>();
    for (Definition definition : where) {
      Expr left = definition.at(jacobian.function().pool(), definition.indices());
      definitions.add(new Equation(rendering(left), rendering(definition.element()), ""));
    }
    return definitions;
  }

  private Rendering rendering(Expr expr) {
    Formula formula = formulas.build(expr);
    return new Rendering(new TextPrinter().print(formula), new LatexPrinter().print(formula));
  }

  Premises premises() {
    return Premises.of(List.of(), jacobian.sideConditions(), formulas);
  }

  /** The rules of the text that were applied. */
  List<String> notes() {
    if (jacobian.ownRules().isEmpty()) {
      return List.of();
    }
    String noun = jacobian.ownRules().size() == 1 ? "rule " : "rules ";
    return List.of("by " + noun + String.join(", ", jacobian.ownRules()));
  }

  /** ∂f[i]/∂x[j], or for a Hessian ∂²f/∂x[i]∂x[j]. */
  private Rendering partial(JacobianBlock block) {
    Label variable = label(block.variable().symbol().name(), block.columns());
    if (kind != Matrix.Kind.HESSIAN) {
      Label output = label(jacobian.function().name(), block.rows());
      return fraction("∂", output, "∂" + variable.text(), "\\partial " + variable.latex());
    }
    Label first = label(jacobian.gradientOf().orElseThrow().name(), block.rows());
    return fraction(
        "∂²",
        Label.of(jacobian.function().name()),
        "∂" + first.text() + "∂" + variable.text(),
        "\\partial " + first.latex() + " \\, \\partial " + variable.latex());
  }

  static Rendering fraction(String d, Label above, String below, String belowLatex) {
    String latexD = d.equals("∂") ? "\\partial " : "\\partial^{2} ";
    String text = below.indexOf('∂', 1) > 0 ? "(" + below + ")" : below;
    return new Rendering(
        d + above.text() + "/" + text,
        "\\frac{" + latexD + above.latex() + "}{" + belowLatex + "}");
  }

  private Label label(String name, List<Axis> axes) {
    return new Label(name, axes.stream().map(axis -> text(names.apply(axis.index()))).toList());
  }

  private String text(Expr expr) {
    return new TextPrinter().print(formulas.build(expr));
  }

  /** The shape of the block: n × n, (n × d) × (n × d), or that of the variable for a gradient. */
  String shape(JacobianBlock block, boolean transposed) {
    List<Axis> rows = block.rows();
    List<Axis> columns = block.columns();
    if (rows.isEmpty() || columns.isEmpty()) {
      return product(rows.isEmpty() ? columns : rows);
    }
    boolean isPlain = rows.size() == 1 && columns.size() == 1;
    List<Axis> first = transposed ? columns : rows;
    List<Axis> second = transposed ? rows : columns;
    return isPlain
        ? factor(first) + " × " + factor(second)
        : "(" + product(first) + ") × (" + product(second) + ")";
  }

  private String product(List<Axis> axes) {
    return axes.size() == 1
        ? text(axes.get(0).upper())
        : axes.stream().map(axis -> factor(List.of(axis))).collect(Collectors.joining(" × "));
  }

  /** n − 1 stands in parentheses before a ×. */
  private String factor(List<Axis> axes) {
    String text = text(axes.get(0).upper());
    return text.contains(" ") ? "(" + text.replace(" ", "") + ")" : text;
  }
}
