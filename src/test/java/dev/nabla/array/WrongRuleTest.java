package dev.nabla.array;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law would find a rule that is wrong. */
class WrongRuleTest {
  /** What a wrong rule makes of a node; pools are those of the node's function. */
  private enum Mistake {
    GUARD_DROPPED {
      @Override
      Expr of(ExprPool pool, Expr node) {
        return node instanceof Select select && select.whenFalse() == pool.zero()
            ? select.whenTrue()
            : node;
      }
    },
    DELTA_OFF_BY_ONE {
      @Override
      Expr of(ExprPool pool, Expr node) {
        return node instanceof Delta delta
            ? pool.delta(pool.sum(delta.left(), pool.one()), delta.right())
            : node;
      }
    },
    RANGE_ONE_SHORT {
      @Override
      Expr of(ExprPool pool, Expr node) {
        return node instanceof Reduce reduce
            ? pool.reduce(
                reduce.operation(),
                reduce.index(),
                reduce.lower(),
                pool.subtract(reduce.upper(), pool.one()),
                reduce.body())
            : node;
      }
    },
    NUMBER_LOST {
      @Override
      Expr of(ExprPool pool, Expr node) {
        return node instanceof Sum sum && sum.terms().stream().anyMatch(Num.class::isInstance)
            ? pool.sum(sum.terms().stream().filter(term -> !(term instanceof Num)).toList())
            : node;
      }
    };

    abstract Expr of(ExprPool pool, Expr node);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GUARD_DROPPED | [i=1..n] = sum(k = 1..i, x[k]^2)",
        "GUARD_DROPPED | = sum(i = 1..n-1, x[i]^2)",
        "DELTA_OFF_BY_ONE | [i=1..n] = x[i]^2",
        "DELTA_OFF_BY_ONE | [i=1..n] = exp(x[i])/sum(k, exp(x[k]))",
        "RANGE_ONE_SHORT | [i=1..n] = x[i]*sum(k, x[k]*A[k,i])",
        "RANGE_ONE_SHORT | = sum(A*x)*sum(x)",
        "NUMBER_LOST | = sum(k, tanh(x[k]))",
      })
  void theLawIsBrokenByIt(Mistake mistake, String body) {
    ArrayLaw law = new ArrayLaw("f(x[n], A[n,n]) " + body, Map.of("n", 3), 5);
    law.assertJacobian();
    assertThrows(
        AssertionError.class, () -> law.assertJacobian((pool, e) -> changed(pool, e, mistake)));
  }

  private static Expr changed(ExprPool pool, Expr root, Mistake mistake) {
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      List<Expr> children = node.children().stream().map(images::get).toList();
      images.put(node, mistake.of(pool, children.isEmpty() ? node : node.rebuild(pool, children)));
    }
    return images.get(root);
  }
}
