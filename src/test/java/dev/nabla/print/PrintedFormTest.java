package dev.nabla.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions with the text and the LaTeX that a person would write for them. */
final class PrintedFormTest {
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // products, sums, signs
        "f(x, y) = y*x*2 | 2*x*y | 2 x y",
        "f(x, y) = y^2 + 2*y*x + x^2 | x^2 + 2*x*y + y^2 | x^{2} + 2 x y + y^{2}",
        "f(x; a, b, c) = c + x*b + x^2*a | a*x^2 + b*x + c | a x^{2} + b x + c",
        "f(x) = -x^2 + 1 | 1 - x^2 | 1 - x^{2}",
        "f(x, y) = -x - y | -x - y | -x - y",
        "f(x, y) = -(x + y)*y | -y*(x + y) | -y (x + y)",
        "f(x, y) = x - (x + y)/2 | x - (x + y)/2 | x - \\frac{x + y}{2}",
        // quotients, powers, roots
        "f(x, y) = x^2/2 + 2*x/(3*y) | x^2/2 + 2*x/(3*y) | \\frac{x^{2}}{2} + \\frac{2 x}{3 y}",
        "f(x) = 1/x | 1/x | \\frac{1}{x}",
        "f(x) = x*sqrt(x) | x^(3/2) | x^{3/2}",
        "f(x) = 1/sqrt(x^2 + 1) | 1/sqrt(x^2 + 1) | \\frac{1}{\\sqrt{x^{2} + 1}}",
        "f(x) = x^(1/3) | x^(1/3) | x^{1/3}",
        "f(x) = (1 - x)^2 | (1 - x)^2 | (1 - x)^{2}",
        "f(x) = 2^(x + 1) | 2^(x + 1) | 2^{x + 1}",
        "f(x, y) = x^(y^2) | x^(y^2) | x^{y^{2}}",
        "f(x, y) = (x^y)^2 | (x^y)^2 | \\left(x^{y}\\right)^{2}",
        "f(x) = 3*2^x | 3*2^x | 3 \\cdot 2^{x}",
        "f(x) = (-1)^x + (2/3)^x | (-1)^x + (2/3)^x | (-1)^{x} + \\left(\\frac{2}{3}\\right)^{x}",
        // functions
        "f(x) = tanh(x)/(1 + tanh(x))^2 | tanh(x)/(1 + tanh(x))^2"
            + " | \\frac{\\tanh(x)}{(1 + \\tanh(x))^{2}}",
        "f(x) = 1 - tanh(x/2)^2 | 1 - tanh(x/2)^2 | 1 - \\tanh^{2}\\left(\\frac{x}{2}\\right)",
        // conditions
        "f(x) = if x > 0 then x else 0 | if x > 0 then x else 0"
            + " | \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
        "f(x) = if x > 1 then x else if x < -1 then -x else 0"
            + " | if x > 1 then x else if x < -1 then -x else 0"
            + " | \\begin{cases} x & \\text{if } x > 1 \\\\ -x & \\text{if } x < -1 \\\\"
            + " 0 & \\text{otherwise} \\end{cases}",
        // indices
        "f(x[2], W[2,2]) = W[1,2]*x[2] | x[2]*W[1,2] | x_{2} W_{1,2}",
        "f(x[p]; W[h,p], b[h])[i] = sum(k, W[i,k]*x[k]) + b[i]"
            + " | b[i] + sum(k = 1..p, W[i,k]*x[k]) | b_{i} + \\sum_{k = 1}^{p} W_{ik} x_{k}",
        "f(x[n]; i) = sum(m, x[m]^2)/2 + i | i + sum(j = 1..n, x[j]^2)/2"
            + " | i + \\frac{1}{2} \\sum_{j = 1}^{n} x_{j}^{2}",
        "f(x[n]) = sum(i = 1..n-1, (x[i+1] - x[i]^2)^2 - x[i])"
            + " | sum(i = 1..n-1, (x[i+1] - x[i]^2)^2 - x[i])"
            + " | \\sum_{i = 1}^{n - 1} \\left(\\left(x_{i + 1} - x_{i}^{2}\\right)^{2}"
            + " - x_{i}\\right)",
        // numbers as they were written
        "f(x) = 0.1*x | 0.1*x | 0.1 x",
        "f(x) = .266e2*x + 1e-8*x^3 | 1e-8*x^3 + .266e2*x"
            + " | 10^{-8} x^{3} + 0.266 \\cdot 10^{2} x",
        "f(x) = (0.5*x)^2 | 0.25*x^2 | 0.25 x^{2}",
        "f(x) = 0.5*x + 2*x^2/3 | 2*x^2/3 + 0.5*x | \\frac{2 x^{2}}{3} + 0.5 x",
        "f(x) = 2.0*x^2 | 2*x^2 | 2 x^{2}",
        "f(x) = x^1.5 | x^1.5 | x^{1.5}",
      })
  void printsAsAPersonWouldWrite(String definition, String text, String latex) {
    Written written = Written.of(definition);
    assertEquals(text, written.text());
    assertEquals(latex, written.latex());
    String head = definition.substring(0, definition.indexOf(" = "));
    assertEquals(written.value().structure(), Written.of(head + " = " + text).value().structure());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x | x",
        "x1 | x_{1}",
        "x_1 | x_{1}",
        "x₁ | x_{1}",
        "q12 | q_{12}",
        "x_max | x_{\\text{max}}",
        "x_max_2 | x_{\\text{max},2}",
        "W_ij | W_{ij}",
        "xᵢⱼ | x_{ij}",
        "theta | \\theta",
        "θ | \\theta",
        "theta1 | \\theta_{1}",
        "θ_1 | \\theta_{1}",
        "x_theta | x_{\\theta}",
        "Omega | \\Omega",
        "ε | \\varepsilon",
        "x' | {x'}",
        "x1'' | {x_{1}''}",
        "loss | \\mathit{loss}",
        "dt | \\mathit{dt}",
        "Δx | \\mathit{\\Delta x}",
        "ẋ | \\dot{x}",
        "x̂ | \\hat{x}",
        "ℓ | \\ell",
        "变 | \\text{变}",
        "变量 | \\text{变量}",
      })
  void namesBecomeLettersWithSubscripts(String name, String latex) {
    assertEquals(latex, LatexNames.parts(name).latex());
  }
}
