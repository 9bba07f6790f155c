package dev.nabla.symja;

import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.symja.Inward.Plan;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** What each expression of Symja means over the reals. */
final class Meanings {
  private final SymjaTranslation translation;
  private final ExprPool pool;
  private final FunctionMeanings functions;
  private final ConditionMeanings conditions;

  Meanings(SymjaTranslation translation) {
    this.translation = translation;
    this.pool = translation.pool();
    this.functions = new FunctionMeanings(pool);
    this.conditions = new ConditionMeanings(pool);
  }

  Plan plan(IExpr expression) {
    if (expression instanceof IRational number) {
      BigInteger numerator = number.toBigNumerator();
      return constant(pool.num(new Rational(numerator, number.toBigDenominator())));
    } else if (expression instanceof ISymbol symbol) {
      return constant(translation.leaf(symbol).orElseGet(() -> named(symbol)));
    } else if (expression instanceof IAST call) {
      return call(call);
    }
    throw NoCounterpartException.inNabla(expression.toString());
  }

  private static Plan constant(Expr value) {
    return new Plan(List.of(), none -> value);
  }

  private Expr named(ISymbol symbol) {
    return switch (symbol.toString()) {
      case "Pi" -> pool.constant(Constant.Name.PI);
      case "E" -> pool.constant(Constant.Name.E);
      case "Degree" -> pool.product(pool.num(Rational.of(1, 180)), pool.constant(Constant.Name.PI));
      case "GoldenRatio" -> pool.scale(Rational.HALF, pool.sum(pool.one(), pool.sqrt(pool.num(5))));
      case "EulerGamma" -> functions.eulerGamma();
      case "True" -> pool.truth();
      case "False" -> pool.falsehood();
      case "Indeterminate", "Undefined", "ComplexInfinity" -> undefined();
      default -> throw NoCounterpartException.inNabla(symbol.toString());
    };
  }

  /** 1/0, which has no value anywhere. */
  private Expr undefined() {
    return pool.reciprocal(pool.zero());
  }

  private Plan call(IAST call) {
    if (!(call.head() instanceof ISymbol head)) {
      return derivative(call);
    }
    return switch (head.toString()) {
      case "Piecewise" -> piecewise(call);
      case "Which" -> chain(arguments(call));
      case "ConditionalExpression" -> chain(List.of(call.arg2(), call.arg1()));
      case "If" -> conditional(call);
      case "DirectedInfinity" -> constant(undefined());
      case "Sum" -> reduction(call, Reduce.Operation.SUM);
      case "Product" -> reduction(call, Reduce.Operation.PRODUCT);
      default -> plain(head, call);
    };
  }

  private Plan plain(ISymbol head, IAST call) {
    List<IExpr> arguments = arguments(call);
    if (conditions.knows(head)) {
      return conditions.plan(head, arguments);
    }
    Function<List<Expr>, Expr> meaning =
        functions
            .of(head.toString(), arguments.size())
            .orElseThrow(() -> NoCounterpartException.inNabla(name(call)));
    return new Plan(arguments, meaning);
  }

  private static List<IExpr> arguments(IAST call) {
    return IntStream.rangeClosed(1, call.argSize()).mapToObj(call::get).toList();
  }

  private static String name(IAST call) {
    int arity = call.argSize();
    return call.head() + " of " + arity + (arity == 1 ? " argument" : " arguments");
  }

  /** Derivatives that Symja leaves open, though they are known. */
  private static final List<ISymbol> STEPS = List.of(S.Sign, S.RealSign, S.UnitStep);

  /** Derivative(1)[Abs][u]: the function is the argument of the head. */
  private Plan derivative(IAST call) {
    if (call.head() instanceof IAST outer
        && outer.argSize() == 1
        && outer.head().toString().equals("Derivative(1)")
        && call.argSize() == 1) {
      IExpr function = outer.arg1();
      if (function.equals(S.Abs) || function.equals(S.RealAbs)) {
        return new Plan(arguments(call), functions.named("sign"));
      } else if (STEPS.contains(function)) {
        return new Plan(arguments(call), u -> zeroWhereNot0(u.get(0)));
      }
    }
    throw NoCounterpartException.inNabla(call.toString());
  }

  private Expr zeroWhereNot0(Expr u) {
    return pool.select(conditions.isZero(u), undefined(), pool.zero());
  }

  // ---- conditionals

  /** Piecewise({{value, condition}, …}, otherwise); 0 where there is no otherwise. */
  private Plan piecewise(IAST call) {
    List<IExpr> chain = new ArrayList<>();
    if (!(call.arg1() instanceof IAST cases)) {
      throw NoCounterpartException.inNabla(name(call));
    }
    for (IExpr pair : cases) {
      if (!(pair instanceof IAST both) || both.argSize() != 2) {
        throw NoCounterpartException.inNabla(name(call));
      }
      chain.add(both.arg2());
      chain.add(both.arg1());
    }
    return call.argSize() == 1 ? selects(chain, pool.zero()) : selects(chain, call.arg2());
  }

  private Plan conditional(IAST call) {
    List<IExpr> first = List.of(call.arg1(), call.arg2());
    return call.argSize() == 2 ? chain(first) : selects(first, call.arg3());
  }

  /** condition, value, condition, value, …, and no value where none of them holds. */
  private Plan chain(List<IExpr> chain) {
    return selects(chain, undefined());
  }

  /** condition, value, condition, value, …, and the last value where none of them holds. */
  private Plan selects(List<IExpr> chain, IExpr otherwise) {
    List<IExpr> operands = new ArrayList<>(chain);
    operands.add(otherwise);
    return new Plan(
        operands, parts -> folded(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1)));
  }

  private Plan selects(List<IExpr> chain, Expr otherwise) {
    return new Plan(chain, parts -> folded(parts, otherwise));
  }

  private Expr folded(List<Expr> chain, Expr otherwise) {
    Expr result = otherwise;
    for (int i = chain.size() - 2; i >= 0; i -= 2) {
      result = pool.select(chain.get(i), chain.get(i + 1), result);
    }
    return result;
  }

  // ---- sums and products

  private Plan reduction(IAST call, Reduce.Operation operation) {
    if (call.argSize() == 2
        && call.arg2() instanceof IAST range
        && range.argSize() == 3
        && range.arg1() instanceof ISymbol bound
        && translation.leaf(bound).orElse(pool.zero()) instanceof Index index) {
      return new Plan(
          List.of(range.arg2(), range.arg3(), call.arg1()),
          parts -> pool.reduce(operation, index, parts.get(0), parts.get(1), parts.get(2)));
    }
    throw NoCounterpartException.inNabla(call.toString());
  }
}
