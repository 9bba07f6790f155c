package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Products of powers of numbered variables: all with exponents up to 2 in three variables. */
class MonomialTest {
  private static List<Monomial> all() {
    List<Monomial> all = new ArrayList<>();
    for (int code = 0; code < 27; code++) {
      all.add(
          Monomial.of(0, code / 9)
              .times(Monomial.of(1, code / 3 % 3))
              .times(Monomial.of(2, code % 3)));
    }
    return all;
  }

  @Test
  void theyAreOrderedByTheirFirstVariable() {
    List<Monomial> all = all();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        assertEquals(Integer.signum(i - j), Integer.signum(all.get(i).compareTo(all.get(j))));
        assertEquals(i == j, all.get(i).equals(all.get(j)));
      }
    }
    assertEquals(27, new HashSet<>(all).size());
    assertEquals(Set.copyOf(all), Set.copyOf(all()));
    assertNotEquals(all.get(1).hashCode(), all.get(5).hashCode());
    assertEquals("[1, 0, 2]", all.get(11).toString());
  }

  @Test
  void aProductIsDividedByEachOfItsFactors() {
    for (Monomial a : all()) {
      for (Monomial b : all()) {
        Monomial product = a.times(b);
        assertEquals(b.times(a), product);
        assertTrue(product.isDivisibleBy(a));
        assertEquals(b, product.over(a));
        Monomial common = a.greatestCommonDivisor(b);
        assertTrue(a.isDivisibleBy(common) && b.isDivisibleBy(common));
        assertEquals(a.isDivisibleBy(b), common.equals(b));
        assertTrue(a.over(common).greatestCommonDivisor(b.over(common)).isOne());
        assertEquals(a.width() == 0, a.isOne());
        assertEquals(a, a.with(1, 7).with(1, a.degree(1)));
      }
    }
  }
}
