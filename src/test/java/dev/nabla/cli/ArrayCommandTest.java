package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The commands on functions of arrays whose sizes are open. */
class ArrayCommandTest {
  private static final String SOFTMAX = "s(z[n])[i] = exp(z[i])/sum(k, exp(z[k]))";
  private static final String LINEAR = "f(x[n]; A[m,n]) = A*x";

  private static void assertPrints(String expected, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(expected, run.out(), run.err());
    assertEquals("", run.err());
    assertEquals(0, run.status());
  }

  private static void assertRefused(String message, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals("", run.out(), "nothing half-done is printed");
    assertEquals(2, run.status());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void openSizesAreWrittenWithIndices() {
    assertPrints(
        """
        Jacobian of s(z)

        ∂s[i]/∂z[j] = s[i]*(delta(i, j) - s[j])   # n × n
        """,
        "jacobian",
        "-e",
        SOFTMAX);
  }

  @Test
  void aNotationIsChosen() {
    assertPrints(
        """
        Jacobian of s(z)

        ∂s/∂z = diag(s) - s*s'   # n × n

        layout: numerator: one row for each output, one column for each variable
        """,
        "jacobian",
        "-e",
        SOFTMAX,
        "--notation",
        "matrix");
    assertPrints(
        """
        Hessian of f(x)

        ∂²f/∂x² = diag(softmax(x)) - softmax(x)*softmax(x)'   # n × n
        """,
        "hessian",
        "-e",
        "f(x[n]) = logsumexp(x)",
        "--notation",
        "matrix");
    assertRefused("size 'n' of z has no value", "jacobian", "-e", SOFTMAX, "--notation", "entries");
    assertRefused("--notation", "jacobian", "-e", SOFTMAX, "--notation", "roman");
  }

  @Test
  void aLayoutIsChosen() {
    assertPrints(
        """
        Jacobian of f(x)

        ∂f/∂x = A'   # n × m

        layout: denominator: one row for each variable, one column for each output
        """,
        "jacobian",
        "-e",
        LINEAR,
        "--notation",
        "matrix",
        "--layout",
        "denominator");
    assertRefused("--layout", "jacobian", "-e", LINEAR, "--layout", "sideways");
  }

  @Test
  void formulasComeInEveryFormat() {
    assertPrints(
        "\\frac{\\partial s_{i}}{\\partial z_{j}} = s_{i} (\\delta_{ij} - s_{j})\n",
        "jacobian",
        "-e",
        SOFTMAX,
        "--format",
        "latex");
    assertPrints(
        """
        Jacobian of s(z):

        $$
        \\frac{\\partial s}{\\partial z} = \\operatorname{diag}(s) - s s^{\\top}
        $$

        *layout: numerator: one row for each output, one column for each variable*
        """,
        "jacobian",
        "-e",
        SOFTMAX,
        "--notation",
        "matrix",
        "--format",
        "markdown");
    assertPrints(
        """
        {
          "title" : "Jacobian of s(z)",
          "equations" : [ {
            "left" : "∂s[i]/∂z[j]",
            "right" : "s[i]*(delta(i, j) - s[j])",
            "leftLatex" : "\\\\frac{\\\\partial s_{i}}{\\\\partial z_{j}}",
            "rightLatex" : "s_{i} (\\\\delta_{ij} - s_{j})",
            "shape" : "n × n"
          } ],
          "where" : [ ],
          "conditions" : [ ],
          "assumptions" : [ ],
          "notes" : [ ]
        }
        """,
        "jacobian",
        "-e",
        SOFTMAX,
        "--format",
        "json");
  }

  @Test
  void passesOfTheChainRule() {
    assertPrints(
        """
        Tangents of s

        ds = s.*(dz - dz'*s)

        given: dz
        """,
        "jvp",
        "-e",
        SOFTMAX,
        "--notation",
        "matrix");
    assertPrints(
        """
        Cotangents of s

        z̄[i] = s[i]*(s̄[i] - sum(k = 1..n, s[k]*s̄[k]))

        given: s̄
        """,
        "vjp",
        "-e",
        SOFTMAX);
    assertRefused("a pass is of whole arrays", "vjp", "-e", SOFTMAX, "--notation", "entries");
  }

  @Test
  void aCheckChoosesSmallDifferentSizes() {
    CommandRun run =
        CommandRun.of("check", "-e", "f(X[n,m]) = X*X'", "--evaluator", "rolled", "--points", "3");
    assertTrue(run.out().startsWith("sizes: n=3, m=4\n"), run.out() + run.err());
    assertTrue(run.out().endsWith("PASS  117 of 117 entries hold at 3 points (seed 1)\n"));
    assertEquals(0, run.status());
    CommandRun given =
        CommandRun.of(
            "check", "-e", SOFTMAX, "--dim", "n=2", "--evaluator", "rolled", "--points", "3");
    assertTrue(given.out().endsWith("PASS  6 of 6 entries hold at 3 points (seed 1)\n"));
  }

  @Test
  void sizesAreTakenFromThePoint() {
    String expected =
        """
           value  ∂/∂X[1,1]  ∂/∂X[1,2]  ∂/∂X[2,1]  ∂/∂X[2,2]  ∂/∂X[3,1]  ∂/∂X[3,2]
        f   25.0        1.0        1.0        0.0        0.0        2.0        2.0
        """;
    for (String evaluator : new String[] {"rolled", "straight"}) {
      assertPrints(
          expected,
          "eval",
          "-e",
          "f(X[n,m]; A[p,n]) = sum(A*X)",
          "--at",
          "X=[[1,2],[3,4],[5,6]]",
          "--at",
          "A=[[1,0,2]]",
          "--evaluator",
          evaluator);
    }
  }

  @Test
  void sizesOfThePointMustAgree() {
    String dot = "f(x[n], y[n]) = dot(x, y)";
    assertRefused(
        "argument 'y' has 2 elements, not 3", "eval", "-e", dot, "--at", "x=[1,2],y=[1,2,3]");
    assertRefused("size 'n' of X", "eval", "-e", "f(X[n,m]) = sum(X)", "--at", "X=[1,2,3,4]");
    assertRefused(
        "argument 'X' has 4 elements, not 3",
        "eval",
        "-e",
        "f(X[n,m]) = sum(X)",
        "--at",
        "X=[[1,2],[3]]");
  }

  @Test
  void aSingularMatrixIsRemarkedOn() {
    CommandRun run =
        CommandRun.of(
            "eval", "-e", "f(X[n,n]) = inv(X)", "--at", "X=[[1,2],[2,4]]", "--evaluator", "rolled");
    assertTrue(
        run.out().endsWith("\nmatrix 'X' is singular: it has no inverse\n"), run.out() + run.err());
    assertPrints(
        """
        {"value":[0.0],"partials":[["NaN","NaN","NaN","NaN"]],"remarks":["matrix 'X' is singular: it has no inverse"]}
        """,
        "eval",
        "-e",
        "f(X[n,n]) = det(X)",
        "--at",
        "X=[[1,2],[2,4]]",
        "--evaluator",
        "rolled",
        "--json");
  }

  @Test
  void anInputThatIsNoIndexIsRefused() {
    assertRefused(
        "a subscript of 'E' is 3, which is not in 1..2",
        "eval",
        "-e",
        "f(E[v,d]; t[n])[i, j] = E[t[i], j]",
        "--at",
        "E=[[1,2],[3,4]],t=[3]",
        "--evaluator",
        "rolled");
  }
}
