package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import dev.nabla.array.ArrayStorage;
import dev.nabla.array.Step;
import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs an array program by its definition, one element after the other, in no clever order. */
final class DirectEvaluation {
  private final Map<String, Integer> sizes;
  private final Map<String, ArrayStorage> storages = new HashMap<>();
  private final Map<String, Map<List<Integer>, Double>> elements = new HashMap<>();
  private final Map<Expr, Integer> indices = new HashMap<>();
  private final double[] inputs;

  private DirectEvaluation(ArrayProgram program, Map<String, Integer> sizes, double[] inputs) {
    this.sizes = sizes;
    this.inputs = inputs;
    program.arrays().forEach(storage -> storages.put(storage.symbol().name(), storage));
  }

  /** The partials of the program, as many as asked for. */
  static double[] partials(
      ArrayProgram program, Map<String, Integer> sizes, int count, double[] inputs) {
    DirectEvaluation evaluation = new DirectEvaluation(program, sizes, inputs);
    program.steps().forEach(step -> evaluation.assign((Step.Assignment) step, 0));
    double[] partials = new double[count];
    evaluation.storages.forEach(
        (name, storage) -> {
          if (storage.buffer() == ArrayStorage.Buffer.PARTIALS) {
            evaluation
                .elements
                .getOrDefault(name, Map.of())
                .forEach((at, value) -> partials[evaluation.position(storage, at)] = value);
          }
        });
    return partials;
  }

  private void assign(Step.Assignment step, int depth) {
    if (depth < step.axes().size()) {
      Axis axis = step.axes().get(depth);
      int upper = (int) value(axis.upper());
      for (int i = (int) value(axis.lower()); i <= upper; i++) {
        indices.put(axis.index(), i);
        assign(step, depth + 1);
      }
      indices.remove(axis.index());
    } else if (value(step.guard()) != 0) {
      double value = value(step.value());
      elements
          .computeIfAbsent(step.target().name(), name -> new HashMap<>())
          .put(subscripts(step.subscripts()), value);
    }
  }

  private List<Integer> subscripts(List<Expr> subscripts) {
    List<Integer> at = new ArrayList<>();
    subscripts.forEach(subscript -> at.add((int) value(subscript)));
    return at;
  }

  private int position(ArrayStorage storage, List<Integer> at) {
    int position = (int) value(storage.offset());
    for (int d = 0; d < at.size(); d++) {
      position += (at.get(d) - 1) * (int) value(storage.strides().get(d));
    }
    return position;
  }

  private double value(Expr expr) {
    if (expr instanceof Num num) {
      return num.value().doubleValue();
    }
    if (expr instanceof Constant constant) {
      return constant.name().value();
    }
    if (expr instanceof Index) {
      return indices.get(expr);
    }
    if (expr instanceof Element element) {
      return element(element);
    }
    if (expr instanceof Sum sum) {
      return sum.terms().stream().mapToDouble(this::value).sum();
    }
    if (expr instanceof Product product) {
      return product.factors().stream().mapToDouble(this::value).reduce(1, (a, b) -> a * b);
    }
    if (expr instanceof Power power) {
      return Math.pow(value(power.base()), value(power.exponent()));
    }
    if (expr instanceof Select select) {
      return value(select.condition()) != 0 ? value(select.whenTrue()) : value(select.whenFalse());
    }
    if (expr instanceof Delta delta) {
      return value(delta.left()) == value(delta.right()) ? 1 : 0;
    }
    if (expr instanceof Compare compare) {
      return compare.relation().holds(value(compare.left()), value(compare.right())) ? 1 : 0;
    }
    if (expr instanceof Logic logic) {
      return logic(logic);
    }
    if (expr instanceof Reduce reduce) {
      return reduce(reduce.operation(), reduce.index(), reduce, reduce.body());
    }
    return expr instanceof Apply apply ? apply(apply) : arrayApply((ArrayApply) expr);
  }

  private double element(Element element) {
    String name = element.symbol().name();
    if (sizes.containsKey(name)) {
      return sizes.get(name);
    }
    List<Integer> at = subscripts(element.indices());
    ArrayStorage storage = storages.get(name);
    return storage.buffer() == ArrayStorage.Buffer.INPUTS
        ? inputs[position(storage, at)]
        : elements.get(name).get(at);
  }

  private double logic(Logic logic) {
    boolean and = logic.connective() == Logic.Connective.AND;
    if (logic.connective() == Logic.Connective.NOT) {
      return 1 - value(logic.operands().get(0));
    }
    for (Expr operand : logic.operands()) {
      if ((value(operand) != 0) != and) {
        return and ? 0 : 1;
      }
    }
    return and ? 1 : 0;
  }

  private double reduce(Reduce.Operation operation, Index index, Reduce reduce, Expr body) {
    double total =
        switch (operation) {
          case SUM -> 0;
          case PRODUCT -> 1;
          case MAX -> Double.NEGATIVE_INFINITY;
          case MIN -> Double.POSITIVE_INFINITY;
        };
    int upper = (int) value(reduce.upper());
    for (int k = (int) value(reduce.lower()); k <= upper; k++) {
      indices.put(index, k);
      double term = value(body);
      total =
          switch (operation) {
            case SUM -> total + term;
            case PRODUCT -> total * term;
            case MAX -> Math.max(total, term);
            case MIN -> Math.min(total, term);
          };
    }
    indices.remove(index);
    return total;
  }

  private double apply(Apply apply) {
    ElementaryFunction.JavaCall call = FunctionTable.get(apply.function().name()).javaCall();
    Class<?>[] types = new Class<?>[apply.arguments().size()];
    Arrays.fill(types, double.class);
    Object[] arguments = apply.arguments().stream().map(this::value).toArray();
    try {
      return (double) call.owner().getMethod(call.method(), types).invoke(null, arguments);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a kernel is missing", broken);
    }
  }

  private double arrayApply(ArrayApply application) {
    Axis axis = application.axes().get(0);
    int lower = (int) value(axis.lower());
    int upper = (int) value(axis.upper());
    double[] values = new double[Math.max(0, upper - lower + 1)];
    for (int k = lower; k <= upper; k++) {
      indices.put(axis.index(), k);
      values[k - lower] = value(application.body());
    }
    indices.remove(axis.index());
    double largest = Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
    double total = Arrays.stream(values).map(v -> Math.exp(v - largest)).sum();
    return application.function() == ArrayFunction.LOGSUMEXP
        ? largest + Math.log(total)
        : Math.exp(values[(int) value(application.subscripts().get(0)) - lower] - largest) / total;
  }
}
