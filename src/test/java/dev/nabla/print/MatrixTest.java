package dev.nabla.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Matrices as they stand in a terminal, in a note and in a paper. */
final class MatrixTest {
  private static final String SMALL = "f(x, y) = [x^2*y, -x*y^2, y]";
  private static final String SHARED =
      "k(x; a) = [tanh(tanh(x*a)*a + x)*x, tanh(tanh(x*a)*a + x)*a, tanh(tanh(x*a)*a + x)]";
  private static final String DIAGONAL = "h(x[20])[i] = x[i]^2*tanh(x[i])";

  private static String text(String definition, int width) {
    return new MatrixText(width).print(Matrices.jacobian(definition));
  }

  @Test
  void aSmallMatrixIsLabelledAndAligned() {
    assertEquals(
        """
        Jacobian of f(x, y)

                ∂/∂x    ∂/∂y
        f[1] [  2*x*y   x^2   ]
        f[2] [ -y^2    -2*x*y ]
        f[3] [  0       1     ]
        """,
        text(SMALL, 80));
  }

  @Test
  void aNarrowTerminalGetsOneLineForEachEntry() {
    assertEquals(
        """
        Jacobian of f(x, y)

        ∂f[1]/∂x = 2*x*y
        ∂f[1]/∂y = x^2
        ∂f[2]/∂x = -y^2
        ∂f[2]/∂y = -2*x*y
        ∂f[3]/∂y = 1
        the other entry is 0
        """,
        text(SMALL, 18));
  }

  @Test
  void aSparseMatrixTooWideNamesOnlyWhatIsNotZero() {
    String text = text(DIAGONAL, 80);
    assertTrue(text.contains("∂h[20]/∂x[20] = "), text);
    assertTrue(text.endsWith("all other 380 entries are 0\n"), text);
    assertEquals(23, text.lines().count());
  }

  @Test
  void twentyColumnsOfNumbersFitATerminal() {
    String text = text("h(x[20])[i] = if i > 1 then x[i]*2 else x[i]", 130);
    assertEquals(23, text.lines().count());
    assertTrue(text.lines().allMatch(line -> line.length() <= 130), text);
    assertTrue(text.contains("h[1]  [ 1    0    0"), text);
  }

  @Test
  void aGradientIsOneRow() {
    assertEquals(
        """
        Jacobian of f(x, y)

            ∂/∂x  ∂/∂y
        f [ 2*x   2*y  ]
        """,
        text("f(x, y) = x^2 + y^2", 80));
  }

  @Test
  void sharedPartsFollowInOrder() {
    String text = text(SHARED, 80);
    assertTrue(text.contains("\nwhere t1 = "), text);
    assertTrue(text.contains(",\n      t2 = "), text);
  }

  @Test
  void latexIsABracketedMatrix() {
    assertEquals(
        """
        \\begin{bmatrix}
        2 x y & x^{2} \\\\
        -y^{2} & -2 x y \\\\
        0 & 1
        \\end{bmatrix}""",
        new MatrixLatex(90).print(Matrices.jacobian(SMALL)));
  }

  @Test
  void wideLatexIsAListOfEquations() {
    assertEquals(
        """
        \\begin{aligned}
        \\frac{\\partial f_{1}}{\\partial x} &= 2 x y \\\\
        \\frac{\\partial f_{1}}{\\partial y} &= x^{2} \\\\
        \\frac{\\partial f_{2}}{\\partial x} &= -y^{2} \\\\
        \\frac{\\partial f_{2}}{\\partial y} &= -2 x y \\\\
        \\frac{\\partial f_{3}}{\\partial y} &= 1 \\\\
        \\text{all other entries} &= 0
        \\end{aligned}""",
        new MatrixLatex(5).print(Matrices.jacobian(SMALL)));
  }

  @Test
  void longSumsBreakInFrontOfSigns() {
    String latex =
        new MatrixLatex(24).print(Matrices.jacobian("f(x; a, b) = a*x^2 - b*tanh(x) + x*tanh(a)"));
    assertEquals(
        """
        \\begin{aligned}
        \\frac{\\partial f}{\\partial x} &= 2 a x - b \\left(1 - \\tanh^{2}(x)\\right) \\\\
        &\\quad {} + \\tanh(a)
        \\end{aligned}""",
        latex);
  }

  @Test
  void latexNamesItsSharedParts() {
    String latex = new MatrixLatex(90).print(Matrices.jacobian(SHARED));
    assertTrue(latex.startsWith("\\begin{aligned}\nJ &= \\begin{bmatrix}"), latex);
    assertTrue(latex.contains(" \\\\\n\\text{where } t_{1} &= "), latex);
  }

  @Test
  void manyColumnsNeedAnArray() {
    String latex =
        new MatrixLatex(90).print(Matrices.jacobian("h(x[12])[i] = if i > 1 then x[i] else 0"));
    assertTrue(latex.startsWith("\\left[\\begin{array}{cccccccccccc}\n0 & 0 & 0"), latex);
    assertTrue(latex.endsWith("\\end{array}\\right]"), latex);
  }

  @Test
  void markdownNamesTheFunctionAndIsReadyToPaste() {
    assertEquals(
        """
        The Jacobian of `f(x)`:

        $$
        \\begin{bmatrix}
        2 x
        \\end{bmatrix}
        $$
        """,
        new MatrixMarkdown(90).print(Matrices.jacobian("f(x) = x^2")));
  }
}
