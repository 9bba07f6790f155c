package dev.nabla;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.array.EvaluatedForms;
import dev.nabla.array.JacobianBlock;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Traversal;
import dev.nabla.function.KeptFunction;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Jacobian with indices written out in scalars: each function of a whole array in the form in
 * which it is evaluated, so that softmax subtracts the maximum.
 */
final class StableCode {
  private final ArrayJacobian jacobian;
  private final List<IndexedFunction.Argument> variables;
  private final Map<String, Integer> sizes;

  StableCode(
      ArrayJacobian jacobian,
      List<IndexedFunction.Argument> variables,
      Map<String, Integer> sizes) {
    this.jacobian = jacobian;
    this.variables = List.copyOf(variables);
    this.sizes = Map.copyOf(sizes);
  }

  /** Whether it is worth while to derive a Jacobian and ask {@link #isNeeded}. */
  static boolean mayBeNeeded(IndexedFunction function) {
    boolean hasArrays =
        Stream.concat(function.variables().stream(), function.parameters().stream())
            .anyMatch(argument -> !argument.sizes().isEmpty());
    List<Expr> nodes = Traversal.postOrder(function.output().element());
    return hasArrays
        && nodes.stream().anyMatch(node -> node instanceof Reduce || node instanceof ArrayApply)
        && nodes.stream().anyMatch(StableCode::mayExponentiate);
  }

  /** exp, or a function of whole arrays or of the text's own that may hold it. */
  private static boolean mayExponentiate(Expr node) {
    return node instanceof ArrayApply
        || (node instanceof Apply apply
            && (apply.function().name().equals("exp") || apply.function() instanceof KeptFunction));
  }

  /** Whether a sum of exponentials is evaluated, which plain scalars would let overflow. */
  static boolean isNeeded(ArrayJacobian jacobian) {
    List<Expr> roots = new ArrayList<>(List.of(jacobian.element()));
    jacobian.blocks().forEach(block -> roots.add(block.element()));
    return Traversal.postOrder(roots).stream().anyMatch(StableCode::sumsExponentials);
  }

  private static boolean sumsExponentials(Expr node) {
    return node instanceof ArrayApply apply
        && switch (apply.function()) {
          case SOFTMAX, LOGSUMEXP -> true;
          case INVERSE, DETERMINANT -> false;
        };
  }

  /** What is differentiated, as its author wrote it; of a Hessian the derived gradient. */
  ScalarFunction primitives() {
    return jacobian.gradientOf().isPresent()
        ? expanded(jacobian.rows(), jacobian.element())
        : new Expander(jacobian.function().at(sizes)).expand();
  }

  /** The code of values and partial derivatives without loops. */
  JacobianCode code(ScalarFunction function) {
    Forms forms = forms();
    return new JacobianCode(
        function, forms.values(), List.of(forms.rows()), columns(function).size());
  }

  /** The forms in which values and partial derivatives are evaluated. */
  record Forms(List<Expr> values, List<SparseRow> rows) {}

  Forms forms() {
    List<Expr> values = expanded(jacobian.rows(), evaluated(jacobian.element())).outputs();
    return new Forms(values, rows(values.size()));
  }

  /** The scalar variables of the columns. */
  List<Element> columns(ScalarFunction function) {
    List<Element> columns = new ArrayList<>();
    for (IndexedFunction.Argument variable : variables) {
      function.variables().stream()
          .filter(element -> element.symbol().equals(variable.symbol()))
          .forEach(columns::add);
    }
    return columns;
  }

  /** The form whose rounding errors are those of the evaluators. */
  private Expr evaluated(Expr element) {
    return new EvaluatedForms(jacobian.function().pool()).of(element);
  }

  /** The elements of an array of some axes at the given sizes, row-major. */
  private ScalarFunction expanded(List<Axis> axes, Expr element) {
    List<Index> indices = axes.stream().map(Axis::index).toList();
    IndexedFunction.Output output =
        new IndexedFunction.Output(axes.stream().map(Axis::upper).toList(), indices, element);
    return new Expander(jacobian.function().withOutput(output).at(sizes)).expand();
  }

  private List<SparseRow> rows(int rowCount) {
    List<SortedMap<Integer, Expr>> rows = new ArrayList<>();
    for (int i = 0; i < rowCount; i++) {
      rows.add(new TreeMap<>());
    }
    int offset = 0;
    for (JacobianBlock block : jacobian.blocks()) {
      List<Expr> entries = expanded(block.axes(), evaluated(block.element())).outputs();
      int columnCount = entries.size() / rowCount;
      for (int p = 0; p < entries.size(); p++) {
        if (entries.get(p) != jacobian.function().pool().zero()) {
          rows.get(p / columnCount).put(offset + p % columnCount, entries.get(p));
        }
      }
      offset += columnCount;
    }
    return rows.stream().map(SparseRow::of).toList();
  }
}
