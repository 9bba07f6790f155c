package dev.nabla.check;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.function.FunctionTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * ∂fᵢ/∂xⱼ ≈ (fᵢ(x + h·eⱼ) − fᵢ(x − h·eⱼ))/2h in high precision: it knows no derivative rule.
 *
 * <p>First with 64 digits and h = 10⁻²²·|x|. Where both sides do not agree, or rounding could
 * matter, again with more digits and a smaller step: a gap that shrinks with the step is curvature,
 * one that stays is a kink.
 */
public final class NumericReference {
  /**
   * A precision.
   *
   * @param digits decimal digits of the arithmetic
   * @param step s, where the step is 10⁻ˢ relative to the input
   */
  public record Level(int digits, int step) {}

  static final List<Level> LEVELS =
      List.of(new Level(64, 22), new Level(128, 44), new Level(720, 66));

  /**
   * How a reference finds its values.
   *
   * @param text in words
   * @param levels the precisions, in the order in which they are tried
   */
  public record Method(String text, List<Level> levels) {
    public Method {
      levels = List.copyOf(levels);
    }
  }

  /** How this one does. */
  public static final Method METHOD =
      new Method(
          "central differences (f(x + h) - f(x - h))/2h of the function itself, h = 10^-stepDigits·|x|;"
              + " a finer level where a coarser one does not settle",
          LEVELS);

  /** Inputs below 10 to this power need no more digits than the levels have. */
  private static final int MODERATE = 8;

  private final Graph graph;
  private final List<Expr> values;
  private final int[] roots;
  private final List<Integer> wrt;
  private final List<BitSet> dependents;
  private final int[] conditions;
  private final BitSet doubleOnly = new BitSet();
  private final List<NodeArithmetic> arithmetic = new ArrayList<>();

  /**
   * The reference for the derivatives of {@code values} with respect to some inputs.
   *
   * @param wrt the positions of those inputs
   */
  public NumericReference(List<Expr> inputs, List<Expr> values, List<Integer> wrt) {
    this.graph = new Graph(inputs, values);
    this.values = List.copyOf(values);
    this.wrt = List.copyOf(wrt);
    this.roots = values.stream().mapToInt(graph::numberOf).toArray();
    this.dependents = new ArrayList<>(Collections.nCopies(wrt.size(), new BitSet()));
    for (Level level : LEVELS) {
      arithmetic.add(new NodeArithmetic(level.digits()));
    }
    List<Integer> comparisons = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      if (graph.node(i) instanceof Compare) {
        comparisons.add(i);
      } else if (graph.node(i) instanceof Apply apply
          && apply.function().definition().isEmpty()
          && FunctionTable.of(apply.function()).isDoubleOnly()) {
        doubleOnly.set(i);
      }
    }
    conditions = comparisons.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The values and partial derivatives at a point, each computed when asked for. */
  public ReferencePoint at(double[] point) {
    List<BigDecimal> exact = new ArrayList<>(point.length);
    int extra = 0;
    for (double x : point) {
      BigDecimal value = new BigDecimal(x);
      exact.add(value);
      if (value.signum() != 0) {
        extra = Math.max(extra, -exponent(value));
        // sin(1e100) needs all digits of its argument, and of what a few operations make of it.
        extra = Math.max(extra, exponent(value) > MODERATE ? 3 * exponent(value) : 0);
      }
    }
    return new ReferencePoint(this, exact, extra);
  }

  /** 10^(k − step), where |x| &lt; 10^k; for x = 0 as for 1. */
  static BigDecimal step(BigDecimal x, Level level) {
    int scale = x.signum() == 0 ? 0 : exponent(x);
    return BigDecimal.ONE.scaleByPowerOfTen(scale - level.step());
  }

  private static int exponent(BigDecimal x) {
    return x.precision() - x.scale();
  }

  /** The functions whose values have no more digits than a double. */
  Set<String> doubleOnly() {
    Set<String> names = new TreeSet<>();
    doubleOnly.stream()
        .forEach(number -> names.add(((Apply) graph.node(number)).function().name()));
    return names;
  }

  /** Whether a row depends on a column's input by way of such a function. */
  boolean isDoubleOnly(int root, int column) {
    if (doubleOnly.isEmpty()) {
      return false;
    }
    BitSet path = graph.below(root);
    path.and(dependents(column));
    return path.intersects(doubleOnly);
  }

  Graph graph() {
    return graph;
  }

  List<Expr> values() {
    return values;
  }

  int root(int row) {
    return roots[row];
  }

  /** The position among the inputs of column {@code column}. */
  int input(int column) {
    return wrt.get(column);
  }

  /** The numbers of the comparisons, for the branches they decide. */
  int[] conditions() {
    return conditions;
  }

  /** The nodes that depend on a column's input; found once. */
  BitSet dependents(int column) {
    if (dependents.get(column).isEmpty()) {
      dependents.set(column, graph.dependents(input(column)));
    }
    return dependents.get(column);
  }

  /** The arithmetic of a level; with more digits where an input is tiny, so that steps are too. */
  NodeArithmetic arithmetic(int level, int extraDigits) {
    return extraDigits == 0
        ? arithmetic.get(level)
        : new NodeArithmetic(LEVELS.get(level).digits() + extraDigits);
  }
}
