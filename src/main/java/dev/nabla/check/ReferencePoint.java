package dev.nabla.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A function's values and partial derivatives at one point, by differences; not thread-safe.
 *
 * <p>Obtained from {@link NumericReference#at}.
 */
public final class ReferencePoint {
  /** By how many powers of ten a second step is wider. */
  private static final int WIDER = 6;

  private static final int LARGEST_DOUBLE = 309;
  private static final int CERTAIN_DIGITS = 20;

  private final NumericReference reference;
  private final Graph graph;
  private final List<BigDecimal> point;
  private final int extraDigits;
  private final List<HighPrecisionEvaluator> evaluators = new ArrayList<>();
  private final List<Integer> magnitudes = new ArrayList<>();

  ReferencePoint(NumericReference reference, List<BigDecimal> point, int extraDigits) {
    this.reference = reference;
    this.graph = reference.graph();
    this.point = List.copyOf(point);
    this.extraDigits = extraDigits;
  }

  /** fᵢ at the point. */
  public Outcome value(int row) {
    return evaluator(0).value(reference.root(row));
  }

  /**
   * fᵢ at the point, which has a value there, with what cancellation left uncertain: with more
   * digits until 20 of them are certain.
   */
  ReferencePartial.Derivative certainValue(int row) {
    int root = reference.root(row);
    ReferencePartial.Derivative known =
        new ReferencePartial.Derivative(value(row).real(), noise(0));
    for (int level = 1; level < NumericReference.LEVELS.size() && !isCertain(known); level++) {
      // At the edge of a domain, more digits may find themselves on the other side.
      if (!(evaluator(level).value(root) instanceof Outcome.Real finer)) {
        return known;
      }
      boolean isZero = finer.value().signum() == 0 && known.value().signum() == 0;
      known = new ReferencePartial.Derivative(finer.value(), noise(level));
      if (isZero) {
        return known;
      }
    }
    return known;
  }

  private static boolean isCertain(ReferencePartial.Derivative known) {
    BigDecimal needed = known.uncertainty().scaleByPowerOfTen(CERTAIN_DIGITS);
    return known.value().abs().compareTo(needed) >= 0;
  }

  /** The roundings of all the nodes together; two digits are for their number. */
  private BigDecimal noise(int level) {
    evaluator(level);
    int digits = NumericReference.LEVELS.get(level).digits() + extraDigits(level);
    return BigDecimal.ONE.scaleByPowerOfTen(magnitudes.get(level) - digits + 2);
  }

  /** Whether an intermediate value, to the power {@code power}, is beyond a double's range. */
  public boolean exceedsDouble(int power) {
    evaluator(0);
    return magnitudes.get(0) * power >= LARGEST_DOUBLE;
  }

  /** ∂fᵢ/∂xⱼ for all rows i, where j is the input of {@code column}. */
  public List<ReferencePartial> column(int column) {
    List<Stencil> stencils = new ArrayList<>();
    stencils.add(stencil(column, 0));
    BitSet flipped = stencils.get(0).flippedConditions(reference.conditions());
    List<ReferencePartial> partials = new ArrayList<>(reference.values().size());
    for (int row = 0; row < reference.values().size(); row++) {
      partials.add(partial(row, column, stencils, flipped));
    }
    return partials;
  }

  /**
   * ∂fᵢ/∂xⱼ for one row, where j is the input of {@code column}; where a condition changes, the
   * differences tell whether f is smooth all the same, as sin(x)/x continued by 1 is.
   */
  ReferencePartial partial(int row, int column) {
    List<Stencil> stencils = new ArrayList<>();
    stencils.add(stencil(column, 0));
    return partial(row, column, stencils, new BitSet());
  }

  private ReferencePartial partial(int row, int column, List<Stencil> stencils, BitSet flipped) {
    int root = reference.root(row);
    Outcome here = value(row);
    if (!here.isReal()) {
      return new ReferencePartial.NoValue(here);
    }
    if (!reference.dependents(column).get(root)) {
      return new ReferencePartial.Derivative(BigDecimal.ZERO, BigDecimal.ZERO);
    }
    Optional<Outcome> missing = stencils.get(0).missing(root);
    if (missing.isPresent()) {
      return new ReferencePartial.NoValue(missing.get());
    }
    if (!flipped.isEmpty()) {
      BitSet relevant = graph.below(root);
      relevant.and(flipped);
      if (!relevant.isEmpty()) {
        return new ReferencePartial.Kink(graph.node(relevant.nextSetBit(0)));
      }
    }
    return reference.isDoubleOnly(root, column)
        ? fromDoubles(root, column)
        : settle(root, column, stencils);
  }

  /** Where some value on the way has a double's digits only, so have the differences. */
  private ReferencePartial fromDoubles(int root, int column) {
    int input = reference.input(column);
    BitSet dependents = reference.dependents(column);
    HighPrecisionEvaluator here = evaluator(0);
    DoubleDifferences differences =
        new DoubleDifferences(
            point.get(input),
            here.value(root).real().doubleValue(),
            x ->
                here.shifted(input, x, dependents).value(root) instanceof Outcome.Real number
                    ? Optional.of(number.value().doubleValue())
                    : Optional.empty());
    if (differences.isPossible() && differences.hasKink()) {
      return new ReferencePartial.Kink(graph.node(root));
    }
    return (differences.isPossible()
            ? differences.derivative()
            : Optional.<ReferencePartial.Derivative>empty())
        .<ReferencePartial>map(derivative -> derivative)
        .orElseGet(
            () ->
                new ReferencePartial.NoValue(
                    new Outcome.Undefined(
                        graph.node(root), "differences of doubles do not tell the derivative")));
  }

  private ReferencePartial settle(int root, int column, List<Stencil> stencils) {
    Difference coarse = stencils.get(0).difference(root);
    if (coarse.isSettled()) {
      return coarse.isSteep() ? steep(root, column, coarse) : coarse.derivative();
    }
    for (int level = 1; level < NumericReference.LEVELS.size(); level++) {
      if (stencils.size() == level) {
        stencils.add(stencil(column, level));
      }
      Stencil stencil = stencils.get(level);
      Optional<Outcome> missing = stencil.missing(root);
      if (missing.isPresent()) {
        return new ReferencePartial.NoValue(missing.get());
      }
      Difference fine = stencil.difference(root);
      if (fine.isSettled()) {
        return fine.isWithin(stencil.step()) ? tiny(root, column, level, fine) : fine.derivative();
      }
      if (fine.isKinkAfter(coarse)) {
        return new ReferencePartial.Kink(
            graph.node(stencil.firstKink(stencils.get(level - 1), graph.below(root))));
      }
      if (!fine.isFlat() && fine.shrankFrom(coarse)) {
        return fine.limitAfter(coarse);
      }
      coarse = fine;
    }
    return new ReferencePartial.Unresolved(graph.node(root));
  }

  /** A large derivative, or none where the difference quotient grows with a smaller step. */
  private ReferencePartial steep(int root, int column, Difference coarse) {
    Stencil stencil = stencil(column, 1);
    boolean vertical =
        stencil.missing(root).isEmpty() && stencil.difference(root).growsFrom(coarse);
    return vertical ? new ReferencePartial.Kink(graph.node(root)) : coarse.derivative();
  }

  /** A derivative as small as what a step leaves out: 0 where it shrinks with the step. */
  private ReferencePartial tiny(int root, int column, int level, Difference fine) {
    NumericReference.Level settings = NumericReference.LEVELS.get(level);
    NumericReference.Level wider =
        new NumericReference.Level(settings.digits(), settings.step() - WIDER);
    Stencil stencil = stencil(column, level, wider);
    return stencil.missing(root).isEmpty() && stencil.difference(root).growsFrom(fine)
        ? fine.nothing()
        : fine.derivative();
  }

  private Stencil stencil(int column, int level) {
    return stencil(column, level, NumericReference.LEVELS.get(level));
  }

  private Stencil stencil(int column, int level, NumericReference.Level settings) {
    int input = reference.input(column);
    BigDecimal x = point.get(input);
    BigDecimal step = NumericReference.step(x, settings);
    BitSet dependents = reference.dependents(column);
    HighPrecisionEvaluator here = evaluator(level);
    HighPrecisionEvaluator after = here.shifted(input, x.add(step), dependents);
    HighPrecisionEvaluator before = here.shifted(input, x.subtract(step), dependents);
    BigDecimal noiseOfDifference = noise(level).divide(step, MathContext.DECIMAL32);
    return new Stencil(after, here, before, step, noiseOfDifference, dependents);
  }

  private HighPrecisionEvaluator evaluator(int level) {
    while (evaluators.size() <= level) {
      int next = evaluators.size();
      NodeArithmetic arithmetic = reference.arithmetic(next, extraDigits(next));
      evaluators.add(new HighPrecisionEvaluator(graph, point, arithmetic));
      for (int row = 0; row < reference.values().size(); row++) {
        evaluators.get(next).value(reference.root(row));
      }
      magnitudes.add(evaluators.get(next).magnitude());
    }
    return evaluators.get(level);
  }

  /** For tiny steps, and for the leading digits of large values, which a difference cancels. */
  private int extraDigits(int level) {
    return level == 0 ? extraDigits : extraDigits + magnitudes.get(0);
  }
}
