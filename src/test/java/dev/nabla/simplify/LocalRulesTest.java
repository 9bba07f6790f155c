package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Rule.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single rules at single nodes: what they match, and what stays beside the match. */
class LocalRulesTest {
  private static Optional<LocalRules.Rewrite> rewrite(
      Given given, List<Rule> rules, Effort effort, BiPredicate<Expr, Expr> gain) {
    ExprPool pool = given.pool();
    Ranges ranges = new Ranges(pool, given.function().assumptions());
    return new LocalRules(
            pool,
            new RuleIndex(new RuleCatalog(rules), effort),
            new PatternMatcher(pool, ranges, new Work(pool)),
            new SignDistribution(pool, new Cost()),
            gain)
        .apply(given.value());
  }

  private static String rewritten(Given given, Rule rule) {
    return rewrite(given, List.of(rule), Effort.FULL, (before, after) -> true)
        .map(rewrite -> given.text(rewrite.expr()))
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Terms of a sum, in as many groups as there are.
        "sin(a)^2 + cos(a)^2 | 1 | 3 + y + sin(x)^2 + cos(x)^2 | y + 4",
        "sin(a)^2 + cos(a)^2 | 1 | sin(x)^2 + cos(x)^2 + sin(y)^2 + cos(y)^2 | 2",
        "sin(a)^2 + cos(a)^2 | 1 | sin(x)^2 + cos(y)^2 | none",
        "sin(a)^2 + cos(a)^2 | 1 | sin(x)^2 + cos(x)^2 + cos(y)^2 | 1 + cos(y)^2",
        "c*sin(a)^2 + c*cos(a)^2 | c | 3*y*sin(x)^2 + 3*y*cos(x)^2 | 3*y",
        "c*sin(a)^2 + c*cos(a)^2 | c | 3*y*sin(x)^2 + 2*y*cos(x)^2 | none",
        "c*sin(a)^2 + c*cos(a)^2 | c | sin(x)^2*cos(y)^2 + cos(x)^2*cos(y)^2 | cos(y)^2",
        "sqrt(a)*b + b | b*(sqrt(a) + 1) | x*sqrt(y) + x + z | x*(sqrt(y) + 1) + z",
        // Factors, whose number is divided.
        "2*sin(a)*cos(a) | sin(2*a) | 6*x*sin(x)*cos(x) | 3*x*sin(2*x)",
        "2*sin(a)*cos(a) | sin(2*a) | sin(x)*cos(x) | sin(2*x)/2",
        "2*sin(a)*cos(a) | sin(2*a) | sin(x)*cos(x)*sin(y)*cos(y)*4 | 2*sin(2*x)*cos(y)*sin(y)",
        "sin(a)/cos(a) | tan(a) | x*sin(x)/cos(x) | x*tan(x)",
        "sin(a)/cos(a) | tan(a) | x*sin(x)/cos(x)*sin(y)/cos(y) | x*tan(x)*tan(y)",
        "sin(a)/cos(a) | tan(a) | sin(x)*cos(x) | none",
        "exp(a)*exp(b) | exp(a + b) | z*exp(x)*exp(2*y) | z*exp(x + 2*y)",
        // Below the top.
        "exp(2*log(a)) | a^2 | exp(2*log(x)) | x^2",
        "exp(2*log(a)) | a^2 | exp(3*log(x)) | none",
        "log(a*exp(b)) | log(a) + b | log(3*x*exp(y)) | y + log(3*x)",
        "log(a*exp(b)) | log(a) + b | log(x*y) | none",
        "exp(a + log(b)) | b*exp(a) | exp(x + z + log(y)) | y*exp(x + z)",
        "exp(a + log(b)) | b*exp(a) | exp(log(y)) | none",
        "sqrt(a^2 + 2*a + 1) | abs(a + 1) | sqrt(x^2 + 2*x + 1) | abs(x + 1)",
        "sqrt(a^2 + 2*a + 1) | abs(a + 1) | sqrt(x^2 + 2*y + 1) | none",
        "cos(pi*a) | 1 - a | cos(pi*x) | 1 - x",
        "cos(pi*a) | 1 - a | cos(e*x) | none",
        "atan2(a, a) | 1 | atan2(x, x) | 1",
        "atan2(a, a) | 1 | atan2(x, y) | none",
        "if a < b then a else b | min(a, b) | if x < y then x else y | min(x, y)",
        "if a < b then a else b | min(a, b) | if x <= y then x else y | none",
        "if a < b then a else b | min(a, b) | if x < y then y else x | none",
      })
  void aRuleRewritesWhatItMatches(String left, String right, String before, String after) {
    assertEquals(after, rewritten(Given.of("f(x, y, z) = " + before), rule("rule", left, right)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a^n*log(a) | n*log(a) | x^3*log(x) | 3*log(x)",
        "a^n*log(a) | n*log(a) | y*x*log(x) | y*log(x)",
        "a^n*log(a) | n*log(a) | x^y*log(x) | none",
        "a^n*log(a) | n*log(a) | y*log(x) | none",
        "sin(n*a) | n*a | sin(3*x) | 3*x",
        "sin(n*a) | n*a | sin(x*y/2) | x*y/2",
        "cbrt(a^n) | a*n | cbrt(x^4) | 4*x",
        "cbrt(a^n) | a*n | cbrt(x) | x",
        "cbrt(a^n) | a*n | cbrt(x^y) | none",
        "log(a^2*b^n) | a + n*b | log(x^2*y^5) | x + 5*y"
      })
  void aNumberStandsForNumbersOnly(String left, String right, String before, String after) {
    assertEquals(
        after,
        rewritten(Given.of("f(x, y) = " + before), rule("rule", left, right).when(number("n"))));
  }

  @Test
  void aGuardMustBeKnown() {
    Rule product = rule("rule", "sqrt(a)*sqrt(b)", "sqrt(a*b)").when(positive("a"));
    assertEquals("sqrt(p*x)", rewritten(Given.of("f(x; p > 0) = sqrt(x)*sqrt(p)"), product));
    assertEquals("none", rewritten(Given.of("f(x; p >= 0) = sqrt(x)*sqrt(p)"), product));
  }

  @Test
  void theFirstRuleThatIsAGainApplies() {
    List<Rule> rules =
        List.of(
            rule("to-tangent", "sin(a)/cos(a)", "tan(a)"),
            rule("to-quotient", "sin(a)/cos(a)", "1/cot(a)"),
            rule("constant", "hypot(sin(a), cos(b))", "1"));
    Given given = Given.of("f(x, y) = y*sin(x)/cos(x)");
    LocalRules.Rewrite first = rewrite(given, rules, Effort.FULL, (b, a) -> true).orElseThrow();
    assertEquals("to-tangent", first.rule().name());
    assertEquals(List.of(), first.droppedOperands());
    Cost cost = new Cost();
    LocalRules.Rewrite second =
        rewrite(given, rules, Effort.FULL, (b, a) -> !given.text(a).contains("tan")).orElseThrow();
    assertEquals("to-quotient", second.rule().name());
    assertEquals("y/cot(x)", given.text(second.expr()));
    assertEquals(
        Optional.empty(), rewrite(given, rules, Effort.FULL, (b, a) -> cost.of(a) > cost.of(b)));
    Given constant = Given.of("f(x, y) = hypot(sin(x), cos(y))");
    LocalRules.Rewrite third = rewrite(constant, rules, Effort.FULL, (b, a) -> true).orElseThrow();
    assertEquals(constant.function().inputs(), third.droppedOperands());
  }

  /** Values that are computed anyway are shared: the local level brings in no others. */
  @Test
  void theLocalLevelBringsInNoFunctionValues() {
    Effort local = new Effort(Level.LOCAL, false);
    Given given = Given.of("f(x) = sin(x)/cos(x)");
    assertEquals(
        Optional.empty(),
        rewrite(
            given,
            List.of(rule("new", "sin(a)/cos(a)", "tan(a)")),
            local,
            (before, after) -> true));
    assertEquals(
        "cos(x)",
        rewrite(given, List.of(rule("old", "sin(a)/cos(a)", "cos(a)")), local, (b, a) -> true)
            .map(rewrite -> given.text(rewrite.expr()))
            .orElse("none"));
  }
}
