package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole entries: what their terms have in common only shows in lowest terms. */
class CanonicalFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Antiderivatives from tables; the derivative is the integrand.
        "x | x*asin(x/4) + sqrt(16 - x^2) | asin(x/4)",
        "x | x*asinh(x/3) - sqrt(x^2 + 9) | asinh(x/3)",
        "x; a > 0 | x*sqrt(a^2 - x^2)/2 + a^2*asin(x/a)/2 | sqrt(a^2 - x^2)",
        "x; a | log((x - a)/(x + a))/(2*a) | 1/(x^2 - a^2)",
        "x | x/4/(1 - x^4) - atan(x)/8 - atanh(x)/8 | x^4/(x^4 - 1)^2",
        "x | -1/(18*x^6) + 4/27/x^3 + 13/27*log(x) - log(1 + x^3)/6 + log(3 + x^3)/162"
            + " | 1/(x^7*(x^3 + 1)*(x^3 + 3))",
        "x | atan(x - sqrt(1 + x^2)) | 1/(2*x^2 + 2)",
        "x | log((1 + x)/(1 - x)) | 2/(1 - x^2)",
        // Surds.
        "x | x*sqrt(2) - sqrt(2)*atan(cos(x)*sin(x)/(1 + cos(x)^2 + sqrt(2))) | 2/(1 + cos(x)^2)",
        "x | atan(1 + x*sqrt(2))/2/sqrt(2) - atan(1 - x*sqrt(2))/2/sqrt(2)"
            + " + log(1 + x^2 - x*sqrt(2))/4/sqrt(2) - log(1 + x^2 + x*sqrt(2))/4/sqrt(2)"
            + " | x^2/(x^4 + 1)",
        "x | atan(x*sqrt((5 + sqrt(21))/2))/sqrt(3) - atan(x*sqrt(2/(5 + sqrt(21))))/sqrt(3)"
            + " | (1 - x^2)/(x^4 + 5*x^2 + 1)",
        "x | -atanh(x*sqrt(2/(3 + sqrt(13))))*sqrt(2/13/(3 + sqrt(13)))"
            + " - atan(x*sqrt(2/(sqrt(13) - 3)))*sqrt((3 + sqrt(13))/26) | 1/(x^4 - 3*x^2 - 1)",
        // Roots of one exponent, and fourth roots.
        "x | asinh(sqrt(1 + 2*x)/sqrt(2)) | 1/sqrt(4*x^2 + 8*x + 3)",
        "x | -2/3/(sqrt(1 + x)*sqrt(1 - x + x^2)) | x^2/(x^3 + 1)^(3/2)",
        "x | -atan((3*x^2 - 1)^(1/4))/3 - atanh((3*x^2 - 1)^(1/4))/3"
            + " | x/((3*x^2 - 1)^(3/4)*(3*x^2 - 2))",
        // Circular and hyperbolic functions.
        "x; a, b | log(a + b*tanh(x))/b | (1 - tanh(x)^2)/(a + b*tanh(x))",
        "x; a, b | log(a + b*tan(x))/b | sec(x)^2/(a + b*tan(x))",
        "x; a, b | log(1 - cos(x))/2/(a + b) - log(1 + cos(x))/2/(a - b)"
            + " + b*log(a + b*cos(x))/(a^2 - b^2) | csc(x)/(a + b*cos(x))",
        "x; c, d | log(cos((c + d*x)/2) + 3*sin((c + d*x)/2))/4/d"
            + " - log(3*cos((c + d*x)/2) + sin((c + d*x)/2))/4/d | 1/(3 + 5*sin(d*x + c))",
        "x | x/2 - sin(2*x)/4 | sin(x)^2",
        "x | x/8 - 1/(6*(1 + coth(x))^3) - 1/(8*(1 + coth(x))^2) - 1/(8*(1 + coth(x)))"
            + " | 1/(1 + coth(x))^3",
        "x | 4*x - 2*coth(x) - (1 + coth(x))^2/2 + 4*log(sinh(x)) | (1 + coth(x))^3",
        "x | -asinh(tan(x)^2)/2 + sqrt(1 + tan(x)^4)/2"
            + " - atanh((1 - tan(x)^2)/(sqrt(2)*sqrt(1 + tan(x)^4)))/sqrt(2)"
            + " | sqrt(1 + tan(x)^4)*tan(x)",
        "x; a, c, d | 2*a^(3/2)*atan(sqrt(a)*tan(c + d*x)/sqrt(a + a*sec(c + d*x)))/d"
            + " + 2*a^2*tan(c + d*x)/(d*sqrt(a + a*sec(c + d*x))) | (a + a*sec(d*x + c))^(3/2)",
        "x; a, b | 2*atan(sqrt(a - b)*tanh(x/2)/sqrt(a + b))/(sqrt(a - b)*sqrt(a + b))"
            + " | 1/(b + a*cosh(x))",
        "x; a, b, c | sin(a - c + 2*b*x)/(4*b) - x*cos(a + c)/2 | sin(b*x + a)*sin(c - b*x)",
        "x | atan(tanh(x)) | sech(2*x)",
        "x | sin(x)^x | sin(x)^x*(x*cot(x) + log(sin(x)))",
        "x | sin(x)/(1 + cos(x)) | 1/(1 + cos(x))",
        // Exponentials.
        "x | (exp(x) - exp(-x))/2 | cosh(x)",
        "x | log(exp(x) + exp(-x)) | tanh(x)",
        "x | (exp(x) - exp(-x))/(exp(x) + exp(-x)) | sech(x)^2",
        "x; a, b | atan(2^x*sqrt(b)/sqrt(a - b*4^x))/(log(2)*sqrt(b)) | 2^x/sqrt(a - b*4^x)",
        // Symbolic exponents.
        "x; a, n | 2/5*log(a*x^n)^(5/2)/n | log(a*x^n)^(3/2)/x",
        "x; b, c, n, p | log(c*(b*x^n)^p)^2/(2*n*p) | log(c*(b*x^n)^p)/x",
        "x; a, n | x^n/(x^n + a) | a*n*x^(n - 1)/(x^n + a)^2",
        "x; n | x^n*log(x) | x^(n - 1)*(1 + n*log(x))",
        // Perfect powers.
        "x; a, b, d | x*(a + b*asin(1 + d*x^2))^3 - 24*a*b^2*x - 24*b^3*x*asin(1 + d*x^2)"
            + " - 48*b^3*sqrt(-2*d*x^2 - d^2*x^4)/(d*x)"
            + " + 6*b*(a + b*asin(1 + d*x^2))^2*sqrt(-2*d*x^2 - d^2*x^4)/(d*x)"
            + " | (a + b*asin(d*x^2 + 1))^3",
        // Roots whose radicands divide each other.
        "x; a, b | (a + b*x)*acosh(a + b*x)/b - sqrt(a + b*x - 1)*sqrt(a + b*x + 1)/b"
            + " | acosh(b*x + a)",
        // Signs that the roots know.
        "x; a, b | (a + b*x)*acsc(a + b*x)/b + atanh(sqrt(1 - 1/(a + b*x)^2))/b | acsc(b*x + a)",
        "x; a, b, c | (-a - b*asech(c*x))/x + b*sqrt(1 - c*x)/(x*sqrt(1/(1 + c*x)))"
            + " | (a + b*asech(c*x))/x^2",
        // Functions of inverse functions.
        "x; a | exp(acsch(a*x))*x - acsch(a*x)/a + log(x)/a | exp(acsch(a*x))",
        "x; a | x^2/2 - 2*acsch(a*x)/a^2 + 2*log(x)/a^2 + 2*x*sqrt(1 + 1/(a^2*x^2))/a"
            + " | x*exp(2*acsch(a*x))",
        "x; a | x^2/6/a - exp(asech(a*x))*x/3/a^2 + exp(asech(a*x))*x^3/3 | x^2*exp(asech(a*x))",
        "x; a, b | exp(2*acosh(a + b*x))/4/b - acosh(a + b*x)/2/b | exp(acosh(b*x + a))",
        "x | 2*(1 + 1/x)/sqrt(1 - 1/x^2) - atanh(sqrt(1 - 1/x^2)) | exp(acoth(x))/(1 - x)",
        "x | exp(acos(x))*x/8 + 3/40*exp(acos(x))*cos(3*acos(x))"
            + " - exp(acos(x))*sin(3*acos(x))/40 - exp(acos(x))*sqrt(1 - x^2)/8"
            + " | x^2*exp(acos(x))",
        "x; a | -acosh(a*x)/(2*x^2) + a*sqrt(a*x - 1)*sqrt(a*x + 1)/(2*x) | acosh(a*x)/x^3"
      })
  void derivativesAreInLowestTerms(String arguments, String function, String derivative) {
    Given given = Given.of("f(" + arguments + ") = [" + function + ", " + derivative + "]");
    assertEquals(given.text(given.function().outputs().get(1)), given.simplifiedDerivative(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 1/(a·b) without a pole of its own: √, |u| and what stands below them.
        "x | 1 - tanh(x)^2 | 1 - tanh(x)^2",
        "x | 1/(sqrt(x) + 1) + 1/(sqrt(x) - 1) | 2*sqrt(x)/(x - 1)",
        "x | (x - 1)/(sqrt(x) - 1) | 1 + sqrt(x)",
        "x | abs(x)*abs(x + 1)/((x + 1)^2*x^2) | 1/(abs(x)*abs(x + 1))",
        "x, y | (x^2 - y^2)/(x - y) - x | y",
        "x | sqrt(12)*x - sqrt(27)*x + x*sqrt(3) | 0",
        "x | (1 + sin(x))/cos(x)^2 | 1/(1 - sin(x))"
      })
  void expressionsAreInLowestTerms(String arguments, String before, String after) {
    Given given = Given.of("f(" + arguments + ") = [" + before + ", " + after + "]");
    Expr actual = given.simplifier().simplify(given.value()).expr();
    assertEquals(given.text(given.function().outputs().get(1)), given.text(actual));
  }

  /** Shorter forms that would have no value, or no double, where these have one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | cos(x)/(1 - sin(x))",
        "x | (cos(x) - sin(x))/sqrt(sin(2*x)) + sqrt(2)*(cos(x) + sin(x))/(2*sqrt(sin(2*x)/2))",
        "x; n | x^(n - 1) + 1",
        "x; n | x^(n - 1)*exp(x)*(x + n)",
        "x; a, m | a*cos(x)*(a*sin(x))^(m - 1)",
        "x; a, b | sin(x)*cos(x)^4/(b + a*cos(x)^2)^2",
        "x; n | n*sin(x)^(n - 1)*cos(x)",
        "x | exp(-x)/(2 + exp(-x))",
        // At a = 0 these have a value for negative x, too.
        "x; a >= 0 | sqrt(a^2*x)",
        "x; a >= 0 | (a^3*x)^(1/3)",
        "x | sign(x)/(1 + abs(x))",
        "x; n | 1/(1 + (x - 1)*x^(n - 1))",
        "x; n | 4^x/(abs(2*x - 1)*sqrt(n + 2))"
      })
  void nothingIsLost(String arguments, String text) {
    Given given = Given.of("f(" + arguments + ") = " + text);
    assertEquals(given.text(given.value()), given.simplified());
  }
}
