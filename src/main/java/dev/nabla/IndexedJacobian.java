package dev.nabla;

import dev.nabla.array.ArrayDifferentiator;
import dev.nabla.array.ArrayJacobian;
import dev.nabla.array.ArrayProgram;
import dev.nabla.array.DerivativeProgram;
import dev.nabla.array.JacobianProgram;
import dev.nabla.array.RangeSplitting;
import dev.nabla.array.SparseProgram;
import dev.nabla.array.SparsityPattern;
import dev.nabla.array.Structure;
import dev.nabla.array.StructureFinder;
import dev.nabla.check.CheckReport;
import dev.nabla.check.ConditionEstimate;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import dev.nabla.loop.LoopCompiler;
import dev.nabla.loop.LoopErrorBound;
import dev.nabla.print.Equations;
import dev.nabla.print.JacobianEquations;
import dev.nabla.print.Label;
import dev.nabla.print.Layout;
import dev.nabla.print.Matrix;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.KnownSizes;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.Reliance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ∂f/∂x for each variable of a function of arrays, one formula for all elements; sizes need no
 * value until it is compiled, and neither the formula nor what it costs depends on them.
 */
public final class IndexedJacobian {
  private final Jacobian.Kind kind;
  private final ArrayJacobian jacobian;
  private final List<IndexedFunction.Argument> variables;
  private final Effort effort;

  IndexedJacobian(
      Jacobian.Kind kind,
      ArrayJacobian jacobian,
      List<IndexedFunction.Argument> variables,
      Effort effort) {
    this.effort = effort;
    this.kind = kind;
    this.jacobian = jacobian;
    this.variables = List.copyOf(variables);
  }

  /** The derivative as data: one block for each variable. */
  public ArrayJacobian blocks() {
    return jacobian;
  }

  /**
   * The formulas, their shapes and what their names stand for.
   *
   * @param notation INDEX or MATRIX
   * @param layout the layout of matrices
   * @throws IllegalArgumentException for ENTRIES: write the Jacobian out instead
   */
  public Equations equations(Notation notation, Layout layout) {
    IndexedFunction function = jacobian.function();
    Equations equations = equations(jacobian, notation, layout);
    List<Expr> reliedOn =
        Reliance.of(
            function.assumptions(),
            kept ->
                equations(derived(function.assuming(kept)), notation, layout).equals(equations));
    return equations.relyingOn(reliedOn, function);
  }

  private ArrayJacobian derived(IndexedFunction function) {
    ArrayDifferentiator differentiator = new ArrayDifferentiator(function, effort);
    return kind == Jacobian.Kind.HESSIAN
        ? differentiator.hessian(variables.get(0), variables)
        : differentiator.jacobian(variables);
  }

  private Equations equations(ArrayJacobian jacobian, Notation notation, Layout layout) {
    JacobianEquations equations = new JacobianEquations(jacobian, matrixKind(), layout, effort);
    return switch (notation) {
      case INDEX -> equations.inIndexNotation();
      case MATRIX -> equations.inMatrixNotation();
      case ENTRIES ->
          throw new IllegalArgumentException(
              "single entries need sizes with a value: use VectorFunction.jacobian");
    };
  }

  private Matrix.Kind matrixKind() {
    return switch (kind) {
      case JACOBIAN -> Matrix.Kind.JACOBIAN;
      case GRADIENT -> Matrix.Kind.GRADIENT;
      case HESSIAN -> Matrix.Kind.HESSIAN;
      case HIGHER ->
          throw new IllegalStateException("a higher derivative of arrays has no notation");
    };
  }

  /** The formulas for a terminal, numerator layout. */
  public String toText(Notation notation) {
    return equations(notation, Layout.NUMERATOR).toText();
  }

  /** The formulas in LaTeX, without delimiters, numerator layout. */
  public String toLatex(Notation notation) {
    return equations(notation, Layout.NUMERATOR).toLatex();
  }

  /**
   * Compiles values and the dense matrix, row-major, to loops.
   *
   * @param sizes the sizes that the text leaves open
   * @throws IllegalArgumentException if a size is missing or below 1, or the matrix too large
   */
  public RolledEvaluator compile(Map<String, Integer> sizes) {
    return evaluator(program(), sizes, 0);
  }

  /** What the block of each variable is made of, in the order of the variables. */
  public List<Structure> structure() {
    return jacobian.blocks().stream()
        .map(block -> StructureFinder.of(jacobian.function().pool(), block))
        .toList();
  }

  /**
   * Where the nonzeros stand.
   *
   * @throws IllegalArgumentException if a size is missing, or if that depends on values of inputs
   */
  public SparsityPattern pattern(Map<String, Integer> sizes) {
    return SparsityPattern.of(jacobian, sizes);
  }

  /**
   * Compiles values and the nonzeros, in the order of the {@link #pattern}.
   *
   * @throws IllegalArgumentException as {@link #compile}
   */
  public RolledEvaluator compileSparse(Map<String, Integer> sizes) {
    return evaluator(SparseProgram.of(jacobian, sizes), sizes, 0);
  }

  /** The steps that {@link #compile} compiles. */
  public ArrayProgram program() {
    return kind == Jacobian.Kind.GRADIENT
        ? new DerivativeProgram(jacobian.function(), variables).gradient()
        : JacobianProgram.dense(jacobian);
  }

  /**
   * Values and the dense matrix at a point, by loops.
   *
   * @param sizes the sizes that the text leaves open
   * @throws IllegalArgumentException as {@link #compile}
   */
  public Evaluation evaluate(InputValues inputs, Map<String, Integer> sizes) {
    RolledEvaluator evaluator = compile(sizes);
    double[] values = new double[evaluator.rowCount()];
    double[] partials =
        new double[Math.multiplyExact(evaluator.rowCount(), evaluator.columnCount())];
    List<String> remarks =
        evaluator.evaluateReporting(inputs.toArray(), new double[0], values, partials);
    return new Evaluation(
        rowLabels(sizes),
        columnLabels(sizes),
        Arrays.stream(values).boxed().toList(),
        Arrays.stream(partials).boxed().toList(),
        sideConditions(),
        remarks);
  }

  private List<String> sideConditions() {
    if (jacobian.sideConditions().isEmpty()) {
      return List.of();
    }
    return equations(jacobian, Notation.INDEX, Layout.NUMERATOR)
        .premises()
        .sideConditions()
        .stream()
        .map(Equations.Rendering::text)
        .toList();
  }

  /** Where to put the values of the arguments, by name. */
  public InputValues.Builder inputs(Map<String, Integer> sizes) {
    return InputValues.Builder.of(arguments(sizes));
  }

  /** The label of each input of an evaluator, such as {@code x} or {@code W[1,2]}. */
  public List<String> inputLabels(Map<String, Integer> sizes) {
    return arguments(sizes).stream()
        .flatMap(argument -> labels(argument.name(), argument.sizes()).stream())
        .toList();
  }

  private List<RolledEvaluator.Argument> arguments(Map<String, Integer> sizes) {
    KnownSizes known = new KnownSizes(jacobian.function(), sizes);
    return Stream.concat(
            jacobian.function().variables().stream(), jacobian.function().parameters().stream())
        .map(argument -> new RolledEvaluator.Argument(argument.symbol().name(), known.of(argument)))
        .toList();
  }

  /** A label for each row: the output's elements, or for a Hessian those of the variable. */
  public List<String> rowLabels(Map<String, Integer> sizes) {
    KnownSizes known = new KnownSizes(jacobian.function(), sizes);
    return jacobian
        .gradientOf()
        .map(symbol -> labels(symbol.name(), known.of(argument(symbol))))
        .orElseGet(() -> labels(jacobian.function().name(), known.ofOutput()));
  }

  /** A label for each column: the variables' elements. */
  public List<String> columnLabels(Map<String, Integer> sizes) {
    KnownSizes known = new KnownSizes(jacobian.function(), sizes);
    return variables.stream()
        .flatMap(variable -> labels(variable.symbol().name(), known.of(variable)).stream())
        .toList();
  }

  private IndexedFunction.Argument argument(Symbol symbol) {
    return jacobian.function().variables().stream()
        .filter(argument -> argument.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(String name, List<Integer> sizes) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < product(sizes); i++) {
      labels.add(Label.of(name, MatrixLabels.indices(i, sizes)).text());
    }
    return labels;
  }

  /**
   * Compiles f and J·v: the seed v holds the variables' tangents one behind the other. It costs a
   * small multiple of f.
   *
   * @throws IllegalArgumentException as {@link #compile}, or for a Hessian
   */
  public RolledEvaluator compileTangent(Map<String, Integer> sizes) {
    return evaluator(derivative().pushforward(), sizes, columnCount(sizes));
  }

  /**
   * Compiles f and uᵀJ: the seed u is shaped like the output. It costs a small multiple of f.
   *
   * @throws IllegalArgumentException as {@link #compile}, or for a Hessian
   */
  public RolledEvaluator compileCotangent(Map<String, Integer> sizes) {
    return evaluator(derivative().pullback(), sizes, rowCount(sizes));
  }

  /**
   * Compares the evaluator made of loops with the numeric reference at random points; the function
   * is written out in scalars for the reference only.
   *
   * @param sizes the sizes that the text leaves open
   */
  public CheckReport check(Map<String, Integer> sizes, int points, long seed) {
    LoopErrorBound bound = new LoopErrorBound(RangeSplitting.apply(program(), sizes), sizes);
    return new RolledCheck(jacobian, variables, sizes, rowLabels(sizes))
        .run(
            compile(sizes),
            inputs -> {
              LoopErrorBound.Bounds errors = bound.at(inputs);
              return new ConditionEstimate.Bounds(
                  Arrays.stream(errors.values()).boxed().toList(),
                  Arrays.stream(errors.partials()).boxed().toList());
            },
            points,
            seed);
  }

  /** The code without loops, stable where a sum of exponentials demands it. */
  Optional<JacobianCode> stableCode() {
    if (!StableCode.isNeeded(jacobian)) {
      return Optional.empty();
    }
    StableCode scalars = new StableCode(jacobian, variables, Map.of());
    return Optional.of(scalars.code(scalars.primitives()));
  }

  /**
   * The forms without loops in which doubles evaluate it, where sums of exponentials demand them.
   */
  Optional<StableCode.Forms> stableForms() {
    return StableCode.isNeeded(jacobian)
        ? Optional.of(new StableCode(jacobian, variables, Map.of()).forms())
        : Optional.empty();
  }

  private DerivativeProgram derivative() {
    if (kind == Jacobian.Kind.HESSIAN) {
      throw new IllegalArgumentException(
          "products with a Hessian: write the gradient as a function of its own");
    }
    return new DerivativeProgram(jacobian.function(), variables);
  }

  private RolledEvaluator evaluator(ArrayProgram program, Map<String, Integer> sizes, int seed) {
    return new RolledEvaluator(
        LoopCompiler.compile(RangeSplitting.apply(program, sizes), sizes),
        arguments(sizes),
        seed,
        rowCount(sizes),
        columnCount(sizes));
  }

  /** The number of scalar rows: outputs, or for a Hessian elements of the first variable. */
  private int rowCount(Map<String, Integer> sizes) {
    KnownSizes known = new KnownSizes(jacobian.function(), sizes);
    return jacobian
        .gradientOf()
        .map(symbol -> product(known.of(argument(symbol))))
        .orElseGet(() -> product(known.ofOutput()));
  }

  private int columnCount(Map<String, Integer> sizes) {
    KnownSizes known = new KnownSizes(jacobian.function(), sizes);
    return variables.stream().mapToInt(argument -> product(known.of(argument))).sum();
  }

  private static int product(List<Integer> sizes) {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }
}
