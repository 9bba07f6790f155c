package dev.nabla.simplify;

import java.util.List;
import java.util.stream.Stream;

/** All rules, family by family; where several match, the first wins. */
public final class RuleTable {
  private RuleTable() {}

  /** Every rule, in the order in which they are tried. */
  public static List<Rule> all() {
    return Stream.of(
            ExponentialRules.RULES,
            PowerRules.RULES,
            CircularRules.RULES,
            HyperbolicRules.RULES,
            InverseRules.RULES,
            PiecewiseRules.RULES,
            SpecialFunctionRules.RULES)
        .flatMap(List::stream)
        .toList();
  }
}
