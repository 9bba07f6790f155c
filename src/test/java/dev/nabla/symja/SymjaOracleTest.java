package dev.nabla.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** An opinion is believed only as far as the function's own differences bear it out. */
class SymjaOracleTest {
  @Test
  void symjaHasAnOpinionOnEveryFunctionOfTheTable() {
    for (ElementaryFunction function : FunctionTable.all()) {
      String call = function.arity() == 1 ? "(x)" : "(x, y)";
      boolean takesWholeOrder = function.name().equals("polygamma");
      String text =
          takesWholeOrder ? "f(y) = polygamma(2, y)" : "f" + call + " = " + function.name() + call;
      OracleReport report = Asked.report(Asked.of(text).model());
      assertTrue(report.passed(), text);
      for (OracleReport.Entry entry : report.entries()) {
        assertTrue(confirmedAt(entry.opinion()) >= 5, text + ": " + entry.opinion());
      }
    }
  }

  private static int confirmedAt(Opinion opinion) {
    return opinion instanceof Opinion.Proved proved
        ? proved.points()
        : opinion instanceof Opinion.Agrees agrees ? agrees.points() : 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x, y) = [x^2*y, sin(x*y)/y, log(x + sqrt(x^2 + 1))]",
        "f(x, y; a > 0) = exp(-a*x^2)*cos(y)",
        "f(x) = if x > 0 then x^2 else sin(x)",
        "f(x[3]) = sum(k, x[k]^2*exp(x[1]))"
      })
  void whatSymjaCanSimplifyIsProved(String text) {
    for (OracleReport.Entry entry : Asked.report(Asked.of(text).model()).entries()) {
      assertInstanceOf(Opinion.Proved.class, entry.opinion(), entry.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x + 1", "-x^2", "x", "if x > 1 then 2*x else 0", "2*abs(x)", "2*x + 1e-9"})
  void aPlantedWrongDerivativeIsReported(String wrong) {
    Opinion.Disagrees found = disagreement("f(x) = x^2", wrong);
    assertEquals(Opinion.Verdict.NABLA_WRONG, found.dispute().verdict(), found::toString);
    assertTrue(found.isFailure());
  }

  /** The first of the outputs has the second for its derivative, they say. */
  private static Opinion.Disagrees disagreement(String function, String derivative) {
    Asked asked = Asked.of(function.replace("= ", "= [") + ", " + derivative + "]");
    OracleModel both = asked.model(List.of(asked.output(1), asked.pool().zero()));
    OracleReport report = Asked.report(both);
    assertFalse(report.passed());
    return assertInstanceOf(Opinion.Disagrees.class, report.entries().get(0).opinion());
  }

  @Test
  void aDerivativeWithoutAValueWhereThereIsOneIsReported() {
    Opinion.Disagrees found = disagreement("f(x) = x^2", "2*exp(log(x))");
    assertEquals("no value", found.dispute().ours());
    assertEquals(Opinion.Verdict.NABLA_WRONG, found.dispute().verdict());
  }

  @Test
  void twoWrongOnesAreBothBlamed() {
    Asked asked = Asked.of("f(x) = [x^3, 2*x, 5*x]");
    OracleModel model =
        asked.model(List.of(asked.output(1), asked.pool().num(2), asked.pool().num(5)));
    OracleReport report = Asked.report(model, always(asked.output(2)));
    Opinion.Disagrees found =
        assertInstanceOf(Opinion.Disagrees.class, report.entries().get(0).opinion());
    assertEquals(Opinion.Verdict.BOTH_WRONG, found.dispute().verdict());
  }

  private static SymjaOracle.Source always(Expr derivative) {
    return new SymjaOracle.Source() {
      @Override
      public Reply derivative(Expr function, Expr variable, Duration limit) {
        return new Reply.Expression(derivative);
      }

      @Override
      public Reply difference(Expr left, Expr right, Duration limit) {
        return new Reply.None("not asked");
      }
    };
  }

  /** Symja: D(Sum(x(i)^2, {i, 1, 3}), x(j)) is 0, whatever j is. */
  @Test
  void symjasKnownWrongDerivativeIsBlamedOnSymja() {
    Kernel kernel = new Kernel();
    IExpr i = F.Dummy("i");
    IExpr j = F.Dummy("j");
    IExpr x = F.Dummy("x");
    IExpr square = F.Power(F.unaryAST1(x, i), F.C2);
    IExpr sum = F.Sum(square, F.List(i, F.C1, F.C3));
    Answer answer = kernel.ask(F.D(sum, F.unaryAST1(x, j)), Asked.LIMIT);
    Asked asked = Asked.of("f(x[3]) = sum(k, x[k]^2)");
    SymjaTranslation translation = new SymjaTranslation(asked.pool());
    Expr wrong = translation.fromSymja(((Answer.Value) answer).expression());
    OracleReport report = Asked.report(asked.model(), always(wrong));
    assertTrue(report.passed());
    for (OracleReport.Entry entry : report.entries()) {
      Opinion.Disagrees found = assertInstanceOf(Opinion.Disagrees.class, entry.opinion());
      assertEquals(Opinion.Verdict.SYMJA_WRONG, found.dispute().verdict());
      assertEquals("0.0", found.dispute().theirs());
      assertEquals(found.dispute().ours(), found.dispute().reference());
    }
  }

  /** A proof is not believed against the numbers. */
  @Test
  void aProofThatPointsContradictIsNone() {
    Asked asked = Asked.of("f(x) = [abs(x), 1]");
    OracleModel model = asked.model(List.of(asked.output(1), asked.pool().zero()));
    Expr sign = asked.pool().apply(FunctionTable.get("sign"), asked.input(0));
    SymjaOracle.Source proving =
        new SymjaOracle.Source() {
          @Override
          public Reply derivative(Expr function, Expr variable, Duration limit) {
            return new Reply.Expression(sign);
          }

          @Override
          public Reply difference(Expr left, Expr right, Duration limit) {
            return new Reply.Expression(asked.pool().zero());
          }
        };
    Opinion opinion = Asked.report(model, proving).entries().get(0).opinion();
    assertTrue(opinion.isFailure(), opinion::toString);
  }

  @Test
  void atAKinkBothMaySayWhatTheyLike() {
    Asked asked = Asked.of("f(x) = [abs(x), if x < 0 then -1 else 1, 0]");
    List<Expr> partials = List.of(asked.output(1), asked.pool().zero(), asked.pool().zero());
    Opinion opinion = Asked.report(asked.model(partials)).entries().get(0).opinion();
    assertFalse(opinion.isFailure(), opinion::toString);
  }

  @Test
  void whatHasNoCounterpartIsNoOpinionThatNamesIt() {
    StringBuilder text = new StringBuilder("f(x, y) = sin(x*y)");
    for (int i = 0; i < 16; i++) {
      text.insert(text.indexOf("=") + 2, "(").append(" + 1)*(x + ").append(i).append(" + sin(y))");
    }
    Asked asked = Asked.of(text.toString());
    List<Expr> chain = new ArrayList<>(List.of(asked.output(0)));
    for (int i = 0; i < 12; i++) {
      Expr last = chain.get(i);
      chain.add(asked.pool().product(last, asked.pool().apply(FunctionTable.get("sin"), last)));
    }
    Reply reply = asked.symja().derivative(chain.get(12), asked.input(0), Asked.LIMIT);
    String reason = assertInstanceOf(Reply.None.class, reply).reason();
    assertTrue(reason.matches("Symja has no counterpart of an expression of \\d+ nodes.*"), reason);
  }
}
