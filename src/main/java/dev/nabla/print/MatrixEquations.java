package dev.nabla.print;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.array.Definition;
import dev.nabla.array.Differential;
import dev.nabla.array.JacobianBlock;
import dev.nabla.array.NamedParts;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import dev.nabla.matrix.MatrixForm;
import dev.nabla.matrix.MatrixRecognizer;
import dev.nabla.print.Equations.Equation;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.resolve.IndexedFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ∂f/∂x = … in whole arrays, an equation for each variable; where the derivative has three axes or
 * more its differential too, df = … dx …; with indices where there is no such form.
 */
final class MatrixEquations {
  private final ArrayJacobian jacobian;
  private final Matrix.Kind kind;
  private final Layout layout;
  private final List<Expr> elements;
  private final List<Definition> named;
  private final Set<String> reserved;
  private final IndexEquations indexed;
  private final ExprPool pool;
  private final NumberStyle style;

  MatrixEquations(
      ArrayJacobian jacobian,
      Matrix.Kind kind,
      Layout layout,
      NamedParts parts,
      Set<String> reserved,
      IndexEquations indexed) {
    this.jacobian = jacobian;
    this.kind = kind;
    this.layout = layout;
    this.elements = parts.roots();
    this.named = parts.where();
    this.reserved = reserved;
    this.indexed = indexed;
    this.pool = jacobian.function().pool();
    this.style = NumberStyle.of(jacobian.function().written());
  }

  Equations equations() {
    List<Equation> equations = new ArrayList<>();
    boolean isIndexed = false;
    boolean isAllIndexed = true;
    for (int b = 0; b < jacobian.blocks().size(); b++) {
      List<Equation> forms = forms(jacobian.blocks().get(b), elements.get(b));
      isIndexed |= forms.isEmpty();
      isAllIndexed &= forms.isEmpty();
      equations.addAll(forms.isEmpty() ? List.of(indexed.blocks().get(b)) : forms);
    }
    List<String> notes = new ArrayList<>(indexed.notes());
    if (equations.stream().anyMatch(equation -> equation.shape().contains("×"))
        && kind == Matrix.Kind.JACOBIAN
        && !jacobian.rows().isEmpty()
        && !isAllIndexed) {
      notes.add("layout: " + layout.text());
    } else if (jacobian.rows().isEmpty()) {
      notes.add("layout: a gradient has the shape of its variable");
    }
    if (isIndexed) {
      notes.add("with indices where there is no plain matrix form");
    }
    return new Equations(indexed.title(), equations, definitions(), indexed.premises(), notes);
  }

  private List<Equation> definitions() {
    List<Equation> definitions = new ArrayList<>();
    for (Equation indexForm : indexed.definitions()) {
      String name = indexForm.left().text().replaceFirst("\\[.*", "");
      Definition definition =
          named.stream()
              .filter(candidate -> candidate.symbol().name().equals(name))
              .findFirst()
              .orElseThrow();
      int rank = definition.axes().size();
      List<Index> indices = definition.indices();
      Optional<MatrixForm> form =
          rank > 2
              ? Optional.empty()
              : recognizer(Map.of())
                  .recognize(
                      definition.element(),
                      indices.subList(0, Math.min(1, rank)),
                      indices.subList(Math.min(1, rank), rank),
                      definition.axes());
      Rendering left = new Rendering(name, Label.of(name).latex());
      definitions.add(
          form.map(found -> new Equation(left, rendering(found), "")).orElse(indexForm));
    }
    return definitions;
  }

  private MatrixRecognizer recognizer(Map<Symbol, List<Expr>> more) {
    Map<Symbol, List<Expr>> sizes = new LinkedHashMap<>(more);
    IndexedFunction function = jacobian.function();
    function.variables().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    function.parameters().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    for (Definition definition : named) {
      sizes.put(definition.symbol(), definition.axes().stream().map(Axis::upper).toList());
    }
    return new MatrixRecognizer(pool, sizes, function.symmetric());
  }

  private Rendering rendering(MatrixForm form) {
    return new Rendering(
        new MatrixFormText(style, reserved).print(form),
        new MatrixFormLatex(style, reserved).print(form));
  }

  /** The plain form, and for three axes or more the differential too. */
  private List<Equation> forms(JacobianBlock block, Expr element) {
    List<Equation> forms = new ArrayList<>();
    String shape = indexed.shape(block, isTransposed());
    plain(block, element)
        .ifPresent(form -> forms.add(new Equation(derivative(block), rendering(form), shape)));
    if (block.axes().size() > 2) {
      differential(block).ifPresent(forms::add);
    }
    return forms;
  }

  private boolean isTransposed() {
    return layout == Layout.DENOMINATOR && kind == Matrix.Kind.JACOBIAN;
  }

  private Optional<MatrixForm> plain(JacobianBlock block, Expr element) {
    List<Axis> rows = isTransposed() ? block.columns() : block.rows();
    List<Axis> columns = isTransposed() ? block.rows() : block.columns();
    if (rows.isEmpty() || columns.isEmpty()) {
      // A scalar by an array, or an array by a scalar, has the shape of the array.
      List<Axis> axes = rows.isEmpty() ? columns : rows;
      int split = Math.min(1, axes.size());
      rows = axes.subList(0, split);
      columns = axes.subList(split, axes.size());
    }
    List<Axis> ranges = new ArrayList<>(rows);
    ranges.addAll(columns);
    return recognizer(Map.of()).recognize(element, indices(rows), indices(columns), ranges);
  }

  private static List<Index> indices(List<Axis> axes) {
    return axes.stream().map(Axis::index).toList();
  }

  private Rendering derivative(JacobianBlock block) {
    String variable = block.variable().symbol().name();
    String below = Label.of(variable).latex();
    Label f = Label.of(jacobian.function().name());
    if (kind != Matrix.Kind.HESSIAN) {
      return IndexEquations.fraction("∂", f, "∂" + variable, "\\partial " + below);
    }
    String first = jacobian.gradientOf().orElseThrow().name();
    boolean same = first.equals(variable);
    String text = same ? "∂" + variable + "²" : "∂" + first + "∂" + variable;
    String latex =
        same
            ? "\\partial " + below + "^{2}"
            : "\\partial " + Label.of(first).latex() + " \\, \\partial " + below;
    return IndexEquations.fraction("∂²", f, text, latex);
  }

  /** df = … dX …, where that has a form in whole arrays. */
  private Optional<Equation> differential(JacobianBlock block) {
    if (block.rows().size() > 2 || block.columns().size() > 2) {
      return Optional.empty();
    }
    Symbol variable = block.variable().symbol();
    Symbol d = new Symbol("d" + variable.name(), Symbol.Kind.ARRAY, variable.order());
    Expr tangent = new Differential(jacobian.function()).tangent(block, d);
    NamedParts parts = NamedParts.known(pool, named, List.of(tangent));
    List<Index> indices = indices(block.rows());
    int split = Math.min(1, indices.size());
    return recognizer(Map.of(d, block.variable().sizes()))
        .recognize(
            parts.roots().get(0),
            indices.subList(0, split),
            indices.subList(split, indices.size()),
            block.rows())
        .map(form -> new Equation(differentialOf(variable), differential(form, d), ""));
  }

  /** df for the only variable; of several, the part that one contributes. */
  private Rendering differentialOf(Symbol variable) {
    Label f = Label.of(jacobian.function().name());
    Label x = Label.of(variable.name());
    boolean isOnly = jacobian.blocks().size() == 1 && kind != Matrix.Kind.HESSIAN;
    if (isOnly) {
      return new Rendering("d" + f.text(), "\\mathrm{d}" + f.latex());
    }
    Rendering derivative =
        kind == Matrix.Kind.HESSIAN
            ? new Rendering(
                "d(∂" + f.text() + "/∂" + jacobian.gradientOf().orElseThrow().name() + ")",
                "\\mathrm{d}\\frac{\\partial "
                    + f.latex()
                    + "}{\\partial "
                    + Label.of(jacobian.gradientOf().orElseThrow().name()).latex()
                    + "}")
            : IndexEquations.fraction("∂", f, "∂" + x.text(), "\\partial " + x.latex());
    return new Rendering(
        derivative.text() + "[d" + x.text() + "]",
        derivative.latex() + "[\\mathrm{d}" + x.latex() + "]");
  }

  private Rendering differential(MatrixForm form, Symbol d) {
    Rendering rendering = rendering(form);
    String whole = Label.of(d.name()).latex();
    String split = "\\mathrm{d}" + Label.of(d.name().substring(1)).latex();
    return new Rendering(rendering.text(), rendering.latex().replace(whole, split));
  }
}
