package dev.nabla;

import dev.nabla.check.CheckModel;
import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericCheck;
import dev.nabla.check.SideConditions;
import dev.nabla.diff.SparseRow;
import dev.nabla.explain.Detail;
import dev.nabla.explain.Explanation;
import dev.nabla.explain.ScalarExplainer;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Unfolding;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.KeptDefinitions;
import dev.nabla.print.Label;
import dev.nabla.print.Matrix;
import dev.nabla.print.MatrixFormulas;
import dev.nabla.print.MatrixLatex;
import dev.nabla.print.MatrixMarkdown;
import dev.nabla.print.MatrixText;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.Partials;
import dev.nabla.print.Premises;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.symja.OracleModel;
import dev.nabla.symja.OracleReport;
import dev.nabla.symja.SymjaOracle;
import dev.nabla.tape.Tape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

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
  private final List<Element> variables;
  private final Derivation derivation;
  private final Supplier<List<Expr>> reliedOn;
  private final Effort effort;
  private final Optional<JacobianCode> stable;
  private final List<String> ownRules;
  private final FormulaBuilder formulas;

  Jacobian(
      Kind kind,
      ScalarFunction function,
      List<Element> variables,
      Derivation derivation,
      Supplier<List<Expr>> reliedOn,
      Effort effort) {
    this(kind, function, variables, derivation, reliedOn, effort, Optional.empty(), List.of());
  }

  private Jacobian(
      Kind kind,
      ScalarFunction function,
      List<Element> variables,
      Derivation derivation,
      Supplier<List<Expr>> reliedOn,
      Effort effort,
      Optional<JacobianCode> stable,
      List<String> ownRules) {
    this.effort = effort;
    this.ownRules = ownRules;
    this.stable = stable;
    this.kind = kind;
    this.function = function;
    this.variables = variables;
    this.derivation = derivation;
    this.reliedOn = reliedOn;
    List<Expr> roots = new ArrayList<>(variables);
    rows().forEach(row -> roots.addAll(row.entries()));
    roots.addAll(derivation.allConditions());
    this.formulas = new FormulaBuilder(NumberStyle.of(function.written()), roots, declaredNames());
  }

  /** The same formulas, evaluated by other code. */
  Jacobian evaluatedBy(Optional<JacobianCode> code) {
    return new Jacobian(kind, function, variables, derivation, reliedOn, effort, code, ownRules);
  }

  private List<SparseRow> rows() {
    return derivation.rows();
  }

  /** The same formulas, with the rules of the text that they owe something to. */
  Jacobian byRules(List<String> names) {
    return new Jacobian(kind, function, variables, derivation, reliedOn, effort, stable, names);
  }

  /** The rules of the text that were applied: they were not proved, see {@code check --rules}. */
  public List<String> ownRules() {
    return ownRules;
  }

  private String byOwnRules() {
    return "by " + (ownRules.size() == 1 ? "rule " : "rules ") + String.join(", ", ownRules);
  }

  public Kind kind() {
    return kind;
  }

  /** The name of the function. */
  public String functionName() {
    return function.name();
  }

  public int rowCount() {
    return rows().size();
  }

  public int columnCount() {
    return variables.size();
  }

  private MatrixLabels labels() {
    return new MatrixLabels(kind, function, variables, derivation.outputs().size());
  }

  /** A label for each row: the output's name, or for a Hessian the variable's. */
  public List<String> rowLabels() {
    return labels().rows().stream().map(Label::text).toList();
  }

  /** A label for each column: the variable. */
  public List<String> columnLabels() {
    return labels().columns().stream().map(Label::text).toList();
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
    return closedForm(derivation.entry(function.pool(), row, column));
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
            derivation.outputs().get(row),
            variables.get(column),
            shown,
            detail);
  }

  /** Whether ∂fᵢ/∂xⱼ is 0 because fᵢ does not depend on xⱼ. */
  public boolean isStructuralZero(int row, int column) {
    return rows().get(row).position(column) < 0;
  }

  /** Conditions that simplification assumed, such as x ≠ 0, of any entry. */
  public List<ClosedForm> sideConditions() {
    return closedForms(derivation.allConditions());
  }

  /** Conditions that simplification of ∂fᵢ/∂xⱼ assumed. */
  public List<ClosedForm> sideConditions(int row, int column) {
    return closedForms(derivation.conditions(row, column));
  }

  /** The declared assumptions without which the closed forms would be others, such as k &gt; 0. */
  public List<ClosedForm> assumptions() {
    return closedForms(reliedOn.get());
  }

  private List<ClosedForm> closedForms(List<Expr> expressions) {
    return expressions.stream().map(this::closedForm).toList();
  }

  /** What the derivatives of kept functions are that the entries name: swish'(x) and its value. */
  public Map<ClosedForm, ClosedForm> keptDerivatives() {
    List<Expr> entries = new ArrayList<>();
    rows().forEach(row -> entries.addAll(row.entries()));
    Map<ClosedForm, ClosedForm> derivatives = new LinkedHashMap<>();
    for (KeptDefinitions.Line line : KeptDefinitions.of(function.pool(), entries)) {
      derivatives.put(closedForm(line.name()), closedForm(line.value()));
    }
    return derivatives;
  }

  /** A labelled, aligned matrix for a terminal, or one line for each entry if it is wide. */
  public String toText() {
    String text = new MatrixText(TEXT_WIDTH).print(matrixFormulas());
    return ownRules.isEmpty() ? text : text + "\n" + byOwnRules() + "\n";
  }

  /** A {@code bmatrix}, or aligned equations if it is wide, without delimiters. */
  public String toLatex() {
    String latex = new MatrixLatex(LATEX_WIDTH).print(matrixFormulas());
    return ownRules.isEmpty() ? latex : latex + "\n% " + byOwnRules();
  }

  /** Markdown ready to paste into a note. */
  public String toMarkdown() {
    String markdown = new MatrixMarkdown(LATEX_WIDTH).print(matrixFormulas());
    return ownRules.isEmpty() ? markdown : markdown + "\n*" + byOwnRules() + "*\n";
  }

  private MatrixFormulas matrixFormulas() {
    NumberStyle style = NumberStyle.of(function.written());
    return MatrixFormulas.of(matrix(), function.pool(), style, declaredNames())
        .under(Premises.of(reliedOn.get(), derivation.allConditions(), formulas));
  }

  private Matrix matrix() {
    List<SortedMap<Integer, Expr>> entries = new ArrayList<>();
    for (SparseRow row : rows()) {
      SortedMap<Integer, Expr> byColumn = new TreeMap<>();
      for (int p = 0; p < row.size(); p++) {
        byColumn.put(row.column(p), row.entry(p));
      }
      entries.add(byColumn);
    }
    return labels().matrix(entries);
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
    return kind == Kind.HIGHER ? function.outputs() : derivation.outputs();
  }

  private JacobianCode code(List<Expr> values) {
    return stable.isPresent()
        ? stable.get()
        : new JacobianCode(function, values, derivation.forms(), columnCount());
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
        sideConditions().stream().map(ClosedForm::toString).toList(),
        conditions().failingAt(List.copyOf(function.inputs()), inputs.toArray()).stream()
            .map(condition -> closedForm(condition) + " does not hold here")
            .toList());
  }

  /**
   * Compares every entry with Symja's own derivative of the function.
   *
   * @param limit the time that Symja has for one entry
   * @throws dev.nabla.symja.MissingSymjaException if Symja is not on the class path
   */
  public OracleReport secondOpinion(int points, long seed, Duration limit) {
    List<Expr> partials = new ArrayList<>();
    rows().forEach(row -> partials.addAll(row.dense(columnCount(), function.pool().zero())));
    OracleModel model =
        new OracleModel(
            function.pool(),
            function.inputs(),
            inputLabels(),
            derivation.outputs(),
            inputPositions(),
            partials,
            rowLabels(),
            columnLabels(),
            function.assumptions());
    return new SymjaOracle(model, this::described, limit).run(points, seed);
  }

  /**
   * The same matrix with the forms that Symja's FullSimplify found, where they are shorter and
   * stood a numeric test; and the remarks on entries for which Symja had none that did.
   *
   * @param limit the time that Symja has for one entry
   * @throws dev.nabla.symja.MissingSymjaException if Symja is not on the class path
   */
  public SymjaJacobian simplifiedBySymja(Duration limit) {
    SymjaForms forms = new SymjaForms(function, limit, labels()::entry);
    Derivation shorter = forms.of(derivation);
    return new SymjaJacobian(
        new Jacobian(kind, function, variables, shorter, reliedOn, effort, stable, ownRules),
        forms.remarks());
  }

  /** The label of each input of an evaluator, such as {@code x} or {@code W[1,2]}. */
  public List<String> inputLabels() {
    return function.inputs().stream().map(input -> MatrixLabels.of(input).text()).toList();
  }

  /** The places of the variables among the inputs. */
  private List<Integer> inputPositions() {
    Map<Element, Integer> slots = new HashMap<>();
    function.inputs().forEach(input -> slots.put(input, slots.size()));
    return variables.stream().map(slots::get).toList();
  }

  /** Text of an expression that need not be an entry, so its shared parts are its own. */
  private String described(Expr expression) {
    NumberStyle numbers = NumberStyle.of(function.written());
    FormulaBuilder own = new FormulaBuilder(numbers, List.of(expression), declaredNames());
    return new ClosedForm(expression, own).toString();
  }

  /** Compares the compiled evaluator with the numeric reference at random points. */
  public CheckReport check(int points, long seed) {
    JacobianCode code = code(derivation.outputs());
    JacobianEvaluator evaluator = code.compile();
    CheckModel model =
        new CheckModel(
            List.copyOf(function.inputs()),
            inputLabels(),
            new Unfolding(function.pool()).apply(derivation.outputs()),
            inputPositions(),
            evaluator::evaluate,
            rowLabels(),
            columnLabels(),
            new Unfolding(function.pool()).apply(function.assumptions()),
            conditions());
    return new NumericCheck(model, code.roundingBounds(), node -> closedForm(node).toString())
        .run(points, seed);
  }

  private SideConditions conditions() {
    Map<Integer, List<Expr>> conditions = new HashMap<>();
    for (int i = 0; i < rowCount(); i++) {
      int start = i * columnCount();
      derivation.conditions().get(i).forEach((j, some) -> conditions.put(start + j, some));
    }
    return new SideConditions(derivation.ofFunction(), conditions);
  }
}
