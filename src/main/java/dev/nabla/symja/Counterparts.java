package dev.nabla.symja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;

/** Each elementary function in Symja's words, over the reals. */
final class Counterparts {
  /** A function of Symja expressions. */
  private interface Form {
    IExpr of(IExpr x, IExpr y);
  }

  private static final Map<Encoding, Map<String, Form>> FORMS =
      Map.of(Encoding.NATIVE, nativeForms(), Encoding.DIFFERENTIABLE, differentiableForms());

  private Counterparts() {}

  /** function(arguments). */
  static IExpr of(String function, List<IExpr> arguments, Encoding encoding) {
    Form form = FORMS.get(encoding).get(function);
    if (form == null) {
      throw NoCounterpartException.inSymja("the function " + function);
    }
    return form.of(arguments.get(0), arguments.get(arguments.size() - 1));
  }

  private static Map<String, Form> nativeForms() {
    Map<String, Form> forms = new HashMap<>(common());
    unary(forms, "abs", S.Abs);
    unary(forms, "sign", S.Sign);
    forms.put("max", (x, y) -> call(S.Max, x, y));
    forms.put("min", (x, y) -> call(S.Min, x, y));
    forms.put("relu", (x, y) -> call(S.Max, x, F.C0));
    return Map.copyOf(forms);
  }

  /** Symja leaves the derivatives of Abs, Sign, Max and Min open. */
  private static Map<String, Form> differentiableForms() {
    Map<String, Form> forms = new HashMap<>(common());
    unary(forms, "abs", S.RealAbs);
    unary(forms, "sign", S.RealSign);
    forms.put("max", (x, y) -> piecewise(x, call(S.Greater, x, y), y));
    forms.put("min", (x, y) -> piecewise(x, call(S.Less, x, y), y));
    forms.put("relu", (x, y) -> piecewise(x, call(S.Greater, x, F.C0), F.C0));
    return Map.copyOf(forms);
  }

  private static Map<String, Form> common() {
    Map<String, Form> forms = new HashMap<>();
    circular(forms);
    hyperbolic(forms);
    exponential(forms);
    special(forms);
    unary(forms, "floor", S.Floor);
    unary(forms, "ceil", S.Ceiling);
    forms.put("hypot", (x, y) -> squareRoot(call(S.Plus, square(x), square(y))));
    return forms;
  }

  private static void circular(Map<String, Form> forms) {
    unary(forms, "sin", S.Sin);
    unary(forms, "cos", S.Cos);
    unary(forms, "tan", S.Tan);
    unary(forms, "cot", S.Cot);
    unary(forms, "sec", S.Sec);
    unary(forms, "csc", S.Csc);
    unary(forms, "asin", S.ArcSin);
    unary(forms, "acos", S.ArcCos);
    unary(forms, "atan", S.ArcTan);
    unary(forms, "acot", S.ArcCot);
    unary(forms, "asec", S.ArcSec);
    unary(forms, "acsc", S.ArcCsc);
    // The abscissa comes first in Symja.
    forms.put("atan2", (ordinate, abscissa) -> call(S.ArcTan, abscissa, ordinate));
  }

  private static void hyperbolic(Map<String, Form> forms) {
    unary(forms, "sinh", S.Sinh);
    unary(forms, "cosh", S.Cosh);
    unary(forms, "tanh", S.Tanh);
    unary(forms, "coth", S.Coth);
    unary(forms, "sech", S.Sech);
    unary(forms, "csch", S.Csch);
    unary(forms, "asinh", S.ArcSinh);
    unary(forms, "acosh", S.ArcCosh);
    unary(forms, "atanh", S.ArcTanh);
    unary(forms, "acoth", S.ArcCoth);
    unary(forms, "asech", S.ArcSech);
    unary(forms, "acsch", S.ArcCsch);
  }

  private static void exponential(Map<String, Form> forms) {
    forms.put("exp", (x, y) -> exponential(x));
    forms.put("expm1", (x, y) -> call(S.Plus, exponential(x), F.CN1));
    unary(forms, "log", S.Log);
    forms.put("log1p", (x, y) -> call(S.Log, call(S.Plus, F.C1, x)));
    forms.put("log10", (x, y) -> call(S.Log, F.ZZ(10), x));
    forms.put("log2", (x, y) -> call(S.Log, F.C2, x));
    forms.put("cbrt", (x, y) -> call(S.Surd, x, F.C3));
    unary(forms, "sigmoid", S.LogisticSigmoid);
    forms.put("softplus", (x, y) -> call(S.Log, call(S.Plus, F.C1, exponential(x))));
  }

  private static void special(Map<String, Form> forms) {
    unary(forms, "erf", S.Erf);
    unary(forms, "erfc", S.Erfc);
    unary(forms, "gamma", S.Gamma);
    unary(forms, "lgamma", S.LogGamma);
    forms.put("digamma", (x, y) -> call(S.PolyGamma, F.C0, x));
    forms.put("trigamma", (x, y) -> call(S.PolyGamma, F.C1, x));
    forms.put("polygamma", (order, x) -> call(S.PolyGamma, order, x));
    forms.put(
        "gelu",
        (x, y) ->
            call(
                S.Times,
                F.C1D2,
                x,
                call(S.Erfc, call(S.Times, F.CN1, x, call(S.Power, F.C2, F.CN1D2)))));
  }

  private static void unary(Map<String, Form> forms, String name, IBuiltInSymbol head) {
    forms.put(name, (x, y) -> call(head, x));
  }

  /** head(arguments), not evaluated. */
  static IExpr call(IExpr head, IExpr... arguments) {
    return F.ast(arguments, head);
  }

  static IExpr piecewise(IExpr value, IExpr condition, IExpr otherwise) {
    return call(S.Piecewise, call(S.List, call(S.List, value, condition)), otherwise);
  }

  private static IExpr exponential(IExpr x) {
    return call(S.Power, S.E, x);
  }

  private static IExpr square(IExpr x) {
    return call(S.Power, x, F.C2);
  }

  private static IExpr squareRoot(IExpr x) {
    return call(S.Power, x, F.C1D2);
  }
}
