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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Jacobian of arrays as equations, one or two for each variable: in index notation, ∂f[i]/∂x[j] =
 * …, or in matrix notation, ∂f/∂x = ….
 */
public final class JacobianEquations {
  private final ArrayJacobian jacobian;
  private final Matrix.Kind kind;
  private final Layout layout;
  private final ExprPool pool;
  private final NumberStyle style;
  private final Set<String> reserved;
  private final List<Definition> where;
  private final List<Expr> elements;
  private FormulaBuilder formulas;

  /**
   * The equations of one Jacobian.
   *
   * @param jacobian the Jacobian
   * @param kind what it is of its function
   * @param layout the layout of matrices
   */
  public JacobianEquations(ArrayJacobian jacobian, Matrix.Kind kind, Layout layout) {
    this.jacobian = jacobian;
    this.kind = kind;
    this.layout = layout;
    IndexedFunction function = jacobian.function();
    this.pool = function.pool();
    this.style = NumberStyle.of(function.written());
    this.reserved = reserved(function);
    NamedParts parts =
        new NamedParts(
            pool,
            jacobian.names(),
            jacobian.blocks().stream().map(JacobianBlock::element).toList(),
            reserved);
    this.elements = parts.roots();
    this.where = parts.where();
  }

  private static Set<String> reserved(IndexedFunction function) {
    Set<String> names = new LinkedHashSet<>(List.of(function.name()));
    function.variables().forEach(argument -> names.add(argument.symbol().name()));
    function.parameters().forEach(argument -> names.add(argument.symbol().name()));
    return names;
  }

  private String title() {
    String arguments =
        jacobian.function().variables().stream()
            .map(argument -> argument.symbol().name())
            .collect(Collectors.joining(", "));
    return kind.text() + " of " + jacobian.function().name() + "(" + arguments + ")";
  }

  // ---- index notation

  /** ∂f[i, …]/∂x[j, …] = … for each variable. */
  public Equations inIndexNotation() {
    List<Expr> roots = new ArrayList<>(elements);
    jacobian.rows().forEach(axis -> roots.add(axis.index()));
    for (JacobianBlock block : jacobian.blocks()) {
      block.columns().forEach(axis -> roots.addAll(List.of(axis.index(), axis.upper())));
    }
    jacobian.rows().forEach(axis -> roots.add(axis.upper()));
    for (Definition definition : where) {
      roots.add(definition.element());
      roots.addAll(definition.indices());
    }
    roots.addAll(jacobian.sideConditions());
    formulas = new FormulaBuilder(style, roots, reserved);
    List<Equation> equations = new ArrayList<>();
    for (int b = 0; b < jacobian.blocks().size(); b++) {
      JacobianBlock block = jacobian.blocks().get(b);
      equations.add(new Equation(partial(block), rendering(elements.get(b)), shape(block)));
    }
    List<Equation> definitions = new ArrayList<>();
    for (Definition definition : where) {
      Expr left = definition.at(pool, definition.indices());
      definitions.add(new Equation(rendering(left), rendering(definition.element()), ""));
    }
    return new Equations(title(), equations, definitions, notes());
  }

  private Rendering rendering(Expr expr) {
    Formula formula = formulas.build(expr);
    return new Rendering(new TextPrinter().print(formula), new LatexPrinter().print(formula));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!jacobian.sideConditions().isEmpty()) {
      notes.add(
          "provided that "
              + jacobian.sideConditions().stream()
                  .map(condition -> rendering(condition).text())
                  .collect(Collectors.joining(" and ")));
    }
    return notes;
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

  private static Rendering fraction(String d, Label above, String below, String belowLatex) {
    String latexD = d.equals("∂") ? "\\partial " : "\\partial^{2} ";
    String text = below.indexOf('∂', 1) > 0 ? "(" + below + ")" : below;
    return new Rendering(
        d + above.text() + "/" + text,
        "\\frac{" + latexD + above.latex() + "}{" + belowLatex + "}");
  }

  private Label label(String name, List<Axis> axes) {
    return new Label(name, axes.stream().map(axis -> text(axis.index())).toList());
  }

  private String text(Expr expr) {
    return new TextPrinter().print(formulas.build(expr));
  }

  // ---- matrix notation

  /** ∂f/∂x = … in whole arrays; where there is no such form, the index notation. */
  public Equations inMatrixNotation() {
    Equations indexed = inIndexNotation();
    MatrixRecognizer recognizer =
        new MatrixRecognizer(pool, sizes(), jacobian.function().symmetric());
    List<Equation> equations = new ArrayList<>();
    boolean isIndexed = false;
    for (int b = 0; b < jacobian.blocks().size(); b++) {
      JacobianBlock block = jacobian.blocks().get(b);
      List<Equation> forms = forms(recognizer, block, elements.get(b));
      isIndexed |= forms.isEmpty();
      equations.addAll(forms.isEmpty() ? List.of(indexed.equations().get(b)) : forms);
    }
    List<Equation> definitions = new ArrayList<>();
    for (int d = 0; d < where.size(); d++) {
      Definition definition = where.get(d);
      Optional<MatrixForm> form =
          recognizer.recognize(
              definition.element(), definition.indices(), List.of(), definition.axes());
      if (definition.axes().size() == 2) {
        form =
            recognizer.recognize(
                definition.element(),
                definition.indices().subList(0, 1),
                definition.indices().subList(1, 2),
                definition.axes());
      }
      Equation fallback = indexed.where().get(d);
      definitions.add(
          form.map(
                  found ->
                      new Equation(
                          name(definition.symbol().name()), rendering(found), ""))
              .orElse(fallback));
    }
    List<String> notes = new ArrayList<>(indexed.notes());
    notes.add("layout: " + layoutText());
    if (isIndexed) {
      notes.add("with indices where there is no plain matrix form");
    }
    return new Equations(title(), equations, definitions, notes);
  }

  private String layoutText() {
    boolean isGradient = jacobian.rows().isEmpty();
    return isGradient ? "a gradient has the shape of its variable" : layout.text();
  }

  private Map<Symbol, List<Expr>> sizes() {
    Map<Symbol, List<Expr>> sizes = new LinkedHashMap<>();
    IndexedFunction function = jacobian.function();
    function.variables().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    function.parameters().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    for (Definition definition : where) {
      sizes.put(definition.symbol(), definition.axes().stream().map(Axis::upper).toList());
    }
    return sizes;
  }

  private static Rendering name(String name) {
    return new Rendering(name, Label.of(name).latex());
  }

  private Rendering rendering(MatrixForm form) {
    return new Rendering(
        new MatrixFormText(style, reserved).print(form),
        new MatrixFormLatex(style, reserved).print(form));
  }

  /** The plain form, and for three axes or more the differential too. */
  private List<Equation> forms(MatrixRecognizer recognizer, JacobianBlock block, Expr element) {
    List<Equation> forms = new ArrayList<>();
    plain(recognizer, block, element)
        .ifPresent(
            form -> forms.add(new Equation(derivative(block), rendering(form), shape(block))));
    if (block.axes().size() > 2) {
      differential(recognizer, block).ifPresent(forms::add);
    }
    return forms;
  }

  private Optional<MatrixForm> plain(
      MatrixRecognizer recognizer, JacobianBlock block, Expr element) {
    List<Axis> rows = block.rows();
    List<Axis> columns = block.columns();
    if (rows.isEmpty() && columns.size() == 2) {
      rows = columns.subList(0, 1);
      columns = columns.subList(1, 2);
    } else if (columns.isEmpty() && rows.size() == 2) {
      columns = rows.subList(1, 2);
      rows = rows.subList(0, 1);
    } else if (rows.isEmpty()) {
      rows = columns;
      columns = List.of();
    } else if (layout == Layout.DENOMINATOR && kind == Matrix.Kind.JACOBIAN) {
      rows = block.columns();
      columns = block.rows();
    }
    List<Axis> ranges = new ArrayList<>(rows);
    ranges.addAll(columns);
    return recognizer.recognize(element, indices(rows), indices(columns), ranges);
  }

  private static List<Index> indices(List<Axis> axes) {
    return axes.stream().map(Axis::index).toList();
  }

  private Rendering derivative(JacobianBlock block) {
    String variable = block.variable().symbol().name();
    Label f = Label.of(jacobian.function().name());
    if (kind != Matrix.Kind.HESSIAN) {
      String below = Label.of(variable).latex();
      return fraction("∂", f, "∂" + variable, "\\partial " + below);
    }
    String first = jacobian.gradientOf().orElseThrow().name();
    boolean same = first.equals(variable);
    String text = same ? "∂" + variable + "²" : "∂" + first + "∂" + variable;
    String latex =
        same
            ? "\\partial " + Label.of(variable).latex() + "^{2}"
            : "\\partial "
                + Label.of(first).latex()
                + " \\, \\partial "
                + Label.of(variable).latex();
    return fraction("∂²", f, text, latex);
  }

  /** df = … dX …, where that has a form in whole arrays. */
  private Optional<Equation> differential(MatrixRecognizer recognizer, JacobianBlock block) {
    if (block.rows().size() > 2 || block.columns().size() > 2) {
      return Optional.empty();
    }
    Symbol variable = block.variable().symbol();
    Symbol d = new Symbol("d" + variable.name(), Symbol.Kind.ARRAY, variable.order());
    Map<Symbol, List<Expr>> sizes = sizes();
    sizes.put(d, block.variable().sizes());
    Expr tangent = new Differential(jacobian.function()).tangent(block, d);
    NamedParts parts = new NamedParts(pool, where, List.of(tangent), reserved);
    boolean sameNames = where.containsAll(parts.where());
    List<Index> indices = indices(block.rows());
    boolean isMatrix = indices.size() == 2;
    MatrixRecognizer withD =
        new MatrixRecognizer(pool, sizes, jacobian.function().symmetric());
    return withD
        .recognize(
            sameNames ? parts.roots().get(0) : tangent,
            isMatrix ? indices.subList(0, 1) : indices,
            isMatrix ? indices.subList(1, 2) : List.of(),
            block.rows())
        .map(
            form -> {
              Label f = Label.of(jacobian.function().name());
              Rendering left = new Rendering("d" + f.text(), "\\mathrm{d}" + f.latex());
              return new Equation(left, rendering(form), "");
            });
  }

  // ---- shapes

  /** The shape of the block: n × n, (n × d) × (n × d), or that of the variable for a gradient. */
  private String shape(JacobianBlock block) {
    List<Axis> rows = block.rows();
    List<Axis> columns = block.columns();
    if (rows.isEmpty() || columns.isEmpty()) {
      return product(rows.isEmpty() ? columns : rows);
    }
    boolean isPlain = rows.size() == 1 && columns.size() == 1;
    boolean turned = layout == Layout.DENOMINATOR && kind == Matrix.Kind.JACOBIAN;
    List<Axis> first = turned ? columns : rows;
    List<Axis> second = turned ? rows : columns;
    return isPlain
        ? product(first) + " × " + product(second)
        : "(" + product(first) + ") × (" + product(second) + ")";
  }

  private String product(List<Axis> axes) {
    return axes.stream().map(axis -> text(axis.upper())).collect(Collectors.joining(" × "));
  }
}
