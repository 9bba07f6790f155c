package dev.nabla;

import dev.nabla.expr.Element;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs of an evaluator: the variables' elements row-major in declared order, then the
 * parameters'.
 */
public final class InputValues {
  private final double[] values;

  private InputValues(double[] values) {
    this.values = values;
  }

  /** A fresh array of the inputs. */
  public double[] toArray() {
    return values.clone();
  }

  /** Collects the value of each argument by name. */
  public static final class Builder {
    private final Map<String, Integer> offsets = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final Map<String, double[]> given = new LinkedHashMap<>();
    private final int size;

    private Builder(int size) {
      this.size = size;
    }

    /** Arguments of given sizes, in their order. */
    static Builder of(List<RolledEvaluator.Argument> arguments) {
      Builder builder =
          new Builder(arguments.stream().mapToInt(RolledEvaluator.Argument::count).sum());
      int offset = 0;
      for (RolledEvaluator.Argument argument : arguments) {
        builder.offsets.put(argument.name(), offset);
        builder.lengths.put(argument.name(), argument.count());
        offset += argument.count();
      }
      return builder;
    }

    Builder(List<Element> inputs) {
      size = inputs.size();
      for (int i = 0; i < inputs.size(); i++) {
        String name = inputs.get(i).symbol().name();
        offsets.putIfAbsent(name, i);
        lengths.merge(name, 1, Integer::sum);
      }
    }

    /**
     * Sets an argument: its elements row-major.
     *
     * @throws IllegalArgumentException for a name that is no argument, or a wrong number of values
     */
    public Builder put(String name, double... elements) {
      Integer length = lengths.get(name);
      if (length == null) {
        throw new IllegalArgumentException(
            "there is no argument '" + name + "'; there is " + String.join(", ", lengths.keySet()));
      }
      if (length != elements.length) {
        throw new IllegalArgumentException(
            "argument '" + name + "' has " + length + " elements, not " + elements.length);
      }
      given.put(name, elements.clone());
      return this;
    }

    /**
     * The inputs.
     *
     * @throws IllegalArgumentException if an argument has no value
     */
    public InputValues build() {
      double[] values = new double[size];
      Arrays.fill(values, Double.NaN);
      offsets.forEach(
          (name, offset) -> {
            double[] elements = given.get(name);
            if (elements == null) {
              throw new IllegalArgumentException("argument '" + name + "' has no value");
            }
            System.arraycopy(elements, 0, values, offset, elements.length);
          });
      return new InputValues(values);
    }
  }
}
