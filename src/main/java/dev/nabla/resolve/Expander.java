package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.NumberTooLargeException;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.source.NablaException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link IndexedFunction} → {@link ScalarFunction}: every size must be a number. */
public final class Expander {
  private static final int MOST_ELEMENTS = 1_000_000;

  private final IndexedFunction function;
  private final ExprPool pool;
  private final Expansion expansion;
  private final KnownSizes sizes;

  public Expander(IndexedFunction function) {
    this.function = function;
    this.sizes = new KnownSizes(function);
    this.pool = function.pool();
    this.expansion = new Expansion(pool);
  }

  public ScalarFunction expand() {
    List<Element> inputs = new ArrayList<>();
    function.variables().forEach(argument -> addElements(argument, inputs));
    int variableCount = inputs.size();
    function.parameters().forEach(argument -> addElements(argument, inputs));
    List<Integer> outputSizes = sizes.ofOutput();
    List<Expr> outputs =
        new Lookups(pool, this::sizesOf)
            .expand(instances(function.output().element(), function.output().axes(), outputSizes));
    checkElements(outputs);
    List<Expr> assumptions = new ArrayList<>();
    for (Expr assumption : function.assumptions()) {
      assumptions.addAll(assumptionInstances(assumption));
    }
    InputFacts facts = new InputFacts(function);
    inputs.forEach(input -> assumptions.addAll(facts.of(input)));
    return new ScalarFunction(
        function.name(),
        pool,
        List.copyOf(inputs),
        variableCount,
        outputs,
        outputSizes,
        function.outputLabels().size() == outputs.size() ? function.outputLabels() : List.of(),
        List.copyOf(assumptions),
        subscripts(inputs),
        vanished(),
        function.written(),
        function.rules());
  }

  private SortedMap<Integer, Integer> subscripts(List<Element> inputs) {
    SortedMap<Integer, Integer> subscripts = new TreeMap<>();
    for (int i = 0; i < inputs.size() && !function.indexInputs().isEmpty(); i++) {
      Expr size = function.indexInputs().get(inputs.get(i).symbol());
      if (size != null) {
        subscripts.put(i, sizes.number("'" + inputs.get(i).symbol().name() + "'", size));
      }
    }
    return Collections.unmodifiableSortedMap(subscripts);
  }

  private List<Expr> vanished() {
    IndexInstances instances = new IndexInstances(function);
    return function.vanished().stream().flatMap(expr -> instances.of(expr).stream()).toList();
  }

  private void addElements(IndexedFunction.Argument argument, List<Element> inputs) {
    List<Integer> sizes = this.sizes.of(argument);
    checkCount("'" + argument.symbol().name() + "'", sizes);
    List<Expr> axes = new ArrayList<>();
    for (int d = 0; d < sizes.size(); d++) {
      axes.add(Value.axis(pool, d));
    }
    Expr element = pool.element(argument.symbol(), axes);
    for (Expr instance : instances(element, axes, sizes)) {
      inputs.add((Element) instance);
    }
    if (inputs.size() > MOST_ELEMENTS) {
      throw error("the arguments have more than " + MOST_ELEMENTS + " elements");
    }
  }

  private void checkCount(String what, List<Integer> sizes) {
    long count = 1;
    for (int size : sizes) {
      count = Math.multiplyExact(count, (long) size);
      if (count > MOST_ELEMENTS) {
        throw error(what + " has more than " + MOST_ELEMENTS + " elements");
      }
    }
  }

  /** The element at every tuple of indices, row-major; one axis after the other. */
  private List<Expr> instances(Expr element, List<? extends Expr> axes, List<Integer> sizes) {
    checkCount("the output", sizes);
    try {
      List<Expr> current = List.of(expansion.expand(element));
      for (int d = 0; d < sizes.size(); d++) {
        List<Expr> next = new ArrayList<>(current.size() * sizes.get(d));
        List<Substitution> substitutions = new ArrayList<>(sizes.get(d));
        for (int k = 1; k <= sizes.get(d); k++) {
          substitutions.add(new Substitution(pool, Map.of(axes.get(d), pool.num(k))));
        }
        for (Expr expr : current) {
          for (Substitution substitution : substitutions) {
            next.add(expansion.expand(substitution.apply(expr)));
            expansion.checkSize();
          }
        }
        current = next;
      }
      return List.copyOf(current);
    } catch (Expansion.Refused refused) {
      throw error("'" + function.name() + "' cannot be written out: " + refused.getMessage());
    } catch (NumberTooLargeException tooLarge) {
      throw error("'" + function.name() + "' cannot be written out: " + tooLarge.getMessage());
    }
  }

  /** An assumption on an array holds for each element. */
  private List<Expr> assumptionInstances(Expr assumption) {
    List<Expr> axes = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Expr node : Traversal.postOrder(assumption)) {
      if (node instanceof Element element && !element.indices().isEmpty()) {
        sizesOf(element.symbol())
            .forEach(
                size -> {
                  if (axes.size() < element.indices().size()) {
                    axes.add(Value.axis(pool, axes.size()));
                    sizes.add(this.sizes.number(element.symbol().name(), size));
                  }
                });
      }
    }
    return instances(assumption, axes, sizes);
  }

  private List<Expr> sizesOf(Symbol symbol) {
    List<IndexedFunction.Argument> arguments = new ArrayList<>(function.variables());
    arguments.addAll(function.parameters());
    return arguments.stream()
        .filter(argument -> argument.symbol().equals(symbol))
        .findFirst()
        .map(IndexedFunction.Argument::sizes)
        .orElse(List.of());
  }

  /** Every element must lie within its array, and nothing may be left that is not a scalar. */
  private void checkElements(List<Expr> outputs) {
    Map<Symbol, List<Expr>> sizes = new HashMap<>();
    for (Expr node : Traversal.postOrder(outputs)) {
      if (node instanceof Element element) {
        if (element.symbol().kind() == Symbol.Kind.DIMENSION) {
          this.sizes.number("the function", element);
        }
        List<Expr> bounds = sizes.computeIfAbsent(element.symbol(), this::sizesOf);
        for (int d = 0; d < bounds.size(); d++) {
          checkIndex(element, element.indices().get(d), bounds.get(d));
        }
      } else if (node instanceof Power power
          && PowerResolver.isZero(power.base())
          && power.exponent() instanceof Num exponent
          && exponent.value().signum() < 0) {
        throw error("written out, '" + function.name() + "' divides by zero");
      } else if (node.isIndexed()) {
        throw error("the range of a sum does not come out as a number");
      }
    }
  }

  private void checkIndex(Element element, Expr index, Expr size) {
    Rational value = ((Num) index).value();
    if (!value.isInt() || value.signum() <= 0 || value.compareTo(((Num) size).value()) > 0) {
      throw NablaException.at(
          function.source(),
          function.span(),
          element + " is outside 1.." + size + " in '" + function.name() + "'",
          "give the index a smaller range: i = 1..n-1");
    }
  }

  private NablaException error(String message) {
    return NablaException.at(function.source(), function.span(), message);
  }
}
