package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.TemplateParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written and what becomes of it. */
class CanonicalTableTest {
  private static final List<String> NAMES = List.of("x", "y", "z");

  private final ExprPool pool = new ExprPool();
  private final Map<String, Expr> symbols = new HashMap<>();

  CanonicalTableTest() {
    for (int i = 0; i < NAMES.size(); i++) {
      symbols.put(NAMES.get(i), pool.element(new Symbol(NAMES.get(i), Symbol.Kind.VARIABLE, i)));
    }
  }

  private Expr read(String text) {
    return TemplateParser.parse(text, NAMES).instantiate(pool, symbols);
  }

  private static String text(Expr expr) {
    return new TextPrinter()
        .print(
            new FormulaBuilder(NumberStyle.fractions(), List.of(expr), Set.copyOf(NAMES))
                .build(expr));
  }

  @ParameterizedTest
  @CsvSource({
    "x + x, 2*x",
    "x + y - x, y",
    "2*x + 3*x + 1 + 2, 5*x + 3",
    "2*(x + y) - (x + y), x + y",
    "2*(x + y) - (x + y) - x, y",
    "x - x, 0",
    "0*x, 0",
    "1*x, x",
    "2*x/2, x",
    "3*(2*x), 6*x",
    "x*x^2, x^3",
    "x^2*x^(1/2), x^(5/2)",
    "sqrt(x)*sqrt(x), sqrt(x)^2",
    "x^(1/3)*x^(1/3), x^(2/3)",
    "x^(1/3)*x^(2/3), x^(1/3)*x^(2/3)",
    "x^(-1)*x^(-2), 1/x^3",
    "x*x^(-1), x/x",
    "x^0, 1",
    "x^1, x",
    "1^x, 1",
    "(x^2)^3, x^6",
    "(x^(1/2))^3, x^(3/2)",
    "(x^(1/2))^2, sqrt(x)^2",
    "(x^(-1))^(-1), 1/(1/x)",
    "(x^2)^(1/2), sqrt(x^2)",
    "(x^(-2))^3, 1/x^6",
    "(2*x)^2, 4*x^2",
    "(x*y)^3, x^3*y^3",
    "(x*y)^(1/2), sqrt(x*y)",
    "(4*x)^(1/2), 2*sqrt(x)",
    "(8*x)^(1/3), 2*x^(1/3)",
    "(-4*x)^(1/2), sqrt(-4*x)",
    "(2*x)^(1/2), sqrt(2*x)",
    "sqrt(8), 2*sqrt(2)",
    "sqrt(9/4), 3/2",
    "sqrt(1/2), sqrt(2)/2",
    "2^(3/2), 2*sqrt(2)",
    "2^(-1/2), sqrt(2)/2",
    "sqrt(2)*sqrt(3), sqrt(6)",
    "sqrt(2)*sqrt(2), 2",
    "sqrt(2)*sqrt(6)*x, 2*sqrt(3)*x",
    "8^(1/3), 2",
    "(8/27)^(2/3), 4/9",
    "7^(1/3), 7^(1/3)",
    "2^10, 1024",
    "2^(-3), 1/8",
    "(-1)^3, -1",
    "(-2)^2, 4",
    "(-2)^(1/2), sqrt(-2)",
    "0^2, 0",
    "0^(1/2), 0",
    "(x + y)*(x + y), (x + y)^2",
    "x*(y*z), x*y*z",
    "z*y*x, x*y*z",
    "x*sqrt(2)*3, 3*sqrt(2)*x",
    "pi + e + 1, e + 1 + pi",
    "x^y*x^y, (x^y)^2",
    "if 1 < 2 then x else y, x",
    "if 2 < 1 then x else y, y",
    "if x < 1 then y else y, y",
    "x/y/z, x/(y*z)",
  })
  void canonicalForms(String written, String form) {
    assertEquals(form, text(read(written)));
    assertSame(read(form), read(written));
  }

  @ParameterizedTest
  @CsvSource({
    "true and x < 1, x < 1",
    "x < 1 and x < 1, x < 1",
    "not (not (x < 1)), x < 1",
    "not (x < 1), not x < 1",
    "(x < 1 and y < 1) and z < 1, x < 1 and y < 1 and z < 1",
    "(x < 1 or y < 1) or z < 1, x < 1 or y < 1 or z < 1",
    "(x < 1 or y < 1) and z < 1, (x < 1 or y < 1) and z < 1",
    "1 < 2 and x < 1, x < 1",
    "2 < 1 or x < 1, x < 1",
  })
  void canonicalConditions(String written, String form) {
    Expr condition =
        TemplateParser.parseCondition(written.replace("true", "0 < 1"), NAMES)
            .instantiate(pool, symbols);
    assertEquals(form, text(condition));
  }

  @Test
  void whatIsAlwaysOrNeverTrueIsFolded() {
    Expr open = pool.compare(Compare.Relation.LT, symbols.get("x"), pool.one());
    Expr yes = pool.truth();
    Expr no = pool.falsehood();
    assertSame(no, pool.logic(Logic.Connective.AND, List.of(open, no)));
    assertSame(yes, pool.logic(Logic.Connective.OR, List.of(open, yes)));
    assertSame(yes, pool.logic(Logic.Connective.AND, List.of()));
    assertSame(no, pool.logic(Logic.Connective.OR, List.of()));
    assertSame(no, pool.not(yes));
    assertSame(yes, pool.not(no));
    assertSame(yes, pool.compare(Compare.Relation.LE, pool.one(), pool.one()));
    assertSame(no, pool.compare(Compare.Relation.LT, pool.one(), pool.one()));
    assertSame(yes, pool.compare(Compare.Relation.EQ, pool.one(), pool.one()));
    assertSame(no, pool.compare(Compare.Relation.NE, pool.one(), pool.one()));
  }

  @Test
  void numbersThatWouldBeTooLongStayPowers() {
    assertEquals("2^4096", text(read("2^4096")));
    assertSame(pool.num(Rational.of(2).pow(1000)), read("2^1000"));
    assertEquals("7^(1/997)", text(read("7^(1/997)")));
    assertEquals("2^(1025/3)", text(read("2^(1025/3)")));
  }

  @Test
  void aSumOfManyTermsStaysANodeOfALargerOne() {
    Expr longSum = pool.zero();
    for (int i = 1; i <= Sums.FLATTEN_LIMIT; i++) {
      longSum = pool.sum(longSum, pool.power(symbols.get("x"), i));
    }
    Expr y = symbols.get("y");
    assertEquals(Sums.FLATTEN_LIMIT + 1, pool.sum(longSum, y).children().size());
    Expr longer = pool.sum(longSum, pool.power(symbols.get("x"), Sums.FLATTEN_LIMIT + 1));
    assertEquals(2, pool.sum(longer, y).children().size());
  }
}
