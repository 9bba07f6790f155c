package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.Jacobian;
import dev.nabla.Nabla;
import dev.nabla.function.JavaFunctions;
import dev.nabla.resolve.StatementReader;
import dev.nabla.resolve.UserRule;
import dev.nabla.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of a file join those of the table, where their conditions are known. */
class OwnRulesTest {
  private static final String SINC =
      "keep sinc(x) = if x == 0 then 1 else sin(x)/x\nrule sinc: sin(x)/x is sinc(x)\n";

  private static UserRule rule(String text) {
    return new StatementReader(new Source("test", text), JavaFunctions.none())
        .read()
        .rules()
        .get(0);
  }

  private static Jacobian derived(String text) {
    return Nabla.parse(text).jacobian(List.of("y"));
  }

  private static void assertDerivative(String expected, List<String> rules, Jacobian jacobian) {
    assertEquals(expected, jacobian.entry(0, 0).toString());
    assertEquals(rules, jacobian.ownRules());
  }

  @Test
  void aRuleAppliesWhereverItsLeftSideIs() {
    assertDerivative("sinc(x)", List.of("sinc"), derived(SINC + "f(x, y) = y*sin(x)/x"));
    assertDerivative(
        "3*exp(x)*sinc(x + 1)",
        List.of("sinc"),
        derived(SINC + "f(x, y) = 3*y*exp(x)*sin(x + 1)/(x + 1)"));
    assertDerivative("sinc(x^2)", List.of("sinc"), derived(SINC + "f(x, y) = y*sin(x^2)/x^2"));
    assertDerivative("cos(x)/x", List.of(), derived(SINC + "f(x, y) = y*cos(x)/x"));
  }

  @Test
  void theDomainThatIsExtendedIsACondition() {
    Jacobian jacobian = derived(SINC + "f(x, y) = y*sin(x)/x");
    assertEquals("[x != 0]", jacobian.sideConditions().toString());
    assertEquals(
        Validity.EXTENDS_DOMAIN, OwnRules.compiled(List.of(rule(SINC))).get(0).rule().validity());
    assertEquals(
        Validity.EXACT,
        OwnRules.compiled(List.of(rule("rule r: cosh(a)^2 + sinh(a)^2 is cosh(2*a)")))
            .get(0)
            .rule()
            .validity());
  }

  @Test
  void conditionsMustBeKnown() {
    String rule = "keep root(x) = sqrt(abs(x))\nrule r: sqrt(a) is root(a) where a > 0\n";
    String longer = "keep r4(x) = abs(x)^(1/4)\nrule r: sqrt(sqrt(a)) is r4(a) where a >= 0\n";
    assertDerivative("sqrt(x)", List.of(), derived(rule + "f(x, y) = y*sqrt(x)"));
    assertEquals(OwnRules.Use.NOT_SHORTER, OwnRules.use(rule(rule)));
    assertEquals(rule(longer).conditions().size(), 1);
  }

  @Test
  void everyRelationToZeroIsAGuard() {
    List<Guard.Fact> facts =
        OwnRules.compiled(
                List.of(
                    rule(
                        "rule r: sin(a)*sin(b)*sin(c)*sin(d)*sin(f) is a"
                            + " where a > 0, b >= 0, 0 > c, d <= 0, f != 0")))
            .get(0)
            .rule()
            .guards()
            .stream()
            .map(Guard::fact)
            .toList();
    assertEquals(
        List.of(
            Guard.Fact.POSITIVE,
            Guard.Fact.NON_NEGATIVE,
            Guard.Fact.NEGATIVE,
            Guard.Fact.NON_POSITIVE,
            Guard.Fact.NON_ZERO),
        facts);
  }

  @Test
  void whetherARuleWouldBeUsedIsFoundOut() {
    assertEquals(OwnRules.Use.APPLIES, OwnRules.use(rule(SINC)));
    assertEquals(OwnRules.Use.NOT_SHORTER, OwnRules.use(rule("rule r: sin(a) is cos(a)*tan(a)")));
    // cos(-a) is cos(a) before any rule looks at the product, so only a shorter left side remains.
    assertEquals(
        OwnRules.Use.NEVER_MET, OwnRules.use(rule("rule r: cos(-a)*exp(log(b)) is cos(a)*b")));
  }

  @Test
  void theRulesOfTheTableStillApply() {
    assertDerivative("1", List.of(), derived(SINC + "f(x, y) = y*(sin(x)^2 + cos(x)^2)"));
  }
}
