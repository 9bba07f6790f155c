package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.even;
import static dev.nabla.simplify.Guard.nonNegative;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.simplify.RuleContract.Breach;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is valid, shortens, fires and needs its guards; wrong rules are found out. */
class RuleContractTest {
  @TestFactory
  Stream<DynamicTest> everyRuleKeepsItsContract() {
    return RuleTable.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> assertEquals(Set.of(), breaches(rule), rule.toString())));
  }

  @Test
  void everyRuleHasANameOfItsOwn() {
    Set<String> names = RuleTable.all().stream().map(Rule::name).collect(Collectors.toSet());
    assertEquals(RuleTable.all().size(), names.size());
  }

  private static Set<Breach> breaches(Rule rule) {
    return new RuleContract(rule).breaches(RuleCatalog.standard());
  }

  private static void assertFound(Breach breach, Rule wrong) {
    Set<Breach> found = breaches(wrong);
    assertTrue(found.contains(breach), () -> wrong + " only breaks " + found);
  }

  // ---- the contract is itself tested on wrong rules

  @Test
  void aWrongValueIsFound() {
    assertFound(Breach.VALUE, rule("wrong", "sqrt(a^2)", "a"));
    assertFound(Breach.VALUE, rule("wrong", "exp(a)*exp(b)", "exp(a*b)"));
    assertFound(Breach.VALUE, rule("wrong", "c*sin(a)^2 + c*cos(a)^2", "c + 1/10^30"));
    assertFound(Breach.VALUE, rule("wrong", "abs(a)*sign(a)", "abs(a)"));
    assertFound(Breach.VALUE, rule("wrong", "asin(sin(a))", "a"));
    assertFound(
        Breach.VALUE,
        rule("wrong", "(a^m)^n", "a^(m*n)").when(Guard.number("m"), Guard.number("n")));
  }

  @Test
  void aSmallerDomainIsFound() {
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "sqrt(c*a^2)", "abs(a)*sqrt(c)"));
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "abs(a)*abs(b)", "exp(log(abs(a*b)))"));
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "sign(a)*abs(a)", "a^2/a"));
  }

  @Test
  void anExtensionThatIsCalledExactIsFound() {
    assertFound(Breach.NOT_EXACT, rule("wrong", "exp(log(a))", "a"));
    assertFound(Breach.NOT_EXACT, rule("wrong", "sqrt(a)*sqrt(b)", "sqrt(a*b)"));
  }

  @Test
  void aRuleThatLengthensIsFound() {
    assertFound(Breach.COST, rule("wrong", "exp(a + b)", "exp(a)*exp(b)"));
    assertFound(Breach.COST, rule("wrong", "log(a)", "log(a)"));
  }

  @Test
  void aRuleThatCannotFireIsFound() {
    assertFound(Breach.DOES_NOT_FIRE, rule("wrong", "exp(a + b)*exp(-b - a)*exp(a)", "exp(a)"));
  }

  @Test
  void aRuleThatIsNeverDefinedIsFound() {
    assertFound(Breach.VACUOUS, rule("wrong", "sqrt(-1 - a^2)*cos(a)", "sin(a)"));
  }

  @Test
  void aNeedlessGuardIsFound() {
    assertFound(Breach.NEEDLESS_GUARD, rule("wrong", "log(exp(a))", "a").when(positive("a")));
    assertFound(Breach.NEEDLESS_GUARD, rule("wrong", "cbrt(a^3)", "a").when(nonNegative("a")));
    assertFound(
        Breach.NEEDLESS_GUARD,
        rule("wrong", "exp(a)^n", "exp(n*a)").when(even("n")).validity(EXTENDS_DOMAIN));
  }
}
