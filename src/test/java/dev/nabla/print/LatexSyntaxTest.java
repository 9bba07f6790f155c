package dev.nabla.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nabla.expr.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** LaTeX that TeX accepts: everything that opens is closed, and no script is doubled. */
final class LatexSyntaxTest {
  private static final Pattern TOKEN =
      Pattern.compile("\\\\(left|right)\\S|\\\\(begin|end)\\{(\\w+)\\}|\\\\[A-Za-z]+|\\\\.|.");

  @Property(tries = 1500, seed = "20261124")
  void everythingThatOpensIsClosed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
    Expr expr = new RandomFormulas(seed).number(depth);
    String latex = new LatexPrinter().print(Written.formula(expr, NumberStyle.fractions()));
    assertEquals("", fault(latex), latex);
  }

  @Test
  void theCheckFindsWhatIsWrong() {
    assertNotEquals("", fault("\\left(x"));
    assertNotEquals("", fault("\\frac{x}{y"));
    assertNotEquals("", fault("\\begin{cases} x \\end{bmatrix}"));
    assertNotEquals("", fault("{x \\right)}"));
    assertNotEquals("", fault("x^{2}^{3}"));
    assertNotEquals("", fault("(x"));
    assertEquals("", fault("\\left(\\frac{x_{1}^{2}}{y}\\right)^{2}"));
  }

  /** What is wrong first, or nothing. */
  private static String fault(String latex) {
    if (latex.replaceAll("\\{[^{}]*\\}", "").contains("^^")
        || Pattern.compile("\\^\\{[^{}]*\\}\\^").matcher(latex).find()) {
      return "a double exponent";
    }
    Deque<String> open = new ArrayDeque<>();
    Matcher matcher = TOKEN.matcher(latex);
    while (matcher.find()) {
      String token = matcher.group();
      if (token.startsWith("\\left") && matcher.group(1) != null) {
        open.push("\\right");
      } else if (token.startsWith("\\begin")) {
        open.push(matcher.group(3));
      } else if (token.equals("{") || token.equals("(")) {
        open.push(token.equals("{") ? "}" : ")");
      } else if (isClosing(token)) {
        String closed = token.startsWith("\\right") ? "\\right" : token;
        String name = token.startsWith("\\end") ? matcher.group(3) : closed;
        if (open.isEmpty() || !open.pop().equals(name)) {
          return token + " at " + matcher.start();
        }
      }
    }
    return open.isEmpty() ? "" : "missing " + open.peek();
  }

  private static boolean isClosing(String token) {
    return token.equals("}")
        || token.equals(")")
        || token.startsWith("\\end{")
        || Pattern.matches("\\\\right\\W", token);
  }
}
