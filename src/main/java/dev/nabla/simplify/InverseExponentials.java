package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Powers of e^acsch(u) = 1/u + √(1 + 1/u²) and its kind in a quotient of roots (DLMF 4.37).
 *
 * <p>Those that the expression was written in, and those of acsch and acoth, whose roots a person
 * would not rather read.
 */
final class InverseExponentials {
  private static final int LARGEST_POWER = 4;

  private final ExprPool pool;
  private final QuotientReader reader;
  private final QuotientRing ring;
  private final QuotientFactoring factoring;

  InverseExponentials(ExprPool pool, QuotientReader reader, QuotientFactoring factoring) {
    this.pool = pool;
    this.reader = reader;
    this.ring = reader.ring();
    this.factoring = factoring;
  }

  /** The quotient as powers of such exponentials times what is simpler than it. */
  List<FactoredQuotient> variants(Quotient quotient) {
    List<FactoredQuotient> result = new ArrayList<>();
    for (Apply inverse : candidates()) {
      SinePair pair = reader.inverses().hyperbolic(inverse).orElseThrow();
      for (int k = -LARGEST_POWER; k <= LARGEST_POWER; k++) {
        if (k != 0) {
          Quotient rest =
              ring.lowest(ring.multiply(quotient, reader.inverses().power(pair, Rational.of(-k))));
          if (rest.numerator().size() < quotient.numerator().size()
              || rest.denominator().size() < quotient.denominator().size()) {
            result.add(factoring.of(rest).times(Rational.ONE, Map.of(exponential(inverse), k)));
          }
        }
      }
    }
    return result;
  }

  private Multinomial exponential(Apply inverse) {
    Expr e = pool.constant(Constant.Name.E);
    return Multinomial.variable(reader.generators().number(e, inverse, 1), 1);
  }

  private Set<Apply> candidates() {
    Set<Apply> result = new LinkedHashSet<>(reader.inverses().met());
    for (int v : List.copyOf(ring.algebraic())) {
      QuotientRing.Relation relation = ring.relation(v).orElseThrow();
      Multinomial radicand = relation.value();
      if (relation.degree() == 2 && radicand.size() > 1) {
        // 1/u must have had a value for acsch(u) to have one, 1/√(u² − 1) for acoth(u).
        root(radicand.subtract(Multinomial.ONE))
            .filter(reader::vanishesAtPoles)
            .ifPresent(u -> result.add(inverse("acsch", u)));
        root(radicand.add(Multinomial.ONE))
            .filter(u -> reader.vanishesAtPoles(radicand))
            .ifPresent(u -> result.add(inverse("acoth", u)));
      }
    }
    return result;
  }

  private Apply inverse(String name, Multinomial argument) {
    Expr u = reader.generators().expression(argument);
    return (Apply) pool.apply(FunctionTable.get(name), List.of(u));
  }

  /** The polynomial of which this is the square. */
  private Optional<Multinomial> root(Multinomial square) {
    if (square.isConstant()) {
      return Optional.empty();
    }
    Optional<Rational> number = PerfectPower.root(square.content());
    Multinomial result = Multinomial.ONE;
    for (Map.Entry<Multinomial, Integer> factor : ring.factors().factors(square).entrySet()) {
      if (factor.getValue() % 2 != 0 || number.isEmpty()) {
        return Optional.empty();
      }
      result = result.multiply(factor.getKey().power(factor.getValue() / 2));
    }
    return Optional.of(result.scale(number.orElseThrow()));
  }
}
