package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.defined;
import static dev.nabla.simplify.Guard.even;
import static dev.nabla.simplify.Guard.integer;
import static dev.nabla.simplify.Guard.nonNegative;
import static dev.nabla.simplify.Guard.nonZero;
import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Guard.positiveInteger;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.simplify.RuleContract.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule is valid, shortens, fires, is alive and needs its guards; wrong ones are found out.
 */
class RuleContractTest {
  @TestFactory
  Stream<DynamicTest> everyRuleKeepsItsContract() {
    Map<Rule, Set<Breach>> breaches = new ConcurrentHashMap<>();
    RuleTable.all().parallelStream()
        .forEach(
            rule -> breaches.put(rule, new RuleContract(rule).breaches(RuleCatalog.standard())));
    return RuleTable.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(),
                    () -> assertEquals(Set.of(), breaches.get(rule), rule.toString())));
  }

  @Test
  void everyRuleHasANameOfItsOwn() {
    Set<String> names = RuleTable.all().stream().map(Rule::name).collect(Collectors.toSet());
    assertEquals(RuleTable.all().size(), names.size());
    names.forEach(name -> assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name));
  }

  @Test
  void thereAreHundredsOfRules() {
    assertTrue(RuleTable.all().size() >= 300);
  }

  private static void assertFound(Breach breach, Rule wrong) {
    List<Rule> table = new ArrayList<>(RuleTable.all());
    table.add(wrong);
    Set<Breach> found = new RuleContract(wrong).breaches(new RuleCatalog(table));
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
    assertFound(Breach.VALUE, rule("wrong", "(a^m)^n", "a^(m*n)").when(number("m"), number("n")));
  }

  @Test
  void aWrongSignIsFound() {
    assertFound(Breach.VALUE, rule("wrong", "cosh(a)^2 - sinh(a)^2", "-1"));
    assertFound(Breach.VALUE, rule("wrong", "sin(a + pi)", "sin(a)"));
    assertFound(Breach.VALUE, rule("wrong", "log(1/a)", "log(a)"));
    assertFound(Breach.VALUE, rule("wrong", "log(sigmoid(a))", "softplus(-a)"));
  }

  @Test
  void aDifferenceAtASinglePointIsFound() {
    assertFound(Breach.VALUE, rule("wrong", "if a > 0 then 1 else -1", "sign(a)"));
    assertFound(
        Breach.VALUE, rule("wrong", "sign(a)^n", "1").when(even("n")).validity(EXTENDS_DOMAIN));
    assertFound(Breach.VALUE, rule("wrong", "if a == b then c else d", "d"));
  }

  @Test
  void aSmallerDomainIsFound() {
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "sqrt(c*a^2)", "abs(a)*sqrt(c)"));
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "abs(a)*abs(b)", "exp(log(abs(a*b)))"));
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "sign(a)*abs(a)", "a^2/a"));
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "cos(atan2(a, b))", "b/sqrt(a^2 + b^2)"));
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "sin(2*a)", "2*tan(a)/sec(a)^2"));
  }

  @Test
  void aPlaceholderWithoutAValueIsThoughtOf() {
    assertFound(Breach.SHRINKS_DOMAIN, rule("wrong", "if a < b then a else b", "min(a, b)"));
    assertFound(
        Breach.NEEDLESS_GUARD,
        rule("wrong", "if a < 0 then -a else a", "abs(a)").when(defined("a")));
  }

  @Test
  void anExtensionThatIsCalledExactIsFound() {
    assertFound(Breach.NOT_EXACT, rule("wrong", "exp(log(a))", "a"));
    assertFound(Breach.NOT_EXACT, rule("wrong", "sqrt(a)*sqrt(b)", "sqrt(a*b)"));
    assertFound(Breach.NOT_EXACT, rule("wrong", "tan(a)*cot(a)", "1"));
    assertFound(Breach.NOT_EXACT, rule("wrong", "gamma(a + 1)/gamma(a)", "a"));
    assertFound(
        Breach.NOT_EXACT,
        rule("wrong", "sin(a)^n*cos(a)^(-n)", "tan(a)^n").when(Guard.positiveNumber("n")));
  }

  @Test
  void anExactRuleThatIsCalledAnExtensionIsFound() {
    assertFound(Breach.NOT_EXTENDED, rule("wrong", "log(exp(a))", "a").validity(EXTENDS_DOMAIN));
    assertFound(
        Breach.NOT_EXTENDED,
        rule("wrong", "sin(a)*cos(a)^(-1)", "tan(a)").validity(EXTENDS_DOMAIN));
  }

  @Test
  void aRuleThatLengthensIsFound() {
    assertFound(Breach.COST, rule("wrong", "exp(a + b)", "exp(a)*exp(b)"));
    assertFound(Breach.COST, rule("wrong", "log(a)", "log(a)"));
    assertFound(Breach.COST, rule("wrong", "tan(a)", "sin(a)/cos(a)"));
  }

  @Test
  void aRuleThatCannotFireIsFound() {
    assertFound(Breach.DOES_NOT_FIRE, rule("wrong", "exp(log(a*b*c))", "a*b*c"));
  }

  @Test
  void aRuleThatOthersMakeNeedlessIsDead() {
    assertFound(Breach.DEAD, rule("wrong", "log(exp(2*a))", "2*a"));
    assertFound(Breach.DEAD, rule("wrong", "c - c*cos(b)^2", "c*sin(b)^2"));
    assertFound(Breach.DEAD, rule("wrong", "sec(a)*cot(a)*sin(a)", "1").validity(EXTENDS_DOMAIN));
  }

  @Test
  void aRuleThatIsNeverDefinedIsFound() {
    assertFound(Breach.VACUOUS, rule("wrong", "sqrt(-1 - a^2)*cos(a)", "sin(a)"));
  }

  @Test
  void whatTheLeftSideDoesNotBindIsFound() {
    assertFound(Breach.UNBOUND, rule("wrong", "exp(a - a)*sin(b)", "a*sin(b)"));
    assertFound(Breach.UNBOUND, rule("wrong", "log(exp(a))", "a").when(positive("b")));
  }

  @Test
  void aNeedlessGuardIsFound() {
    assertFound(Breach.NEEDLESS_GUARD, rule("wrong", "log(exp(a))", "a").when(positive("a")));
    assertFound(Breach.NEEDLESS_GUARD, rule("wrong", "cbrt(a^3)", "a").when(nonNegative("a")));
    assertFound(
        Breach.NEEDLESS_GUARD,
        rule("wrong", "exp(a)^n", "exp(n*a)").when(even("n")).validity(EXTENDS_DOMAIN));
    assertFound(Breach.NEEDLESS_GUARD, rule("wrong", "exp(a)^n", "exp(n*a)").when(integer("n")));
    assertFound(
        Breach.NEEDLESS_GUARD,
        rule("wrong", "cosh(a)^n*sech(a)^n", "1").when(positiveInteger("n")));
    assertFound(Breach.NEEDLESS_GUARD, rule("wrong", "abs(a)*sign(a)", "a").when(nonZero("a")));
  }

  @Test
  void aGuardThatIsMissingIsFound() {
    for (Rule rule : RuleTable.all()) {
      if (rule.name().equals("sign-of-positive") || rule.name().equals("asin-of-sin")) {
        Rule bare = new Rule(rule.name(), rule.left(), rule.right(), List.of(), rule.validity());
        assertFound(Breach.VALUE, bare);
      }
    }
  }
}
