package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too much gets one error with its place, soon; what is only large is read. */
class LimitsTest {
  /** Generous, for a machine that does other things: what is meant is a second or two. */
  private static final Duration SOON = Duration.ofSeconds(40);

  private static final int DEEP = 20_000;
  private static final String BRACKETS = "more than 1000 brackets are open here";
  private static final String NESTS = "the expression nests too deeply here";
  private static final String SUFFIXES = "more than 64 indices, powers and primes follow";
  private static final String TOKENS = "the text has more than 1000000 numbers";
  private static final String DIGITS = "this number has more than 1000 characters";
  private static final String OUTSIDE = "this number is outside 1e-400 … 1e400";
  private static final String BITS = "an exact number here has more than 8192 bits";
  private static final String ELEMENTS = "has more than 1000000 elements";

  private static Arguments of(String message, String program) {
    return Arguments.of(message, program);
  }

  private static String nest(String open, String inner, String close) {
    return "f(x) = " + open.repeat(DEEP) + inner + close.repeat(DEEP);
  }

  static Stream<Arguments> deep() {
    return Stream.of(
        of(BRACKETS, nest("(", "x", ")")),
        of(BRACKETS, nest("[", "x", "]")),
        of(BRACKETS, nest("sin(", "x", ")")),
        of(BRACKETS, nest("(", "", "")),
        of(NESTS, nest("-", "x", "")),
        of(NESTS, nest("√", "x", "")),
        of(NESTS, nest("", "x", "^x")),
        of(NESTS, nest("", "x", "^-x")),
        of(NESTS, nest("if x > 0 then x else ", "x", "")),
        of(NESTS, nest("if x > 0 then ", "x", " else 1")),
        of(NESTS, nest("if ", "x > 0", " then x else x")),
        of(NESTS, "f(x) = if " + "not ".repeat(DEEP) + "x > 0 then 1 else 2"),
        of(SUFFIXES, nest("", "x", "'")),
        of(SUFFIXES, nest("", "x", "[1]")),
        of(SUFFIXES, nest("", "x", "²⁺³")));
  }

  static Stream<Arguments> large() {
    int most = 7_000_000;
    return Stream.of(
        of("this line has 10000008 characters", "f(x) = x" + "+x".repeat(5_000_000)),
        of("this line has 10000008 characters", "f(x) = x" + " ".repeat(10_000_000)),
        of(TOKENS, "f(x) = x" + "\n+x+x+x".repeat(400_000)),
        of(TOKENS, "f(x) = x" + "*x".repeat(most / 2)),
        of(TOKENS, "f(x) = " + "x ".repeat(most / 2)),
        of(TOKENS, "f(x) = " + "-".repeat(most)),
        of(TOKENS, "f(x) = [x" + ",x".repeat(most / 2) + "]"),
        of(TOKENS, "f(x) = x" + "!".repeat(most)),
        of(TOKENS, "f(x)=x;".repeat(most / 7)),
        of("a name has at most 200 letters", "f(x) = " + "x".repeat(most)),
        of(DIGITS, "f(x) = " + "1".repeat(most)),
        of(DIGITS, "f(x) = x" + "²".repeat(1_000_000)));
  }

  static Stream<Arguments> immense() {
    String chain = numbered(60, i -> ", t" + i + " = t" + (i - 1) + "*t" + (i - 1));
    return Stream.of(
        of("this range has 1000000000 terms", "f(x) = sum(i = 1..10^9, x^i)"),
        of("this range has 2000000000001 terms", "f(x) = sum(i = -10^12..10^12, x^i)"),
        of(
            "it would have more than 2000000 terms",
            "f(x) = sum(i = 1..10^5, sum(j = 1..10^5*i, sin(i*j*x)))"),
        of("it would have more than 2000000", "f(x) = sum(i = 1..9, sum(j = 1..10^9*i, x))"),
        of("it would have more than 2000000 parts", "dim n = 300\nf(A[n,n]) = A*A"),
        of(ELEMENTS, "f(x[1000000000]) = x[1]"),
        of(ELEMENTS, "f(x[2000000000, 2000000000, 2000000000]) = x[1,1,1]"),
        of(ELEMENTS, "dim n = 2000000000\nf(x[n, n, n]) = x[1, 1, 1]"),
        of(ELEMENTS, "f(x)[i = 1..10^9, j = 1..10^9, k = 1..10^9] = x*i"),
        of(OUTSIDE, "f(x) = 1e401*x"),
        of(OUTSIDE, "f(x) = 1e-401*x"),
        of(OUTSIDE, "f(x) = 1e999999999*x"),
        of(OUTSIDE, "f(x) = 1e99999999999999999999*x"),
        of(BITS, "f(x) = t60*x where t0 = 3" + chain),
        of(BITS, "f(x) = prod(i = 1..100000, i)*x"),
        of(BITS, "f(x) = sum(i = 1..100000, 1/i)*x"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"deep", "large", "immense"})
  void tooMuchIsOneErrorWithItsPlace(String message, String program) {
    String diagnostic =
        assertTimeoutPreemptively(SOON, () -> Read.diagnostic(program), "it must not hang");
    assertTrue(diagnostic.contains(message), diagnostic);
    assertTrue(diagnostic.matches("(?s)input:\\d+:\\d+: error: .*\n  .*\n +\\^+\n.*"), diagnostic);
    assertTrue(diagnostic.length() < 1000, diagnostic);
  }

  private static String numbered(int count, IntFunction<String> part) {
    return IntStream.rangeClosed(1, count).mapToObj(part).collect(Collectors.joining());
  }

  private static int poolSize(String program) {
    return assertTimeoutPreemptively(SOON, () -> Read.function(program).pool().size());
  }

  @Test
  void largePowersStayWrittenAsPowers() {
    for (String text : new String[] {"x^(10^9)", "2^(10^9)*x", "10^400*x", "(3*x)^(10^9)"}) {
      assertTrue(poolSize("f(x) = " + text) < 30, text);
    }
  }

  @Test
  void aHundredFunctionsThatEachCallTheOneBelowTwiceCostWhatTheyHoldOnce() {
    String same =
        numbered(100, i -> "g" + i + "(x) = g" + (i - 1) + "(x) + g" + (i - 1) + "(x)^2\n");
    assertTrue(poolSize("g0(x) = sin(x)\n" + same) < 400);
  }

  @Test
  void chainsOfLocalsAreReadInTheirLength() {
    String forward = numbered(100_000, i -> ", t" + i + " = x + t" + (i - 1) + "^2");
    assertEquals(200_007, poolSize("f(x) = t100000 where t0 = x" + forward), 10);
    String backward = numbered(10_000, i -> "t" + i + " = x + (t" + (i + 1) + "^2), ");
    assertEquals(20_007, poolSize("f(x) = t1 where " + backward + "t10001 = x"), 10);
  }

  @Test
  void chainsOfFunctionsAreReadInTheirLength() {
    String chain = numbered(10_000, i -> "g" + i + "(x) = g" + (i - 1) + "(x^2 + 1)\n");
    assertTrue(poolSize("g0(x) = x\n" + chain) < 40_000);
  }

  @Test
  void flatSumsAndProductsAreReadInTheirLength() {
    String terms = numbered(100_000, i -> " + x[" + i + "]^2");
    assertEquals(300_007, poolSize("f(x[100000]) = 1" + terms), 10);
    String factors = numbered(10_000, i -> "*x[" + i + "]");
    assertEquals(20_007, poolSize("f(x[10000]) = 1" + factors), 10);
  }

  @Test
  void nestingBelowTheLimitIsRead() {
    poolSize("f(x) = " + "(".repeat(990) + "x" + ")".repeat(990));
    poolSize("f(x) = " + "-".repeat(7_000) + "x");
    poolSize("f(x) = x" + "^x".repeat(3_000));
    poolSize("f(x) = " + "if x > 0 then x else ".repeat(2_000) + "x");
  }
}
