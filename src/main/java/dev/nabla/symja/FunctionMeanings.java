package dev.nabla.symja;

import dev.nabla.expr.Compare.Relation;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Symja's functions by elementary functions, over the reals. */
final class FunctionMeanings {
  private final ExprPool pool;
  private final Map<String, Function<List<Expr>, Expr>> unary = new HashMap<>();
  private final Map<String, Function<List<Expr>, Expr>> binary = new HashMap<>();
  private final Map<String, Function<List<Expr>, Expr>> anyArity = new HashMap<>();

  FunctionMeanings(ExprPool pool) {
    this.pool = pool;
    arithmetic();
    circular();
    hyperbolic();
    exponential();
    special();
    piecewise();
  }

  /** The function named {@code head} of so many arguments. */
  Optional<Function<List<Expr>, Expr>> of(String head, int arity) {
    Map<String, Function<List<Expr>, Expr>> fixed =
        arity == 1 ? unary : arity == 2 ? binary : Map.of();
    return Optional.ofNullable(fixed.getOrDefault(head, anyArity.get(head)));
  }

  /** An elementary function by its name here. */
  Function<List<Expr>, Expr> named(String name) {
    return arguments -> pool.apply(FunctionTable.get(name), arguments);
  }

  Expr eulerGamma() {
    return pool.negate(apply("digamma", pool.one()));
  }

  private Expr apply(String name, Expr... arguments) {
    return pool.apply(FunctionTable.get(name), arguments);
  }

  private void unary(String head, UnaryOperator<Expr> meaning) {
    unary.put(head, arguments -> meaning.apply(arguments.get(0)));
  }

  private void binary(String head, BinaryOperator<Expr> meaning) {
    binary.put(head, arguments -> meaning.apply(arguments.get(0), arguments.get(1)));
  }

  private void same(Map<String, String> names) {
    names.forEach((head, name) -> unary.put(head, named(name)));
  }

  private void arithmetic() {
    anyArity.put("Plus", pool::sum);
    anyArity.put("Times", pool::product);
    binary(
        "Power",
        (base, exponent) ->
            base == pool.constant(Constant.Name.E)
                ? apply("exp", exponent)
                : pool.power(base, exponent));
    unary("Sqrt", pool::sqrt);
    binary("Surd", this::surd);
    unary("CubeRoot", x -> apply("cbrt", x));
    binary("Subtract", pool::subtract);
    binary("Divide", pool::divide);
    unary("Minus", pool::negate);
  }

  /** The real n-th root, of negative numbers too where n is odd. */
  private Expr surd(Expr x, Expr n) {
    if (!(n instanceof Num number) || !number.value().isInteger()) {
      throw NoCounterpartException.inNabla("Surd of order " + n);
    }
    if (number.value().equals(Rational.of(3))) {
      return apply("cbrt", x);
    }
    Expr root = pool.reciprocal(n);
    boolean odd = number.value().numerator().testBit(0);
    return odd
        ? pool.product(apply("sign", x), pool.power(apply("abs", x), root))
        : pool.power(x, root);
  }

  private void circular() {
    same(
        Map.of("Sin", "sin", "Cos", "cos", "Tan", "tan", "Cot", "cot", "Sec", "sec", "Csc", "csc"));
    same(
        Map.of(
            "ArcSin", "asin",
            "ArcCos", "acos",
            "ArcTan", "atan",
            "ArcCot", "acot",
            "ArcSec", "asec",
            "ArcCsc", "acsc"));
    binary("ArcTan", (abscissa, ordinate) -> apply("atan2", ordinate, abscissa));
    unary("Sinc", this::sinc);
    unary("Haversine", x -> pool.scale(Rational.HALF, pool.subtract(pool.one(), apply("cos", x))));
    unary("InverseHaversine", x -> pool.scale(Rational.of(2), apply("asin", pool.sqrt(x))));
    unary("Gudermannian", x -> pool.scale(Rational.of(2), apply("atan", apply("tanh", half(x)))));
    unary(
        "InverseGudermannian",
        x -> pool.scale(Rational.of(2), apply("atanh", apply("tan", half(x)))));
  }

  private Expr half(Expr x) {
    return pool.scale(Rational.HALF, x);
  }

  private Expr sinc(Expr x) {
    return pool.select(isZero(x), pool.one(), pool.divide(apply("sin", x), x));
  }

  private void hyperbolic() {
    same(
        Map.of(
            "Sinh", "sinh",
            "Cosh", "cosh",
            "Tanh", "tanh",
            "Coth", "coth",
            "Sech", "sech",
            "Csch", "csch"));
    same(
        Map.of(
            "ArcSinh", "asinh",
            "ArcCosh", "acosh",
            "ArcTanh", "atanh",
            "ArcCoth", "acoth",
            "ArcSech", "asech",
            "ArcCsch", "acsch"));
  }

  private void exponential() {
    same(Map.of("Exp", "exp", "Log", "log", "Log2", "log2", "Log10", "log10"));
    unary("LogisticSigmoid", x -> apply("sigmoid", x));
    binary("Log", (base, x) -> pool.divide(apply("log", x), apply("log", base)));
  }

  private void special() {
    same(Map.of("Erf", "erf", "Erfc", "erfc", "Gamma", "gamma", "LogGamma", "lgamma"));
    binary("Erf", (from, to) -> pool.subtract(apply("erf", to), apply("erf", from)));
    unary("Factorial", this::factorial);
    binary("Pochhammer", (x, n) -> gammaRatio(pool.sum(x, n), x));
    binary(
        "Binomial",
        (n, k) ->
            pool.divide(factorial(n), pool.product(factorial(k), factorial(pool.subtract(n, k)))));
    binary(
        "Beta",
        (a, b) ->
            pool.divide(
                pool.product(apply("gamma", a), apply("gamma", b)),
                apply("gamma", pool.sum(a, b))));
    binary("PolyGamma", this::polygamma);
    unary("PolyGamma", x -> apply("digamma", x));
    unary("HarmonicNumber", x -> pool.sum(apply("digamma", pool.sum(x, pool.one())), eulerGamma()));
    binary("HarmonicNumber", this::harmonicNumber);
  }

  private Expr factorial(Expr x) {
    return apply("gamma", pool.sum(x, pool.one()));
  }

  private Expr gammaRatio(Expr above, Expr below) {
    return pool.divide(apply("gamma", above), apply("gamma", below));
  }

  private Expr polygamma(Expr order, Expr x) {
    if (order == pool.zero()) {
      return apply("digamma", x);
    }
    return order == pool.one() ? apply("trigamma", x) : apply("polygamma", order, x);
  }

  /** H(x, 2) = π²/6 − ψ′(x + 1). */
  private Expr harmonicNumber(Expr x, Expr order) {
    Expr next = pool.sum(x, pool.one());
    if (order == pool.one()) {
      return pool.sum(apply("digamma", next), eulerGamma());
    }
    if (order != pool.num(2)) {
      throw NoCounterpartException.inNabla("HarmonicNumber of an order other than 1 and 2");
    }
    Expr pi = pool.constant(Constant.Name.PI);
    Expr limit = pool.product(pool.num(Rational.of(1, 6)), pool.power(pi, 2));
    return pool.subtract(limit, apply("trigamma", next));
  }

  // ---- by cases

  private void piecewise() {
    same(
        Map.of(
            "Abs",
            "abs",
            "RealAbs",
            "abs",
            "Sign",
            "sign",
            "RealSign",
            "sign",
            "Floor",
            "floor",
            "Ceiling",
            "ceil",
            "Ramp",
            "relu"));
    anyArity.put("Max", arguments -> folded("max", arguments));
    anyArity.put("Min", arguments -> folded("min", arguments));
    unary("Re", x -> x);
    unary("Conjugate", x -> x);
    unary("Im", x -> pool.zero());
    unary("Arg", x -> pool.select(isNegative(x), pool.constant(Constant.Name.PI), pool.zero()));
    unary("UnitStep", x -> pool.select(isNegative(x), pool.zero(), pool.one()));
    unary("HeavisideTheta", this::heaviside);
    unary("Boole", condition -> pool.select(condition, pool.one(), pool.zero()));
    binary("KroneckerDelta", this::delta);
    binary("Mod", (a, b) -> pool.subtract(a, pool.product(b, quotient(a, b))));
    binary("Quotient", this::quotient);
    unary("IntegerPart", this::integerPart);
    unary("FractionalPart", x -> pool.subtract(x, integerPart(x)));
    binary("Floor", (x, step) -> pool.product(step, quotient(x, step)));
  }

  private Expr folded(String name, List<Expr> arguments) {
    return arguments.stream()
        .reduce((a, b) -> apply(name, a, b))
        .orElseThrow(() -> NoCounterpartException.inNabla(name + " of nothing"));
  }

  /** δ of indices; of numbers it is a conditional. */
  private Expr delta(Expr a, Expr b) {
    return a.isIndexed() || b.isIndexed()
        ? pool.delta(a, b)
        : pool.select(pool.compare(Relation.EQ, a, b), pool.one(), pool.zero());
  }

  private Expr heaviside(Expr x) {
    Expr undefined = pool.reciprocal(pool.zero());
    return pool.select(isZero(x), undefined, pool.select(isNegative(x), pool.zero(), pool.one()));
  }

  private Expr quotient(Expr a, Expr b) {
    return apply("floor", pool.divide(a, b));
  }

  private Expr integerPart(Expr x) {
    return pool.select(isNegative(x), apply("ceil", x), apply("floor", x));
  }

  private Expr isZero(Expr x) {
    return pool.compare(Relation.EQ, x, pool.zero());
  }

  private Expr isNegative(Expr x) {
    return pool.compare(Relation.LT, x, pool.zero());
  }
}
