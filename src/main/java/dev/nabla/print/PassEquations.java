package dev.nabla.print;

import dev.nabla.array.ChainRule;
import dev.nabla.array.Definition;
import dev.nabla.array.NamedParts;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
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

/** A pass of the chain rule as equations: dP = … forward, P̄ = … backward. */
public final class PassEquations {
  private final IndexedFunction function;
  private final ChainRule.Pass pass;
  private final String title;
  private final Set<String> reserved;
  private final FormulaBuilder formulas;
  private final NumberStyle style;

  /**
   * The equations of a pass.
   *
   * @param function the function
   * @param pass its forward or backward pass
   * @param title what stands above them
   */
  public PassEquations(IndexedFunction function, ChainRule.Pass pass, String title) {
    this.function = function;
    this.pass = pass;
    this.title = title;
    this.style = NumberStyle.of(function.written());
    this.reserved = function.names();
    List<Expr> roots = new ArrayList<>();
    for (List<Definition> definitions : List.of(pass.seed(), pass.steps(), pass.primal())) {
      for (Definition definition : definitions) {
        roots.add(definition.element());
        definition.axes().forEach(axis -> roots.addAll(List.of(axis.index(), axis.upper())));
      }
    }
    roots.addAll(pass.sideConditions());
    this.formulas = new FormulaBuilder(style, roots, reserved);
  }

  /** With indices. */
  public Equations inIndexNotation() {
    List<Expr> elements = pass.steps().stream().map(Definition::element).toList();
    NamedParts parts = NamedParts.withRepeated(function.pool(), pass.primal(), elements, reserved);
    List<Definition> steps = new ArrayList<>();
    for (int k = 0; k < elements.size(); k++) {
      Definition step = pass.steps().get(k);
      steps.add(new Definition(step.symbol(), step.axes(), parts.roots().get(k)));
    }
    Set<Symbol> derivatives = new LinkedHashSet<>();
    pass.steps().forEach(step -> derivatives.add(step.symbol()));
    List<Definition> where =
        parts.where().stream().filter(part -> !derivatives.contains(part.symbol())).toList();
    PassEquations named =
        new PassEquations(
            function, new ChainRule.Pass(pass.seed(), steps, where, pass.sideConditions()), title);
    return withKept(
        new Equations(
            title,
            steps.stream().map(named::indexed).toList(),
            where.stream().map(named::indexed).toList(),
            named.premises(),
            notes()));
  }

  /** In whole arrays where there is such a form. */
  public Equations inMatrixNotation() {
    return withKept(
        new Equations(
            title,
            pass.steps().stream().map(this::matrix).toList(),
            pass.primal().stream().map(this::matrix).toList(),
            premises(),
            notes()));
  }

  private Equations withKept(Equations equations) {
    List<Expr> elements = pass.steps().stream().map(Definition::element).toList();
    return KeptDefinitions.with(equations, function.pool(), elements, style, reserved);
  }

  private Premises premises() {
    List<Rendering> conditions = new ConditionRendering(formulas).all(pass.sideConditions());
    return new Premises(List.of(), conditions.stream().map(this::barred).toList());
  }

  private List<String> notes() {
    List<String> names = pass.seed().stream().map(seed -> barred(seed.symbol().name())).toList();
    return names.isEmpty() ? List.of() : List.of("given: " + String.join(", ", names));
  }

  private Equation indexed(Definition definition) {
    Expr left = function.pool().element(definition.symbol(), List.copyOf(definition.indices()));
    return new Equation(rendering(left), rendering(definition.element()), "");
  }

  private Rendering rendering(Expr expr) {
    Formula formula = formulas.build(expr);
    return barred(
        new Rendering(new TextPrinter().print(formula), new LatexPrinter().print(formula)));
  }

  private Equation matrix(Definition definition) {
    int rank = definition.axes().size();
    if (rank > 2) {
      return indexed(definition);
    }
    List<Index> indices = definition.indices();
    int split = Math.min(1, rank);
    Optional<MatrixForm> form =
        new MatrixRecognizer(function.pool(), sizes(), function.symmetric())
            .recognize(
                definition.element(),
                indices.subList(0, split),
                indices.subList(split, rank),
                definition.axes());
    String name = definition.symbol().name();
    return form.map(
            found ->
                new Equation(
                    barred(new Rendering(name, Label.of(name).latex())),
                    barred(
                        new Rendering(
                            new MatrixFormText(style, reserved).print(found),
                            new MatrixFormLatex(style, reserved).print(found))),
                    ""))
        .orElseGet(() -> indexed(definition));
  }

  private Map<Symbol, List<Expr>> sizes() {
    Map<Symbol, List<Expr>> sizes = new LinkedHashMap<>();
    function.variables().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    function.parameters().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    for (List<Definition> definitions : List.of(pass.seed(), pass.steps(), pass.primal())) {
      for (Definition definition : definitions) {
        sizes.put(definition.symbol(), definition.axes().stream().map(Axis::upper).toList());
        for (Expr node : Traversal.postOrder(definition.element())) {
          if (node instanceof Element read && read.symbol().name().equals(function.name())) {
            sizes.put(read.symbol(), function.output().sizes());
          }
        }
      }
    }
    return sizes;
  }

  /** X_bar is written X̄, and dX with an upright d. */
  private Rendering barred(Rendering rendering) {
    String latex = rendering.latex();
    for (List<Definition> definitions : List.of(pass.seed(), pass.steps())) {
      for (Definition definition : definitions) {
        String name = definition.symbol().name();
        boolean isBar = name.endsWith(ChainRule.BAR);
        String plain =
            isBar ? name.substring(0, name.length() - ChainRule.BAR.length()) : name.substring(1);
        String mark =
            isBar
                ? "\\bar{" + Label.of(plain).latex() + "}"
                : "\\mathrm{d}" + Label.of(plain).latex();
        latex = latex.replace(Label.of(name).latex(), mark);
      }
    }
    return new Rendering(barred(rendering.text()), latex);
  }

  /** A combining macron over the letters of the name. */
  private static String barred(String text) {
    return text.replace(ChainRule.BAR, "\u0304");
  }
}
