package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Polynomials in sin and cos as polynomials in other functions of the same angle. */
final class AngleForms {
  private static final int MOST_TERMS = 40;

  private final ExprPool pool;
  private final QuotientReader reader;
  private final Generators generators;

  AngleForms(ExprPool pool, QuotientReader reader) {
    this.pool = pool;
    this.reader = reader;
    this.generators = reader.generators();
  }

  /** The functions that the sums of a product are written in. */
  private enum Mode {
    AS_READ,
    OTHER_SQUARE,
    SHORTER_SQUARE,
    TANGENT,
    COTANGENT,
    SECANT,
    COSECANT,
    DOUBLE,
    HALF
  }

  /** The product itself, and with its sums in terms of other functions. */
  Set<FactoredQuotient> variants(FactoredQuotient quotient) {
    Set<FactoredQuotient> result = new LinkedHashSet<>();
    for (Mode mode : Mode.values()) {
      FactoredQuotient variant = quotient;
      for (AnglePair pair : List.copyOf(reader.functions().pairs())) {
        variant = converted(conjugatesJoined(variant, pair), pair, mode);
      }
      result.add(variant);
    }
    return result;
  }

  /** (1 + sin)·(1 − sin) is cos². */
  private static FactoredQuotient conjugatesJoined(FactoredQuotient quotient, AnglePair pair) {
    Multinomial sine = Multinomial.variable(pair.sine(), 1);
    Multinomial cosine = Multinomial.variable(pair.cosine(), 1);
    return pair.circular()
        ? quotient.conjugatesJoined(sine, cosine, Rational.MINUS_ONE)
        : quotient.conjugatesJoined(cosine, sine, Rational.ONE);
  }

  private FactoredQuotient converted(FactoredQuotient quotient, AnglePair pair, Mode mode) {
    FactoredQuotient result = quotient;
    for (Map.Entry<Multinomial, Integer> entry : quotient.factors().entrySet()) {
      Multinomial factor = entry.getKey();
      int exponent = entry.getValue();
      if (factor.size() > 1
          && factor.size() <= MOST_TERMS
          && (factor.contains(pair.sine()) || factor.contains(pair.cosine()))) {
        Optional<Converted> change = convert(factor, pair, mode);
        if (change.isPresent()) {
          Multinomial sum = change.get().sum();
          Map<Multinomial, Integer> others = new LinkedHashMap<>();
          others.put(factor, -exponent);
          reader
              .ring()
              .factored(sum)
              .forEach((f, k) -> others.merge(f, k * exponent, Integer::sum));
          if (change.get().power() != 0) {
            Multinomial variable = Multinomial.variable(change.get().variable(), 1);
            others.merge(variable, change.get().power() * exponent, Integer::sum);
          }
          result = result.times(sum.content().pow(exponent), others);
        }
      }
    }
    return result;
  }

  /** sum·variable^power. */
  private record Converted(Multinomial sum, int variable, int power) {}

  private Optional<Converted> convert(Multinomial factor, AnglePair pair, Mode mode) {
    return switch (mode) {
      case AS_READ -> Optional.empty();
      case OTHER_SQUARE -> Optional.of(new Converted(otherSquare(factor, pair), pair.cosine(), 0));
      case SHORTER_SQUARE -> {
        Multinomial other = otherSquare(factor, pair);
        yield other.size() < factor.size()
            ? Optional.of(new Converted(other, pair.cosine(), 0))
            : Optional.empty();
      }
      case TANGENT, SECANT, COTANGENT, COSECANT ->
          keepsDomain(pair, mode) ? inQuotients(factor, pair, mode) : Optional.empty();
      case DOUBLE -> doubled(factor, pair);
      case HALF -> halved(factor, pair);
    };
  }

  /** Whether tan (cot) may come in: the expression had no value anyway where it has none. */
  private boolean keepsDomain(AnglePair pair, Mode mode) {
    boolean tangent = mode == Mode.TANGENT || mode == Mode.SECANT;
    int below = tangent ? pair.cosine() : pair.sine();
    return (tangent && !pair.circular()) || reader.isPole(Multinomial.variable(below, 1));
  }

  private Optional<Converted> inQuotients(Multinomial factor, AnglePair pair, Mode mode) {
    return switch (mode) {
      case TANGENT -> quotients(factor, pair, pair.tangent(), pair.sine(), pair.cosine());
      case COTANGENT -> quotients(factor, pair, pair.cotangent(), pair.cosine(), pair.sine());
      case SECANT ->
          inverses(withoutSquare(factor, pair, pair.sine()), pair, pair.secant(), pair.cosine());
      case COSECANT ->
          inverses(withoutSquare(factor, pair, pair.cosine()), pair, pair.cosecant(), pair.sine());
      default -> Optional.empty();
    };
  }

  /** The polynomial with the squares of the other function of the pair. */
  private Multinomial otherSquare(Multinomial factor, AnglePair pair) {
    return withoutSquare(factor, pair, pair.circular() ? pair.cosine() : pair.sine());
  }

  /** f with the given function of a pair to the power 1 at most. */
  static Multinomial withoutSquare(Multinomial factor, AnglePair pair, int variable) {
    int other = variable == pair.sine() ? pair.cosine() : pair.sine();
    Multinomial square = Multinomial.variable(other, 2);
    Multinomial value;
    if (pair.circular()) {
      value = Multinomial.ONE.subtract(square);
    } else {
      value =
          variable == pair.sine() ? square.subtract(Multinomial.ONE) : square.add(Multinomial.ONE);
    }
    List<Multinomial> coefficients = factor.coefficients(variable);
    Multinomial result = Multinomial.ZERO;
    Multinomial power = Multinomial.ONE;
    for (int i = 0; i < coefficients.size(); i++) {
      power = i > 0 && i % 2 == 0 ? power.multiply(value) : power;
      Multinomial term = coefficients.get(i).multiply(power);
      result = result.add(term.multiply(Monomial.of(variable, i % 2)));
    }
    return result;
  }

  /** Σ aᵢⱼ·sⁱ·cʲ is cⁿ·Σ aᵢⱼ·tⁱ where all i + j can be made n by 1 = s² + c². */
  private Optional<Converted> quotients(
      Multinomial factor, AnglePair pair, String name, int above, int below) {
    int degree = 0;
    for (Monomial monomial : factor.terms().keySet()) {
      degree = Math.max(degree, monomial.degree(above) + monomial.degree(below));
    }
    // 1 = c² + s² or c² − s²; with t = s/c the c² leaves 1 ± t², with t = c/s it leaves t² ± 1.
    boolean tangent = above == pair.sine();
    int quotient = variable(name, pair);
    Multinomial square = Multinomial.variable(quotient, 2);
    Multinomial one;
    if (pair.circular()) {
      one = Multinomial.ONE.add(square);
    } else {
      one = tangent ? Multinomial.ONE.subtract(square) : square.subtract(Multinomial.ONE);
    }
    Multinomial result = Multinomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : factor.terms().entrySet()) {
      Monomial monomial = term.getKey();
      int power = monomial.degree(above);
      int missing = degree - power - monomial.degree(below);
      if (missing % 2 != 0) {
        return Optional.empty();
      }
      Multinomial image =
          Multinomial.of(
              monomial.with(above, 0).with(below, 0).times(Monomial.of(quotient, power)),
              term.getValue());
      result = result.add(image.multiply(one.power(missing / 2)));
    }
    return result.size() > MOST_TERMS
        ? Optional.empty()
        : Optional.of(new Converted(result, below, degree));
  }

  /** Σ aⱼ·cʲ is cⁿ·Σ aⱼ·(1/c)ⁿ⁻ʲ. */
  private Optional<Converted> inverses(
      Multinomial factor, AnglePair pair, String name, int variable) {
    int other = variable == pair.sine() ? pair.cosine() : pair.sine();
    if (factor.contains(other) || !factor.contains(variable)) {
      return Optional.empty();
    }
    int degree = factor.degree(variable);
    int inverse = variable(name, pair);
    Multinomial result = Multinomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : factor.terms().entrySet()) {
      Monomial monomial = term.getKey();
      Monomial image =
          monomial
              .with(variable, 0)
              .times(Monomial.of(inverse, degree - monomial.degree(variable)));
      result = result.add(Multinomial.of(image, term.getValue()));
    }
    return Optional.of(new Converted(result, variable, degree));
  }

  private int variable(String function, AnglePair pair) {
    return variable(function, pair, Rational.ONE);
  }

  private int variable(String function, AnglePair pair, Rational multiple) {
    Expr argument = Angle.scaled(pool, multiple, pair.argument());
    Expr value = pool.apply(FunctionTable.get(function), List.of(argument));
    return generators.number(value, pool.one(), 1);
  }

  /** sin·cos is sin(2·u)/2, cos² is (cos(2·u) + 1)/2. */
  private Optional<Converted> doubled(Multinomial factor, AnglePair pair) {
    String prefix = pair.circular() ? "" : "h";
    Multinomial sine =
        Multinomial.variable(variable("sin" + prefix, pair, Rational.of(2)), 1)
            .scale(Rational.HALF);
    Multinomial cosine =
        Multinomial.variable(variable("cos" + prefix, pair, Rational.of(2)), 1)
            .scale(Rational.HALF);
    Multinomial half = Multinomial.constant(Rational.HALF);
    Multinomial squareOfCosine = cosine.add(half);
    Multinomial squareOfSine = pair.circular() ? half.subtract(cosine) : cosine.subtract(half);
    Multinomial result = Multinomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : factor.terms().entrySet()) {
      int s = term.getKey().degree(pair.sine());
      int c = term.getKey().degree(pair.cosine());
      if ((s + c) % 2 != 0 || s + c > 4) {
        return Optional.empty();
      }
      Monomial rest = term.getKey().with(pair.sine(), 0).with(pair.cosine(), 0);
      Multinomial image =
          squareOfSine.power(s / 2).multiply(squareOfCosine.power(c / 2)).multiply(rest);
      image = s % 2 == 0 ? image : image.multiply(sine);
      result = result.add(image.scale(term.getValue()));
    }
    return Optional.of(new Converted(result, pair.sine(), 0));
  }

  /** 1 + cos is 2·cos(u/2)², cos − 1 is −2·sin(u/2)², of hyperbolic ones 2·sinh(u/2)². */
  private Optional<Converted> halved(Multinomial factor, AnglePair pair) {
    Multinomial cosine = Multinomial.variable(pair.cosine(), 1);
    String suffix = pair.circular() ? "" : "h";
    if (factor.equals(cosine.add(Multinomial.ONE))) {
      int half = variable("cos" + suffix, pair, Rational.HALF);
      return Optional.of(new Converted(Multinomial.constant(Rational.of(2)), half, 2));
    } else if (factor.equals(cosine.subtract(Multinomial.ONE))) {
      int half = variable("sin" + suffix, pair, Rational.HALF);
      Rational number = pair.circular() ? Rational.of(-2) : Rational.of(2);
      return Optional.of(new Converted(Multinomial.constant(number), half, 2));
    }
    return Optional.empty();
  }

  /** The product with sinⁱ·cosʲ outside of sums under their other names, in several ways. */
  Set<FactoredQuotient> named(FactoredQuotient quotient) {
    Set<FactoredQuotient> result = new LinkedHashSet<>();
    result.add(quotient);
    FactoredQuotient quotients = quotient;
    FactoredQuotient inverses = quotient;
    FactoredQuotient doubled = quotient;
    for (AnglePair pair : reader.functions().pairs()) {
      quotients = quotients(quotients, pair, true);
      inverses = quotients(inverses, pair, false);
      doubled = doubled(doubled, pair);
    }
    result.add(quotients);
    result.add(inverses);
    result.add(doubled);
    return result;
  }

  /** s/c is t; what is left below is named 1/c or stays. */
  private FactoredQuotient quotients(FactoredQuotient quotient, AnglePair pair, boolean inverses) {
    Multinomial sine = Multinomial.variable(pair.sine(), 1);
    Multinomial cosine = Multinomial.variable(pair.cosine(), 1);
    int s = quotient.exponent(sine);
    int c = quotient.exponent(cosine);
    if ((s >= 0 && c >= 0) || hasSymbolicPower(quotient, pair)) {
      return quotient;
    }
    int common = s > 0 || c > 0 ? Math.min(Math.abs(s), Math.abs(c)) : 0;
    Map<Multinomial, Integer> change = new LinkedHashMap<>();
    if (common > 0) {
      boolean tangent = s > 0;
      change.put(sine, tangent ? -common : common);
      change.put(cosine, tangent ? common : -common);
      String name = tangent ? pair.tangent() : pair.cotangent();
      change.merge(Multinomial.variable(variable(name, pair), 1), common, Integer::sum);
      s += tangent ? -common : common;
      c += tangent ? common : -common;
    }
    if (inverses && s < 0) {
      change.merge(sine, -s, Integer::sum);
      change.merge(Multinomial.variable(variable(pair.cosecant(), pair), 1), -s, Integer::sum);
    }
    if (inverses && c < 0) {
      change.merge(cosine, -c, Integer::sum);
      change.merge(Multinomial.variable(variable(pair.secant(), pair), 1), -c, Integer::sum);
    }
    return quotient.times(Rational.ONE, change);
  }

  /** Whether sinⁿ stands in the product: it takes in 1/sin. */
  private boolean hasSymbolicPower(FactoredQuotient quotient, AnglePair pair) {
    Expr sine = generators.get(pair.sine()).base();
    Expr cosine = generators.get(pair.cosine()).base();
    return quotient.factors().keySet().stream()
        .mapToInt(FactoredQuotient::variable)
        .filter(v -> v >= 0)
        .mapToObj(generators::get)
        .anyMatch(
            other ->
                other.unit() != pool.one() && (other.base() == sine || other.base() == cosine));
  }

  /** sin(u)·cos(u) is sin(2·u)/2. */
  private FactoredQuotient doubled(FactoredQuotient quotient, AnglePair pair) {
    Multinomial sine = Multinomial.variable(pair.sine(), 1);
    Multinomial cosine = Multinomial.variable(pair.cosine(), 1);
    int s = quotient.exponent(sine);
    int c = quotient.exponent(cosine);
    if (s == 0 || Integer.signum(s) != Integer.signum(c)) {
      return quotient;
    }
    int common = Math.min(Math.abs(s), Math.abs(c)) * Integer.signum(s);
    int twice = variable(pair.circular() ? "sin" : "sinh", pair, Rational.of(2));
    Map<Multinomial, Integer> change = new LinkedHashMap<>();
    change.put(sine, -common);
    change.put(cosine, -common);
    change.put(Multinomial.variable(twice, 1), common);
    return quotient.times(Rational.HALF.pow(common), change);
  }
}
