package dev.nabla.simplify;

import java.util.List;

/**
 * Rules that belong together, in the order in which they are tried.
 *
 * @param name what it is called on a command line, such as {@code circular}
 * @param title what the rules are about
 * @param rules the rules
 */
public record RuleFamily(String name, String title, List<Rule> rules) {
  public RuleFamily {
    rules = List.copyOf(rules);
  }
}
