package dev.nabla.simplify;

import java.util.List;

/** All rules, family by family; where several match, the first wins. */
public final class RuleTable {
  private RuleTable() {}

  /** The families, in the order in which their rules are tried. */
  public static List<RuleFamily> families() {
    return List.of(
        ExponentialRules.FAMILY,
        PowerRules.FAMILY,
        CircularRules.FAMILY,
        HyperbolicRules.FAMILY,
        InverseRules.FAMILY,
        PiecewiseRules.FAMILY,
        SpecialFunctionRules.FAMILY);
  }

  /** Every rule, in the order in which they are tried. */
  public static List<Rule> all() {
    return families().stream().flatMap(family -> family.rules().stream()).toList();
  }
}
