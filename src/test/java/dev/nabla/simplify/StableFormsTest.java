package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.TemplateParser;
import dev.nabla.tape.Interpreter;
import dev.nabla.tape.TapeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableFormsTest {
  private static double value(Expr expr, double x) {
    List<Expr> inputs =
        Traversal.postOrder(expr).stream().filter(node -> node instanceof Element).toList();
    double[] values = new double[1];
    new Interpreter(TapeBuilder.build(inputs, List.of(expr), List.of()))
        .evaluate(new double[] {x}, values, new double[0]);
    return values[0];
  }

  private static Expr stable(ExprPool pool, String text, Map<String, Expr> x) {
    return new StableForms(pool)
        .apply(List.of(TemplateParser.parse(text, List.of("x")).instantiate(pool, x)))
        .get(0);
  }

  /** The point is one at which the plain difference has lost all or most digits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 - tanh(x)^2                   | sech(x)^2            | 20",
        "3*x - 3*x*tanh(x)^2             | 3*x*sech(x)^2        | 20",
        "2*tanh(x) - 2*tanh(x)^3         | 2*tanh(x)*sech(x)^2  | 20",
        "1 - erf(x)                      | erfc(x)              | 7",
        "x + x*erf(x)                    | x*erfc(-x)           | -7",
        "1/2 + erf(x)/2                  | erfc(-x)/2           | -7",
        "1 - sigmoid(x)                  | sigmoid(-x)          | 50",
        "exp(x) - 1                      | expm1(x)             | 1e-12",
        "1 - exp(x)                      | -expm1(x)            | 1e-12",
        "1 - cos(x)                      | 2*sin(x/2)^2         | 1e-9",
        "log(1 + x)                      | log1p(x)             | 1e-12",
        "exp(1 - tanh(x)^2)              | exp(sech(x)^2)       | 20",
        "2 - tanh(x)^2                   | 2 - tanh(x)^2        | 1",
        "1/sqrt(1 - x^2)                 | 1/sqrt((1 - x)*(1 + x)) | 0.5",
        "1 + tanh(x)^2                   | 1 + tanh(x)^2        | 1",
        "1 + cos(x)                      | 1 + cos(x)           | 1"
      })
  void differencesBecomeFormsWithoutCancellation(String from, String to, double x) {
    ExprPool pool = new ExprPool();
    Symbol symbol = new Symbol("x", Symbol.Kind.VARIABLE, 0);
    Map<String, Expr> arguments = Map.of("x", pool.element(symbol));
    Expr plain = TemplateParser.parse(from, List.of("x")).instantiate(pool, arguments);
    Expr expected = TemplateParser.parse(to, List.of("x")).instantiate(pool, arguments);
    assertSame(expected, stable(pool, from, arguments));
    assertEquals(value(plain, 0.75), value(expected, 0.75), 1e-14);
    double stable = value(expected, x);
    assertTrue(Math.abs(value(plain, x) - stable) < 1e-15 * (1 + Math.abs(x) + Math.abs(stable)));
  }
}
