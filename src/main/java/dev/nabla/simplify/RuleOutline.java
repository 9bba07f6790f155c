package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a pattern's text says of the nodes that it can match, found without parsing it: to parse
 * hundreds of rules would take longer than most derivations.
 *
 * @param kind the kind of node
 * @param anchor a function that one of its operands must be (a power of), or the node itself; empty
 *     where that is unknown
 * @param features what must occur in the node: functions by name, {@link #POWER}, {@link
 *     #CONDITIONAL}
 */
record RuleOutline(Class<? extends Expr> kind, String anchor, Set<String> features) {
  /** A power whose exponent is no whole number, or whose base is a power. */
  static final String POWER = "^";

  static final String CONDITIONAL = "if";

  private static final String ROOT = "sqrt";

  RuleOutline {
    features = Set.copyOf(features);
  }

  static RuleOutline of(String pattern) {
    Set<String> functions = calls(pattern);
    String outside = outermost(pattern);
    String anchor =
        calls(outside).stream().filter(name -> !name.equals(ROOT)).findFirst().orElse("");
    Set<String> features = new LinkedHashSet<>(functions);
    if (features.remove(ROOT) || (features.isEmpty() && pattern.contains("^"))) {
      features.add(POWER);
    }
    return new RuleOutline(kind(outside), anchor, features);
  }

  /** The outline of a rule that is parsed already. */
  static RuleOutline of(CompiledRule rule) {
    Set<String> features = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(rule.pattern())) {
      feature(node).ifPresent(features::add);
    }
    return new RuleOutline(rule.pattern().getClass(), rule.anchor(), features);
  }

  /** What a node adds to the features of all nodes that it occurs in. */
  static Optional<String> feature(Expr node) {
    if (node instanceof Apply apply) {
      return Optional.of(apply.function().name());
    } else if (node instanceof Power power) {
      boolean whole = power.exponent() instanceof Num num && num.value().isInteger();
      return whole && !(power.base() instanceof Power) ? Optional.empty() : Optional.of(POWER);
    }
    return node instanceof Select ? Optional.of(CONDITIONAL) : Optional.empty();
  }

  /** In the order of binding, the loosest operator first. */
  private static Class<? extends Expr> kind(String outside) {
    boolean reciprocal = outside.startsWith("1/") && !outside.substring(2).matches(".*[*/ ].*");
    if (outside.startsWith(CONDITIONAL + " ")) {
      return Select.class;
    } else if (reciprocal) {
      return Power.class;
    } else if (outside.contains(" + ") || outside.contains(" - ")) {
      return Sum.class;
    } else if (outside.indexOf('*') >= 0 || outside.indexOf('/') >= 0 || outside.startsWith("-")) {
      return Product.class;
    }
    return outside.indexOf('^') >= 0 || outside.startsWith(ROOT) ? Power.class : Apply.class;
  }

  /** The text with empty parentheses and without exponents. */
  private static String outermost(String text) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    boolean exponent = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth -= c == ')' ? 1 : 0;
      exponent &= depth > 0 || (c != '*' && c != '/' && c != ' ');
      if (depth == 0 && !exponent) {
        outside.append(c);
      }
      exponent |= depth == 0 && c == '^';
      depth += c == '(' ? 1 : 0;
    }
    return outside.toString();
  }

  /** The names in front of a parenthesis, and {@code if}. */
  private static Set<String> calls(String text) {
    Set<String> names = new LinkedHashSet<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (start >= 0 && !isLetterOrDigit(c)) {
        String name = text.substring(start, i);
        boolean longName = i - start > 1;
        if (name.equals(CONDITIONAL) || (longName && c == '(')) {
          names.add(name);
        }
        start = -1;
      } else if (start < 0 && isLetter(c)) {
        start = i;
      }
    }
    return names;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }
}
