package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which facts are known of what a placeholder stands for. */
class GuardTest {
  private static String facts(Given given) {
    Ranges ranges = new Ranges(given.pool(), given.function().assumptions());
    Domains domains = new Domains(given.pool(), ranges);
    return Arrays.stream(Guard.Fact.values())
        .filter(fact -> new Guard("a", fact).holds(given.value(), ranges, domains))
        .map(fact -> fact.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x | defined",
        "x | log(x) | ''",
        "x | 1/x | non_zero",
        "x; p > 0 | p | positive non_negative non_zero defined",
        "x; p >= 0 | p | non_negative defined",
        "x; p < 0 | p | negative non_positive non_zero defined",
        "x; p <= 0 | p | non_positive defined",
        "x; p != 0 | p | non_zero defined",
        "x | sin(x) | quarter_turn defined",
        "x; 0 <= p <= 3 | p | non_negative half_turn defined",
        "x | -1 + 0*x | negative non_positive non_zero quarter_turn defined number negative_number"
            + " integer odd",
        "x | 0*x | non_negative non_positive quarter_turn half_turn defined number integer even",
        "x | 1/2 + 0*x | positive non_negative non_zero quarter_turn half_turn defined number"
            + " positive_number",
        "x | 3 + 0*x | positive non_negative non_zero half_turn defined number positive_number"
            + " integer positive_integer odd",
        "x | 4 + 0*x | positive non_negative non_zero defined number positive_number integer"
            + " positive_integer even",
        "x | -2 + 0*x | negative non_positive non_zero defined number negative_number integer even"
      })
  void theFactsKnownOf(String arguments, String value, String facts) {
    assertEquals(facts, facts(Given.of("f(" + arguments + ") = " + value)));
  }

  @Test
  void aGuardIsReadable() {
    List<Guard> guards =
        List.of(
            Guard.positive("a"),
            Guard.nonNegative("a"),
            Guard.negative("a"),
            Guard.nonPositive("a"),
            Guard.nonZero("a"),
            Guard.quarterTurn("a"),
            Guard.halfTurn("a"),
            Guard.defined("a"),
            Guard.number("n"),
            Guard.positiveNumber("n"),
            Guard.negativeNumber("n"),
            Guard.integer("n"),
            Guard.positiveInteger("n"),
            Guard.even("n"),
            Guard.odd("n"));
    assertEquals(
        "a > 0; a >= 0; a < 0; a <= 0; a != 0; -pi/2 <= a <= pi/2; 0 <= a <= pi;"
            + " a is always defined; n is a number; n is a positive number;"
            + " n is a negative number; n is an integer; n is one of 1, 2, 3, ...;"
            + " n is an even number; n is an odd number",
        guards.stream().map(Guard::text).collect(Collectors.joining("; ")));
    assertEquals(7, guards.stream().filter(Guard::isNumeric).count());
  }

  @ParameterizedTest
  @CsvSource({
    "8, 2, 3",
    "1024, 2, 10",
    "36, 6, 2",
    "7, 7, 1",
    "1, 1, 1",
    "-8, -8, 1",
    "81, 3, 4",
    "4, 2, 2",
    "4611686018427387904, 2, 62",
    "9223372036854775807, 9223372036854775807, 1",
    "4052555153018976267, 3, 39",
    "9223372030926249001, 3037000499, 2"
  })
  void aNumberIsThePowerOfItsLeastRoot(long number, long root, int exponent) {
    Given given = Given.of("f(x) = x");
    PerfectPower power = PerfectPower.of(given.pool().num(number));
    assertEquals(exponent, power.exponent());
    assertEquals(given.pool().num(root), power.root(given.pool()));
    PerfectPower fraction = PerfectPower.of(given.pool().num(Rational.of(1, 4)));
    assertEquals(given.pool().one(), fraction.root(given.pool()));
    assertEquals(given.pool().one(), PerfectPower.of(given.value()).root(given.pool()));
  }

  @Test
  void theRootOfASquare() {
    assertEquals(Optional.of(Rational.of(2, 3)), PerfectPower.root(Rational.of(4, 9)));
    assertEquals(Optional.of(Rational.ZERO), PerfectPower.root(Rational.ZERO));
    assertEquals(Optional.empty(), PerfectPower.root(Rational.of(4, 3)));
    assertEquals(Optional.empty(), PerfectPower.root(Rational.of(-4)));
  }
}
