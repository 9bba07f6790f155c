package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the terms of a sum: polynomial terms before others, by descending degree, then
 * lexicographically: x² + 2·x·y + y² + x + 1 + exp(x).
 */
final class TermOrder {
  private final ReadingFacts facts;

  TermOrder(ReadingFacts facts) {
    this.facts = facts;
  }

  /** symbol^exponent. */
  private record Letter(Expr symbol, double exponent) {}

  private record Key(Expr term, ReadingFacts.Facts facts, List<Letter> letters) {}

  /** The terms in reading order. */
  List<Expr> sorted(List<Expr> terms) {
    List<Key> keys = new ArrayList<>(terms.size());
    for (Expr term : terms) {
      keys.add(new Key(term, facts.of(term), letters(term)));
    }
    keys.sort(
        Comparator.comparing((Key key) -> key.facts.transcendental())
            .thenComparing(key -> -key.facts.variableDegree())
            .thenComparing(key -> -key.facts.degree())
            .thenComparing(Key::letters, TermOrder::compareLetters)
            .thenComparing(Key::term, facts::compareLeads)
            .thenComparing(Key::term, FactorOrder::compareShapes));
    return keys.stream().map(Key::term).toList();
  }

  private static List<Letter> letters(Expr term) {
    List<Expr> factors = term instanceof Product product ? product.factors() : List.of(term);
    List<Letter> letters = new ArrayList<>();
    for (Expr factor : factors) {
      if (FactorOrder.isSymbol(factor)) {
        letters.add(new Letter(factor, 1));
      } else if (factor instanceof Power power
          && FactorOrder.isSymbol(power.base())
          && power.exponent() instanceof Num exponent) {
        letters.add(new Letter(power.base(), exponent.value().doubleValue()));
      }
    }
    letters.sort(Comparator.comparing(Letter::symbol, SymbolOrder.INSTANCE));
    return letters;
  }

  private static int compareLetters(List<Letter> left, List<Letter> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int bySymbol = SymbolOrder.INSTANCE.compare(left.get(i).symbol(), right.get(i).symbol());
      if (bySymbol != 0) {
        return bySymbol;
      }
      int byExponent = Double.compare(right.get(i).exponent(), left.get(i).exponent());
      if (byExponent != 0) {
        return byExponent;
      }
    }
    return Integer.compare(right.size(), left.size());
  }
}
