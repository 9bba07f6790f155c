package dev.nabla.simplify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * left → right, in the product's own syntax: equal wherever the left side is defined and the guards
 * hold.
 *
 * <p>Every single-letter name is a placeholder. A placeholder that stands alone among the factors
 * of a product takes all other factors and the number in front, so that {@code c*sin(a)^2} also
 * matches {@code sin(x)^2}.
 *
 * @param name the label in a derivation
 * @param left the pattern
 * @param right what replaces it
 * @param guards what must be known of the placeholders
 * @param validity whether the right side is defined at more points
 */
public record Rule(String name, String left, String right, List<Guard> guards, Validity validity) {
  private static final Pattern NAME = Pattern.compile("(?<![a-z0-9])([a-z])(?![a-z0-9])");

  public Rule {
    guards = List.copyOf(guards);
  }

  /** An exact rule without guards. */
  public static Rule rule(String name, String left, String right) {
    return new Rule(name, left, right, List.of(), Validity.EXACT);
  }

  /** The same rule, only where all {@code conditions} are known. */
  public Rule when(Guard... conditions) {
    List<Guard> all = new ArrayList<>(guards);
    all.addAll(List.of(conditions));
    return new Rule(name, left, right, all, validity);
  }

  /** The same rule with another validity. */
  public Rule validity(Validity other) {
    return new Rule(name, left, right, guards, other);
  }

  /** The placeholders of the left side. */
  List<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(left);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return List.copyOf(names);
  }
}
