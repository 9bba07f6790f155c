package dev.nabla.explain;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.NumericReference;
import dev.nabla.check.Outcome;
import dev.nabla.check.ReferencePartial;
import dev.nabla.check.ReferencePoint;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a derivation at one point. */
final class Place {
  /** How two lines compare. */
  enum Comparison {
    EQUAL,
    DIFFERENT,
    /** The line before has a value and this one has none. */
    LOST,
    /** The line before has no value, or differences do not tell it. */
    UNKNOWN
  }

  private static final MathContext CONTEXT = MathContext.DECIMAL128;

  /** What differences leave uncertain, in units of the largest number on the way. */
  private static final BigDecimal OF_DIFFERENCES = new BigDecimal("1e-12");

  private static final BigDecimal TIGHT = new BigDecimal("1e-25");
  private static final List<Integer> DIGITS = List.of(60, 200, 800);

  private final List<Element> inputs;
  private final double[] point;
  private final List<Expr> known;
  private final Set<Expr> estimated = new HashSet<>();
  private final List<BigDecimal> values = new ArrayList<>();
  private final List<Expr> symbols;
  private final Map<Integer, HighPrecisionEvaluator> evaluators = new HashMap<>();
  private final Graph graph;
  private BigDecimal uncertainty = BigDecimal.ZERO;

  Place(
      ExprPool pool,
      List<Element> inputs,
      Map<Expr, LineCheck.Pending> pending,
      NumericReference reference,
      double[] point,
      List<Expr> lines) {
    this.inputs = inputs;
    this.point = point.clone();
    this.symbols = new ArrayList<>(inputs);
    for (double x : point) {
      values.add(new BigDecimal(x));
    }
    Map<Expr, Expr> missing = new HashMap<>();
    Expr none = pool.apply(FunctionTable.get("log"), pool.num(-1));
    estimate(reference.at(point), pending).forEach(symbol -> missing.put(symbol, none));
    Substitution substitution = new Substitution(pool, missing);
    this.known = lines.stream().map(substitution::apply).toList();
    for (Expr line : known) {
      if (Traversal.postOrder(line).stream().anyMatch(pending::containsKey)) {
        estimated.add(line);
      }
    }
    this.graph = new Graph(symbols, known);
  }

  /** Notes what differences tell of each derivative; those that they do not tell have no value. */
  private List<Expr> estimate(ReferencePoint here, Map<Expr, LineCheck.Pending> pending) {
    List<Integer> variables = LineCheck.variables(pending);
    List<List<ReferencePartial>> partials = new ArrayList<>();
    for (int column = 0; column < variables.size(); column++) {
      partials.add(here.column(column));
    }
    List<Expr> missing = new ArrayList<>();
    int row = 0;
    for (Map.Entry<Expr, LineCheck.Pending> each : pending.entrySet()) {
      int column = variables.indexOf(each.getValue().variable());
      if (partials.get(column).get(row) instanceof ReferencePartial.Derivative derivative) {
        symbols.add(each.getKey());
        values.add(derivative.value());
        uncertainty = uncertainty.max(derivative.uncertainty());
      } else {
        missing.add(each.getKey());
      }
      row++;
    }
    return missing;
  }

  private HighPrecisionEvaluator evaluator(int digits) {
    return evaluators.computeIfAbsent(
        digits, key -> new HighPrecisionEvaluator(graph, values, key));
  }

  /** Compares the line numbered {@code k} with the one behind it. */
  Comparison compare(int k, boolean isExact) {
    Expr before = known.get(k);
    Expr after = known.get(k + 1);
    boolean isEstimated = estimated.contains(before) || estimated.contains(after);
    Comparison comparison = Comparison.UNKNOWN;
    for (int digits : isEstimated ? DIGITS.subList(0, 1) : DIGITS) {
      Outcome left = evaluator(digits).value(before);
      Outcome right = evaluator(digits).value(after);
      if (!left.isReal() || !right.isReal()) {
        return left.isReal() && isExact ? Comparison.LOST : Comparison.UNKNOWN;
      }
      BigDecimal allowed = isEstimated ? allowance() : tight(left.real(), digits);
      boolean isEqual = left.real().subtract(right.real(), CONTEXT).abs().compareTo(allowed) <= 0;
      comparison = isEqual ? Comparison.EQUAL : Comparison.DIFFERENT;
      if (isEqual) {
        break;
      }
    }
    return comparison;
  }

  /** More digits settle what rounding left open. */
  private BigDecimal tight(BigDecimal value, int digits) {
    BigDecimal rounding =
        BigDecimal.ONE.scaleByPowerOfTen(evaluator(digits).magnitude() - digits + 5);
    return value.abs().multiply(TIGHT).max(rounding);
  }

  private BigDecimal allowance() {
    BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(evaluator(DIGITS.get(0)).magnitude());
    return scale.multiply(OF_DIFFERENCES.max(uncertainty.multiply(BigDecimal.TEN)));
  }

  String reason(Comparison comparison, int k) {
    Outcome left = evaluator(DIGITS.get(0)).value(known.get(k));
    Outcome right = evaluator(DIGITS.get(0)).value(known.get(k + 1));
    String where = " at " + coordinates();
    return comparison == Comparison.LOST
        ? "it has no value" + where + ", and the line before has one"
        : "it is " + rounded(right) + where + ", and the line before is " + rounded(left);
  }

  private String rounded(Outcome outcome) {
    return outcome.real().round(MathContext.DECIMAL32).toString();
  }

  private String coordinates() {
    List<String> coordinates = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      coordinates.add(inputs.get(i) + "=" + point[i]);
    }
    return String.join(", ", coordinates);
  }
}
