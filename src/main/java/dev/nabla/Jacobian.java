package dev.nabla;

import dev.nabla.check.CheckModel;
import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericCheck;
import dev.nabla.diff.SparseRow;
import dev.nabla.explain.Detail;
import dev.nabla.explain.Explanation;
import dev.nabla.explain.ScalarExplainer;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Unfolding;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.Label;
import dev.nabla.print.Matrix;
import dev.nabla.print.MatrixFormulas;
import dev.nabla.print.MatrixLatex;
import dev.nabla.print.MatrixMarkdown;
import dev.nabla.print.MatrixText;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.Partials;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.tape.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The matrix ∂fᵢ/∂xⱼ in closed form: rows are the outputs, columns the variables, each in declared
 * order, arrays row-major.
 */
public final class Jacobian {
  /** What the matrix is of. */
  public enum Kind {
    JACOBIAN,
    GRADIENT,
    /** The Jacobian of the gradient. */
    HESSIAN,
    /** The derivative of a derivative. */
    HIGHER
  }

  private static final int TEXT_WIDTH = 120;
  private static final double LATEX_WIDTH = 90;

  private final Kind kind;
  private final ScalarFunction function;
  private final List<Expr> primitives;
  private final List<Element> variables;
  private final List<SparseRow> rows;
  private final List<Expr> conditions;
  private final Effort effort;
  private final Optional<JacobianCode> stable;
  private final FormulaBuilder formulas;

  Jacobian(
      Kind kind,
      ScalarFunction function,
      List<Expr> primitives,
      List<Element> variables,
      List<SparseRow> rows,
      List<Expr> conditions,
      Effort effort) {
    this(kind, function, primitives, variables, rows, conditions, effort, Optional.empty());
  }

  private Jacobian(
      Kind kind,
      ScalarFunction function,
      List<Expr> primitives,
      List<Element> variables,
      List<SparseRow> rows,
      List<Expr> conditions,
      Effort effort,
      Optional<JacobianCode> stable) {
    this.effort = effort;
    this.stable = stable;
    this.kind = kind;
    this.function = function;
    this.primitives = primitives;
    this.variables = variables;
    this.rows = rows;
    this.conditions = conditions;
    List<Expr> roots = new ArrayList<>(variables);
    rows.forEach(row -> roots.addAll(row.entries()));
    roots.addAll(conditions);
    this.formulas = new FormulaBuilder(NumberStyle.of(function.written()), roots, declaredNames());
  }

  /** The same formulas, evaluated by other code. */
  Jacobian evaluatedBy(Optional<JacobianCode> code) {
    return new Jacobian(kind, function, primitives, variables, rows, conditions, effort, code);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the function. */
  public String functionName() {
    return function.name();
  }

  public int rowCount() {
    return rows.size();
  }

  public int columnCount() {
    return variables.size();
  }

  /** A label for each row: the output's name, or for a Hessian the variable's. */
  public List<String> rowLabels() {
    return rowNames().stream().map(Label::text).toList();
  }

  /** A label for each column: the variable. */
  public List<String> columnLabels() {
    return columnNames().stream().map(Label::text).toList();
  }

  private List<Label> rowNames() {
    return switch (kind) {
      case JACOBIAN, GRADIENT -> outputNames();
      case HESSIAN -> columnNames();
      case HIGHER -> List.of(Label.of(function.name()));
    };
  }

  private List<Label> outputNames() {
    if (!function.outputLabels().isEmpty()) {
      return function.outputLabels().stream().map(Label::of).toList();
    }
    List<Integer> sizes = function.outputSizes();
    List<Label> labels = new ArrayList<>(primitives.size());
    for (int i = 0; i < primitives.size(); i++) {
      labels.add(Label.of(function.name(), indices(i, sizes)));
    }
    return labels;
  }

  /** The indices, from 1, of the element numbered {@code position} row-major from 0. */
  static int[] indices(int position, List<Integer> sizes) {
    int[] indices = new int[sizes.size()];
    int rest = position;
    for (int d = sizes.size() - 1; d >= 0; d--) {
      indices[d] = rest % sizes.get(d) + 1;
      rest /= sizes.get(d);
    }
    return indices;
  }

  private List<Label> columnNames() {
    return variables.stream().map(Jacobian::label).toList();
  }

  static Label label(Element element) {
    int[] indices =
        element.indices().stream().mapToInt(index -> ((Num) index).value().intValue()).toArray();
    return Label.of(element.symbol().name(), indices);
  }

  /**
   * ∂fᵢ/∂xⱼ.
   *
   * @param row i, from 0
   * @param column j, from 0
   */
  public ClosedForm entry(int row, int column) {
    if (column < 0 || column >= columnCount()) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columnCount());
    }
    int position = rows.get(row).position(column);
    return closedForm(position < 0 ? function.pool().zero() : rows.get(row).entry(position));
  }

  /**
   * How ∂fᵢ/∂xⱼ is derived, line by line, each line checked against the one before.
   *
   * @param row i, from 0
   * @param column j, from 0
   * @throws IllegalArgumentException if there would be more to read than anybody reads
   */
  public Explanation explain(int row, int column, Detail detail) {
    Expr shown = entry(row, column).expression();
    Partials partials = new Partials(matrix());
    String text = partials.text(row, column);
    return new ScalarExplainer(function, effort)
        .explain(
            text + " of " + matrix().function(),
            new Rendering(text, partials.latex(row, column)),
            primitives.get(row),
            variables.get(column),
            shown,
            detail);
  }

  /** Whether ∂fᵢ/∂xⱼ is 0 because fᵢ does not depend on xⱼ. */
  public boolean isStructuralZero(int row, int column) {
    return rows.get(row).position(column) < 0;
  }

  /** Conditions that simplification assumed, such as x ≠ 0. */
  public List<ClosedForm> sideConditions() {
    return conditions.stream().map(this::closedForm).toList();
  }

  /** A labelled, aligned matrix for a terminal, or one line for each entry if it is wide. */
  public String toText() {
    return new MatrixText(TEXT_WIDTH).print(matrixFormulas());
  }

  /** A {@code bmatrix}, or aligned equations if it is wide, without delimiters. */
  public String toLatex() {
    return new MatrixLatex(LATEX_WIDTH).print(matrixFormulas());
  }

  /** Markdown ready to paste into a note. */
  public String toMarkdown() {
    return new MatrixMarkdown(LATEX_WIDTH).print(matrixFormulas());
  }

  private MatrixFormulas matrixFormulas() {
    return MatrixFormulas.of(
        matrix(), function.pool(), NumberStyle.of(function.written()), declaredNames());
  }

  private Matrix matrix() {
    List<SortedMap<Integer, Expr>> entries = new ArrayList<>();
    for (SparseRow row : rows) {
      SortedMap<Integer, Expr> byColumn = new TreeMap<>();
      for (int p = 0; p < row.size(); p++) {
        byColumn.put(row.column(p), row.entry(p));
      }
      entries.add(byColumn);
    }
    return new Matrix(
        switch (kind) {
          case JACOBIAN, HIGHER -> Matrix.Kind.JACOBIAN;
          case GRADIENT -> Matrix.Kind.GRADIENT;
          case HESSIAN -> Matrix.Kind.HESSIAN;
        },
        function.name() + "(" + String.join(", ", variableNames()) + ")",
        rowNames(),
        columnNames(),
        entries);
  }

  private Set<String> variableNames() {
    Set<String> names = new LinkedHashSet<>();
    function.variables().forEach(variable -> names.add(variable.symbol().name()));
    return names;
  }

  private Set<String> declaredNames() {
    Set<String> names = new LinkedHashSet<>();
    function.inputs().forEach(input -> names.add(input.symbol().name()));
    names.add(function.name());
    return names;
  }

  private ClosedForm closedForm(Expr expression) {
    return new ClosedForm(expression, formulas);
  }

  /**
   * Compiles to bytecode: values and this matrix. The values are f; those of a Hessian are the
   * gradient.
   */
  public JacobianEvaluator compile() {
    return code(values()).compile();
  }

  private List<Expr> values() {
    return kind == Kind.HIGHER ? function.outputs() : primitives;
  }

  private JacobianCode code(List<Expr> values) {
    return stable.isPresent() ? stable.get() : plainCode(values);
  }

  private JacobianCode plainCode(List<Expr> values) {
    return new JacobianCode(function, values, rows, columnCount());
  }

  /** The instructions that {@link #compile} compiles. */
  public Tape tape() {
    return code(values()).tape();
  }

  /** f and the Jacobian at a point, from the compiled bytecode. */
  public Evaluation evaluate(InputValues inputs) {
    double[] values = new double[rowCount()];
    double[] partials = new double[rowCount() * columnCount()];
    compile().evaluate(inputs.toArray(), values, partials);
    return new Evaluation(
        rowLabels(),
        columnLabels(),
        Arrays.stream(values).boxed().toList(),
        Arrays.stream(partials).boxed().toList(),
        List.of());
  }

  /** Compares the compiled evaluator with the numeric reference at random points. */
  public CheckReport check(int points, long seed) {
    JacobianCode code = code(primitives);
    JacobianEvaluator evaluator = code.compile();
    Map<Element, Integer> slots = new HashMap<>();
    function.inputs().forEach(input -> slots.put(input, slots.size()));
    List<Integer> positions = variables.stream().map(slots::get).toList();
    CheckModel model =
        new CheckModel(
            List.copyOf(function.inputs()),
            function.inputs().stream().map(input -> label(input).text()).toList(),
            new Unfolding(function.pool()).apply(primitives),
            positions,
            evaluator::evaluate,
            rowLabels(),
            columnLabels(),
            new Unfolding(function.pool()).apply(function.assumptions()));
    return new NumericCheck(model, code.roundingBounds(), node -> closedForm(node).toString())
        .run(points, seed);
  }
}
