package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read off a rule's text is what its parsed form says. */
class RuleOutlineTest {
  static Stream<Rule> rules() {
    return RuleTable.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theOutlineAgreesWithThePattern(Rule rule) {
    RuleOutline outline = RuleOutline.of(rule.left());
    CompiledRule compiled = new CompiledRule(rule);
    assertEquals(compiled.pattern().getClass(), outline.kind());
    Set<String> keys = new HashSet<>(List.of("", compiled.anchor()));
    for (CompiledRule.Operand operand : compiled.operands()) {
      Expr pattern = operand.pattern();
      keys.addAll(
          compiled.pattern() instanceof Sum
              ? Keys.ofTerm(pattern)
              : Set.of(Keys.ofFactor(pattern)));
    }
    assertTrue(keys.contains(outline.anchor()), () -> outline + " but " + keys);
    assertTrue(occurring(compiled.pattern()).containsAll(outline.features()), outline::toString);
  }

  private static Set<String> occurring(Expr pattern) {
    Set<String> features = new HashSet<>();
    for (Expr node : Traversal.postOrder(pattern)) {
      if (node instanceof Apply apply) {
        features.add(apply.function().name());
      } else if (node instanceof Power power
          && !(power.exponent() instanceof Num num && num.value().isInteger())) {
        features.add(RuleOutline.POWER);
      } else if (node instanceof Select) {
        features.add(RuleOutline.CONDITIONAL);
      }
    }
    return features;
  }

  @Test
  void noRuleIsTriedEverywhere() {
    for (Rule rule : RuleTable.all()) {
      RuleOutline outline = RuleOutline.of(rule.left());
      assertTrue(!outline.features().isEmpty(), rule.name());
    }
  }
}
