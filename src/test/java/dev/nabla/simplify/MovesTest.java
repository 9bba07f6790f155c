package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The steps of the search one by one: their images, and that these have the same values. */
class MovesTest {
  @TestFactory
  Stream<DynamicTest> theImagesAreThoseOfTheTable() {
    return new TableFile("moves.txt").tests(MovesTest::check);
  }

  private static void check(String[] row) {
    Given given = Given.of("f(" + row[1] + ") = " + row[2]);
    String images =
        images(row[0], given)
            .map(image -> SameValue.text(given, image))
            .collect(Collectors.joining("; "));
    assertEquals(row[3], images.isEmpty() ? "none" : images);
  }

  private static Stream<Expr> images(String way, Given given) {
    ExprPool pool = given.pool();
    return switch (way) {
      case "value" -> Stream.of(new FunctionValues(pool).apply(given.value()));
      case "conditional" -> Stream.of(conditional(given));
      default -> move(way, given).images(given.value()).stream();
    };
  }

  private static Expr conditional(Given given) {
    Ranges ranges = new Ranges(given.pool(), given.function().assumptions());
    Domains domains = new Domains(given.pool(), ranges);
    return new Conditionals(given.pool(), ranges, domains).apply(given.value());
  }

  private static Move move(String name, Given given) {
    ExprPool pool = given.pool();
    Cost cost = new Cost();
    Work work = new Work(pool);
    Ranges ranges = new Ranges(pool, given.function().assumptions());
    Stream<Move> moves =
        Stream.of(
            new Expansion(pool),
            new JoinedPowers(pool, cost),
            new FractionMove(new FractionForms(pool, cost, work)),
            new CanonicalForms(pool, cost, ranges, work));
    Stream<Move> bases =
        BasisRules.ALL.stream()
            .map(
                basis ->
                    new ChangeOfBasis(
                        pool,
                        basis,
                        new PatternMatcher(pool, ranges, work),
                        new SignDistribution(pool, cost)));
    List<Move> named =
        Stream.concat(moves, bases).filter(move -> move.name().equals(name)).toList();
    assertEquals(1, named.size(), name);
    return named.get(0);
  }
}
