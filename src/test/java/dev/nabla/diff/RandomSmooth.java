package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Random smooth expressions with bounded values, and their value by Hipparchus. */
public final class RandomSmooth {
  private static final List<String> FUNCTIONS = List.of("sin", "cos", "tanh", "atan", "exp");

  private final Random random;
  private final ExprPool pool = new ExprPool();
  private final List<Element> variables = new ArrayList<>();
  private final List<Expr> nodes = new ArrayList<>();

  public RandomSmooth(long seed, int variableCount, int size) {
    random = new Random(seed);
    for (int i = 0; i < variableCount; i++) {
      variables.add((Element) pool.element(new Symbol("x" + i, Symbol.Kind.VARIABLE, i)));
    }
    nodes.addAll(variables);
    for (int i = 0; i < size; i++) {
      nodes.add(next());
    }
  }

  private Expr next() {
    return switch (random.nextInt(7)) {
      case 0 -> pool.sum(any(), any(), pool.num(Rational.of(random.nextInt(9) - 4, 3)));
      case 1 -> pool.subtract(any(), pool.scale(Rational.of(1, 2), any()));
      case 2 -> pool.product(bounded(any()), bounded(any()));
      case 3 -> pool.power(positive(any()), pool.num(Rational.of(random.nextInt(9) - 4, 2)));
      case 4 -> pool.power(bounded(any()), random.nextInt(3) + 1);
      case 5 -> pool.power(positive(any()), bounded(any()));
      default -> function(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), bounded(any()));
    };
  }

  private Expr function(String name, Expr argument) {
    return pool.apply(FunctionTable.get(name), argument);
  }

  private Expr bounded(Expr expr) {
    return random.nextBoolean() ? function("sin", expr) : function("tanh", expr);
  }

  private Expr positive(Expr expr) {
    return pool.sum(pool.num(2), bounded(expr));
  }

  /** A node, rather a late one. */
  public Expr any() {
    int back = Math.min(random.nextInt(nodes.size()), random.nextInt(nodes.size()));
    return nodes.get(nodes.size() - 1 - back);
  }

  public ExprPool pool() {
    return pool;
  }

  public List<Element> variables() {
    return variables;
  }

  public double[] point() {
    return random.doubles(variables.size(), -1.5, 1.5).toArray();
  }

  /** The value with all its partial derivatives, from another library's rules. */
  public DerivativeStructure byHipparchus(Expr root, Map<Expr, DerivativeStructure> inputs) {
    Map<Expr, DerivativeStructure> values = new HashMap<>(inputs);
    DerivativeStructure model = inputs.values().iterator().next();
    for (Expr node : Traversal.postOrder(root)) {
      if (!values.containsKey(node)) {
        values.put(node, compute(node, values, model));
      }
    }
    return values.get(root);
  }

  private static DerivativeStructure compute(
      Expr node, Map<Expr, DerivativeStructure> values, DerivativeStructure model) {
    List<DerivativeStructure> operands = node.children().stream().map(values::get).toList();
    if (node instanceof Num num) {
      return model.newInstance(num.value().doubleValue());
    }
    if (node instanceof Sum) {
      return operands.stream().reduce(DerivativeStructure::add).orElseThrow();
    }
    if (node instanceof Product) {
      return operands.stream().reduce(DerivativeStructure::multiply).orElseThrow();
    }
    if (node instanceof Power power) {
      return power.exponent() instanceof Num exponent
          ? exponent.value().isInteger()
              ? operands.get(0).pow(exponent.value().intValue())
              : operands.get(0).pow(exponent.value().doubleValue())
          : operands.get(0).pow(operands.get(1));
    }
    DerivativeStructure x = operands.get(0);
    return switch (((Apply) node).function().name()) {
      case "sin" -> x.sin();
      case "cos" -> x.cos();
      case "tanh" -> x.tanh();
      case "atan" -> x.atan();
      case "exp" -> x.exp();
      default -> throw new AssertionError(node);
    };
  }
}
