package dev.nabla;

import dev.nabla.array.ArrayDifferentiator;
import dev.nabla.explain.Detail;
import dev.nabla.explain.Explanation;
import dev.nabla.explain.IndexedExplainer;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.print.Equations;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.KnownSizes;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.resolve.SizeText;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.Level;
import dev.nabla.tape.JacobianTape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A function of scalars and arrays, ready to be differentiated: {@link #indexedJacobian} with sizes
 * that may be symbols, {@link #jacobian} written out in scalars, for which every size needs a
 * value.
 */
public final class VectorFunction {
  private final IndexedFunction indexed;
  private final Effort effort;
  private final SortedMap<String, Integer> sizes;
  private Optional<ScalarFunction> expanded = Optional.empty();

  VectorFunction(IndexedFunction indexed, Map<String, Integer> sizes) {
    this(indexed, sizes, Effort.FULL);
  }

  private VectorFunction(IndexedFunction indexed, Map<String, Integer> sizes, Effort effort) {
    this.indexed = indexed;
    this.sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
    this.effort = effort;
  }

  /** The same function; what is derived from it is simplified that far. */
  public VectorFunction simplifying(Effort newEffort) {
    return new VectorFunction(indexed, sizes, newEffort);
  }

  /** The text that it was read from. */
  public String text() {
    return indexed.source().text();
  }

  /** The sizes that were given apart from the text, by name. */
  public SortedMap<String, Integer> givenSizes() {
    return sizes;
  }

  /** The name it was defined with. */
  public String name() {
    return indexed.name();
  }

  /** Whether every size has a value. */
  public boolean hasSizes() {
    return new KnownSizes(indexed).areComplete();
  }

  /** Whether an argument or the output is an array, or a function of a whole array is used. */
  public boolean hasArrays() {
    return !indexed.output().sizes().isEmpty()
        || indexed.variables().stream().anyMatch(argument -> !argument.sizes().isEmpty())
        || indexed.parameters().stream().anyMatch(argument -> !argument.sizes().isEmpty());
  }

  /**
   * Whether only loops evaluate it well: inputs are used as indices, which loops check, or a matrix
   * is inverted, which loops do with pivoting.
   */
  public boolean isMadeForLoops() {
    return !indexed.indexInputs().isEmpty()
        || Traversal.postOrder(indexed.output().element()).stream()
            .anyMatch(
                node -> node instanceof ArrayApply apply && apply.function().argumentRank() == 2);
  }

  /**
   * The number of scalar outputs times the number of scalar variables.
   *
   * @throws dev.nabla.source.NablaException if a size has no value
   */
  public long entryCount() {
    KnownSizes sizes = new KnownSizes(indexed);
    long columns = 0;
    for (IndexedFunction.Argument argument : indexed.variables()) {
      columns += count(sizes.of(argument));
    }
    return columns * count(sizes.ofOutput());
  }

  private static long count(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  IndexedFunction indexed() {
    return indexed;
  }

  synchronized ScalarFunction function() {
    if (expanded.isEmpty()) {
      expanded = Optional.of(new Expander(indexed).expand());
    }
    return expanded.get();
  }

  /** The sizes that have no value, by name, in the order of the arguments. */
  public List<String> openSizes() {
    return indexed.openSizes().stream().map(Symbol::name).toList();
  }

  /** The size of each axis of each argument: a number, a name, or a formula of names. */
  public Map<String, List<String>> argumentSizes() {
    Map<String, List<String>> sizes = new LinkedHashMap<>();
    for (List<IndexedFunction.Argument> arguments :
        List.of(indexed.variables(), indexed.parameters())) {
      for (IndexedFunction.Argument argument : arguments) {
        sizes.put(argument.symbol().name(), argument.sizes().stream().map(SizeText::of).toList());
      }
    }
    return sizes;
  }

  /** The same function with some sizes given. */
  public VectorFunction at(Map<String, Integer> sizes) {
    Map<String, Integer> all = new TreeMap<>(this.sizes);
    all.putAll(sizes);
    return new VectorFunction(indexed.at(sizes), all, effort);
  }

  // ---- with indices

  /** The Jacobian with indices, for all variables. */
  public IndexedJacobian indexedJacobian() {
    return indexedJacobian(List.of());
  }

  /**
   * The Jacobian with indices, for the named variables only.
   *
   * @throws IllegalArgumentException for a name that is no variable
   */
  public IndexedJacobian indexedJacobian(List<String> variables) {
    return indexed(Jacobian.Kind.JACOBIAN, arguments(variables));
  }

  /**
   * The gradient with indices of a function with one output.
   *
   * @throws IllegalArgumentException if there is more than one output, or a name is no variable
   */
  public IndexedJacobian indexedGradient(List<String> variables) {
    requireScalar("a gradient");
    return indexed(Jacobian.Kind.GRADIENT, arguments(variables));
  }

  /**
   * The gradient with indices where the output is a scalar, whose evaluator goes backward through
   * the function; else the Jacobian with indices.
   *
   * @throws IllegalArgumentException for a name that is no variable
   */
  public IndexedJacobian indexedDerivative(List<String> variables) {
    return indexed.output().sizes().isEmpty()
        ? indexedGradient(variables)
        : indexedJacobian(variables);
  }

  /**
   * The Hessian with indices of a function with one output: the Jacobian of its gradient by the
   * first of the named variables.
   *
   * @throws IllegalArgumentException if there is more than one output, or a name is no variable
   */
  public IndexedJacobian indexedHessian(List<String> variables) {
    requireScalar("a Hessian");
    List<IndexedFunction.Argument> arguments = arguments(variables);
    return new IndexedJacobian(
        Jacobian.Kind.HESSIAN,
        new ArrayDifferentiator(indexed, effort).hessian(arguments.get(0), arguments),
        arguments,
        effort);
  }

  /**
   * How ∂f/∂x is derived with indices, line by line.
   *
   * @param variable the name of x
   * @throws IllegalArgumentException for a name that is no variable
   */
  public Explanation explain(String variable, Detail detail) {
    return new IndexedExplainer(indexed, effort)
        .explain(arguments(List.of(variable)).get(0), detail);
  }

  /**
   * How ∂²f/∂x∂y is derived with indices, line by line, from ∂f/∂x.
   *
   * @throws IllegalArgumentException for a name that is no variable, or several outputs
   */
  public Explanation explainHessian(String first, String second, Detail detail) {
    requireScalar("a Hessian");
    return new IndexedExplainer(indexed, effort)
        .explainHessian(
            arguments(List.of(first)).get(0), arguments(List.of(second)).get(0), detail);
  }

  /**
   * J·v in closed form, array by array: the tangent of each array that the text names.
   *
   * @param variables names of variables; empty for all
   * @param notation INDEX or MATRIX
   */
  public Equations tangents(List<String> variables, Notation notation) {
    return new PassDeriver(indexed, arguments(variables)).tangents(notation);
  }

  /**
   * uᵀJ in closed form, array by array, from the output back to the variables: the cotangent of
   * each array that the text names. For a function with one output these are its derivatives.
   *
   * @param variables names of variables; empty for all
   * @param notation INDEX or MATRIX
   */
  public Equations cotangents(List<String> variables, Notation notation) {
    return new PassDeriver(indexed, arguments(variables)).cotangents(notation);
  }

  private IndexedJacobian indexed(Jacobian.Kind kind, List<IndexedFunction.Argument> arguments) {
    return new IndexedJacobian(
        kind, new ArrayDifferentiator(indexed, effort).jacobian(arguments), arguments, effort);
  }

  private void requireScalar(String what) {
    if (!indexed.output().sizes().isEmpty()) {
      throw new IllegalArgumentException(
          what + " needs a function with one output; '" + name() + "' has an array: use jacobian");
    }
  }

  private List<IndexedFunction.Argument> arguments(List<String> names) {
    return new Variables(indexed).arguments(names);
  }

  // ---- written out

  /** The number of scalar outputs. */
  public int outputCount() {
    return function().outputs().size();
  }

  /** Where to put the values of the arguments, by name. */
  public InputValues.Builder inputs() {
    return new InputValues.Builder(function().inputs());
  }

  /** The Jacobian ∂fᵢ/∂xⱼ for all variables. */
  public Jacobian jacobian() {
    return jacobian(List.of());
  }

  /**
   * The Jacobian for the named variables only.
   *
   * @param variables names of variables, in the order of the columns; empty for all
   * @throws IllegalArgumentException for a name that is no variable
   */
  public Jacobian jacobian(List<String> variables) {
    return new JacobianDeriver(function(), effort)
        .jacobian(columns(variables))
        .evaluatedBy(stableCode(() -> indexedJacobian(variables)));
  }

  /** The gradient ∂f/∂xⱼ of a function with one output, for all variables. */
  public Jacobian gradient() {
    return gradient(List.of());
  }

  /**
   * The gradient ∂f/∂xⱼ of a function with one output, as a Jacobian of one row.
   *
   * @throws IllegalArgumentException if there is more than one output, or a name is no variable
   */
  public Jacobian gradient(List<String> variables) {
    requireOneOutput("a gradient");
    return new JacobianDeriver(function(), effort)
        .gradient(columns(variables))
        .evaluatedBy(stableCode(() -> indexedJacobian(variables)));
  }

  /** The Hessian ∂²f/∂xᵢ∂xⱼ of a function with one output, for all variables. */
  public Jacobian hessian() {
    return hessian(List.of());
  }

  /**
   * The Hessian ∂²f/∂xᵢ∂xⱼ of a function with one output: the Jacobian of its gradient, so an
   * evaluator's values are the gradient.
   *
   * @throws IllegalArgumentException if there is more than one output, or a name is no variable
   */
  public Jacobian hessian(List<String> variables) {
    requireOneOutput("a Hessian");
    return new JacobianDeriver(function(), effort)
        .hessian(columns(variables))
        .evaluatedBy(
            arguments(variables).size() == 1
                ? stableCode(() -> indexedHessian(variables))
                : Optional.empty());
  }

  /**
   * dⁿf/dxⁿ of a function with one output and one variable.
   *
   * @param variables the variable's name; empty if there is only one
   * @param order n, from 1 to 100
   * @throws IllegalArgumentException if there is more than one output or variable
   */
  public Jacobian derivative(List<String> variables, int order) {
    requireOneOutput("a higher derivative");
    return new JacobianDeriver(function(), effort).derivative(columns(variables), order);
  }

  /** Only arrays have sums of exponentials that could overflow. */
  private Optional<JacobianCode> stableCode(Supplier<IndexedJacobian> derivation) {
    return StableCode.mayBeNeeded(indexed) ? derivation.get().stableCode() : Optional.empty();
  }

  /**
   * An evaluator of derivatives, derived operation by operation without closed forms: at once, and
   * with fewer operations. What is removable in a closed form (x²/x at 0) is not removed here.
   *
   * @param kind JACOBIAN, GRADIENT or HESSIAN
   * @param variables names of variables, in the order of the columns; empty for all
   * @throws IllegalArgumentException for a name that is no variable, or a gradient or Hessian of
   *     several outputs
   */
  public JacobianEvaluator evaluator(
      Jacobian.Kind kind, List<String> variables, EvaluatorOptions options) {
    return DerivativeCode.of(this, kind, variables, options).compile();
  }

  /**
   * The Jacobian as the chain rule gives it, unsimplified, whose code is derived operation by
   * operation: to evaluate or check what {@link #evaluator} gives.
   */
  public Jacobian derivedJacobian(List<String> variables) {
    return DerivativeCode.jacobian(this, variables, effort.atMost(Level.NONE));
  }

  /** The evaluator of values and the dense Jacobian by all variables. */
  public JacobianEvaluator evaluator() {
    return evaluator(Jacobian.Kind.JACOBIAN, List.of(), EvaluatorOptions.standard());
  }

  /** The instructions of an {@link #evaluator}, and what each stage of their making left. */
  public JacobianTape derivativeTape(
      Jacobian.Kind kind, List<String> variables, EvaluatorOptions options) {
    return DerivativeCode.of(this, kind, variables, options).tape();
  }

  void requireOneOutput(String what) {
    if (outputCount() != 1) {
      throw new IllegalArgumentException(
          what
              + " needs a function with one output; '"
              + name()
              + "' has "
              + outputCount()
              + ": use jacobian");
    }
  }

  List<Element> columns(List<String> names) {
    return new Variables(indexed).elements(names, function());
  }

  /** The names of the variables, in declared order. */
  public List<String> variables() {
    return new Variables(indexed).names();
  }
}
