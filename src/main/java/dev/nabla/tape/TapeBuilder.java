package dev.nabla.tape;

import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Lowers expressions to a {@link Tape}: values[i] and partials[p] as functions of inputs[s].
 *
 * <p>Every value that occurs more than once, in values and partials together, is computed once;
 * what no output needs is absent.
 */
public final class TapeBuilder {
  private TapeBuilder() {}

  /**
   * The tape of {@code values} and {@code partials}.
   *
   * @param inputs distinct elements; the position in the list is the slot in the array of inputs
   * @param values what is written to the array of values, in order
   * @param partials what is written to the array of partials
   * @throws IllegalArgumentException naming the element that is no input, or the indexed operation
   */
  public static Tape build(List<Expr> inputs, List<Expr> values, List<Partial> partials) {
    List<Expr> outputs = new ArrayList<>(values);
    List<TapeWriter.OutputSlot> outputSlots = new ArrayList<>();
    for (int position = 0; position < values.size(); position++) {
      outputSlots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_VALUE, position));
    }
    for (Partial partial : partials) {
      outputs.add(partial.value());
      outputSlots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_PARTIAL, partial.position()));
    }
    ValueGraph graph = new ValueGraph();
    Lowering lowering = Lowering.of(expanded(outputs), elements(inputs, graph), graph, true);
    int[] roots = new int[outputs.size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = graph.number(lowering.number(outputs.get(i)));
    }
    return write(graph, roots, outputSlots, inputs.size());
  }

  /** The tape of operations in a graph, given by their numbers. */
  static Tape write(
      ValueGraph graph, int[] roots, List<TapeWriter.OutputSlot> outputs, int inputCount) {
    Placement placement = new Placement(graph, roots);
    Schedule schedule = new Schedule(graph, placement, roots);
    return new TapeWriter(graph, placement, schedule, roots, outputs).write(inputCount);
  }

  /** The terms of the inputs. */
  static ToIntFunction<Element> elements(List<Expr> inputs, ValueGraph graph) {
    Map<Expr, Integer> slots = slots(inputs);
    return element -> {
      Integer slot = slots.get(element);
      if (slot == null) {
        throw new IllegalArgumentException(element + " is not an input of the tape");
      }
      return graph.input(slot);
    };
  }

  private static Map<Expr, Integer> slots(List<Expr> inputs) {
    Map<Expr, Integer> slots = new HashMap<>();
    for (Expr input : inputs) {
      if (!(input instanceof Element)) {
        throw new IllegalArgumentException("the input " + input + " is not an element");
      }
      if (slots.put(input, slots.size()) != null) {
        throw new IllegalArgumentException("the input " + input + " is given twice");
      }
    }
    return slots;
  }

  /** The nodes in topological order, all of them scalars. */
  static List<Expr> expanded(List<Expr> outputs) {
    List<Expr> nodes = Traversal.postOrder(outputs);
    for (Expr node : nodes) {
      if (node instanceof Reduce reduce) {
        throw new IllegalArgumentException(
            "a tape takes no " + reduce.operation() + " over an index: expand it first");
      }
      if (node instanceof Delta delta) {
        throw new IllegalArgumentException("a tape takes no delta " + delta + ": expand it first");
      }
    }
    return nodes;
  }
}
