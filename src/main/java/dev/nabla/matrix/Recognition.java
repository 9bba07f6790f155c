package dev.nabla.matrix;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the whole arrays in one expression; each part of it is looked at once. */
final class Recognition {
  /** A larger search would not end in a form that a person reads. */
  private static final int MOST_STEPS = 4_000;

  private final ExprPool pool;
  private final MatrixAlgebra algebra;
  private final Scope scope;
  private final Elementwise elementwise;
  private final Map<Expr, Optional<Indexed>> memo = new HashMap<>();
  private int steps;

  Recognition(
      ExprPool pool, MatrixAlgebra algebra, Scope scope, Map<Symbol, List<Expr>> arraySizes) {
    this.pool = pool;
    this.algebra = algebra;
    this.scope = scope;
    this.elementwise = new Elementwise(this, algebra, scope, arraySizes);
  }

  /** Makes an array of a network whose sums are all done. */
  interface Finish {
    Optional<Indexed> of(TensorNetwork network, Set<Index> free);
  }

  /** The array of an expression that depends on two indices at most. */
  Optional<Indexed> of(Expr expr) {
    Optional<Indexed> known = memo.get(expr);
    if (known == null) {
      known = isTooMuch() ? Optional.empty() : find(expr);
      memo.put(expr, known);
    }
    return known;
  }

  private boolean isTooMuch() {
    return ++steps > MOST_STEPS;
  }

  private Optional<Indexed> find(Expr expr) {
    Set<Index> free = scope.freeIndices(expr);
    Optional<Indexed> found = Optional.empty();
    if (free.size() <= 2) {
      boolean isSumOfProducts =
          expr instanceof Product
              || expr instanceof Delta
              || (expr instanceof Reduce reduce && reduce.operation() == Reduce.Operation.SUM);
      if (expr instanceof Sum sum) {
        found = sum(sum);
      } else {
        found = isSumOfProducts ? contract(Set.of(), expr, this::plain) : elementwise.of(expr);
      }
    }
    if (found.isEmpty() && free.isEmpty()) {
      return Optional.of(Indexed.scalar(new MatrixForm.ScalarExpression(expr)));
    }
    return found;
  }

  private Optional<Indexed> sum(Sum sum) {
    List<Optional<Indexed>> candidates = new ArrayList<>();
    candidates.add(add(sum.terms().stream().map(this::of).toList()));
    Expr expanded = new Expansion(pool).of(sum);
    if (expanded.treeSize() < sum.treeSize()) {
      candidates.add(of(expanded));
    }
    return shortest(candidates);
  }

  /** The sum of arrays, where all are there; an index that a term lacks is filled with ones. */
  Optional<Indexed> add(List<Optional<Indexed>> terms) {
    if (terms.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Indexed> present = terms.stream().map(Optional::orElseThrow).toList();
    return indices(present)
        .map(
            indices ->
                new Indexed(
                    indices,
                    algebra.plus(present.stream().map(term -> spread(term, indices)).toList())));
  }

  /** All indices of some arrays, those of a matrix first; empty if there are more than two. */
  static Optional<List<Index>> indices(List<Indexed> arrays) {
    Set<Index> indices = new LinkedHashSet<>();
    arrays.stream()
        .sorted((a, b) -> b.indices().size() - a.indices().size())
        .forEach(array -> indices.addAll(array.indices()));
    return indices.size() > 2 ? Optional.empty() : Optional.of(List.copyOf(indices));
  }

  /** The form over more indices; a scalar stays one, for it is spread wherever it stands. */
  MatrixForm spread(Indexed array, List<Index> indices) {
    if (array.indices().isEmpty()) {
      return array.form();
    }
    return filled(array, indices);
  }

  /** The form over exactly these indices. */
  MatrixForm filled(Indexed array, List<Index> indices) {
    if (array.indices().equals(indices)) {
      return array.form();
    }
    if (array.indices().isEmpty()) {
      return algebra.times(array.form(), ones(indices));
    }
    if (array.indices().size() == 2) {
      return algebra.transpose(array.form());
    }
    Index present = array.indices().get(0);
    return indices.get(0) == present
        ? algebra.chain(
            array.form(), new MatrixForm.Ones(Shape.row(scope.sizes().get(indices.get(1)))))
        : algebra.chain(
            new MatrixForm.Ones(Shape.column(scope.sizes().get(indices.get(0)))),
            algebra.transpose(array.form()));
  }

  private MatrixForm ones(List<Index> indices) {
    Expr rows = scope.sizes().get(indices.get(0));
    return new MatrixForm.Ones(
        indices.size() == 1
            ? Shape.column(rows)
            : Shape.matrix(rows, scope.sizes().get(indices.get(1))));
  }

  /** Σ over the summed indices of the body. */
  Optional<Indexed> contract(Set<Index> summed, Expr body, Finish finish) {
    if (isTooMuch()) {
      return Optional.empty();
    }
    if (body instanceof Reduce reduce && reduce.operation() == Reduce.Operation.SUM) {
      return open(reduce)
          .flatMap(opened -> contract(with(summed, opened.indices()), opened.body(), finish));
    }
    if (body instanceof Sum sum) {
      List<Optional<Indexed>> candidates = new ArrayList<>();
      candidates.add(
          add(sum.terms().stream().map(term -> contract(summed, term, finish)).toList()));
      if (scope.freeIndices(body).size() <= 2) {
        candidates.add(product(summed, body, finish));
      }
      Expr expanded = new Expansion(pool).of(sum);
      if (expanded.treeSize() < sum.treeSize()) {
        candidates.add(contract(summed, expanded, finish));
      }
      return shortest(candidates);
    }
    return product(summed, body, finish);
  }

  private Optional<Scope.Opened> open(Reduce reduce) {
    Axis axis = new Axis(reduce.index(), reduce.lower(), reduce.upper());
    return scope.open(List.of(axis), reduce.body());
  }

  private static Set<Index> with(Set<Index> indices, List<Index> more) {
    Set<Index> all = new LinkedHashSet<>(indices);
    all.addAll(more);
    return all;
  }

  static Optional<Indexed> shortest(List<Optional<Indexed>> candidates) {
    return candidates.stream()
        .flatMap(Optional::stream)
        .reduce((a, b) -> b.form().length() < a.form().length() ? b : a);
  }

  /** Σ of a product as a network; where a factor is a sum, also that of its terms. */
  private Optional<Indexed> product(Set<Index> summed, Expr body, Finish finish) {
    Optional<Contraction> found = Contraction.of(pool, scope.sizes(), summed, body);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Contraction contraction = found.get();
    Set<Index> free = new LinkedHashSet<>(scope.freeIndices(body));
    free.removeAll(summed);
    List<Optional<Indexed>> candidates = new ArrayList<>();
    Optional<TensorNetwork> network = network(contraction);
    network
        .filter(TensorNetwork::reduce)
        .ifPresent(reduced -> candidates.add(finish.of(reduced, free)));
    boolean isPlain = candidates.stream().anyMatch(Optional::isPresent);
    for (Expr factor : contraction.factors()) {
      if (factor instanceof Sum sum
          && contraction.factors().size() + contraction.deltas().size() > 1
          && (!isPlain || isMixed(sum))) {
        candidates.add(distributed(contraction, sum, finish));
        break;
      }
    }
    if (!isPlain && candidates.stream().allMatch(Optional::isEmpty)) {
      candidates.add(flattened(contraction, finish));
    }
    return shortest(candidates);
  }

  private Optional<TensorNetwork> network(Contraction contraction) {
    TensorNetwork network = new TensorNetwork(algebra, scope.sizes(), contraction.summed());
    for (Expr factor : contraction.factors()) {
      Optional<Indexed> array = isWhole(contraction, factor) ? elementwise(factor) : of(factor);
      if (array.isEmpty()) {
        return Optional.empty();
      }
      network.multiply(array.get());
    }
    for (Contraction.Pair delta : contraction.deltas()) {
      network.multiply(
          new Indexed(
              List.of(delta.first(), delta.second()),
              new MatrixForm.Identity(scope.sizes().get(delta.first()))));
    }
    return Optional.of(network);
  }

  /** A single factor is the product itself: looking it up would ask the same question again. */
  private static boolean isWhole(Contraction contraction, Expr factor) {
    return contraction.factors().size() == 1
        && !(factor instanceof Sum || factor instanceof Reduce);
  }

  private Optional<Indexed> elementwise(Expr factor) {
    return scope.freeIndices(factor).size() <= 2 ? elementwise.of(factor) : Optional.empty();
  }

  /** Terms that depend on different indices would be filled with ones; a δ is often gone alone. */
  private boolean isMixed(Sum sum) {
    Set<Index> all = scope.freeIndices(sum);
    return sum.terms().stream()
        .anyMatch(
            term -> {
              Set<Index> free = scope.freeIndices(term);
              boolean hasDelta =
                  term instanceof Delta
                      || (term instanceof Product product
                          && product.factors().stream().anyMatch(f -> f instanceof Delta));
              return hasDelta || (!free.isEmpty() && !free.equals(all));
            });
  }

  private Optional<Indexed> distributed(Contraction contraction, Sum sum, Finish finish) {
    List<Expr> others = new ArrayList<>(contraction.factors());
    others.remove(sum);
    contraction.deltas().forEach(pair -> others.add(pool.delta(pair.first(), pair.second())));
    List<Optional<Indexed>> terms = new ArrayList<>();
    for (Expr term : sum.terms()) {
      List<Expr> factors = new ArrayList<>(others);
      factors.add(term);
      terms.add(contract(contraction.summed(), pool.product(factors), finish));
    }
    return add(terms);
  }

  /** A·Σₖ b → Σₖ A·b, where the inner sum alone depends on too many indices. */
  private Optional<Indexed> flattened(Contraction contraction, Finish finish) {
    for (Expr factor : contraction.factors()) {
      if (factor instanceof Reduce reduce
          && reduce.operation() == Reduce.Operation.SUM
          && contraction.factors().size() + contraction.deltas().size() > 1) {
        List<Expr> factors = new ArrayList<>(contraction.factors());
        factors.remove(factor);
        contraction.deltas().forEach(pair -> factors.add(pool.delta(pair.first(), pair.second())));
        return open(reduce)
            .flatMap(
                opened -> {
                  factors.add(opened.body());
                  return contract(
                      with(contraction.summed(), opened.indices()), pool.product(factors), finish);
                });
      }
    }
    return Optional.empty();
  }

  /** A scalar, a column, a matrix or the outer product of two columns. */
  private Optional<Indexed> plain(TensorNetwork network, Set<Index> free) {
    List<Indexed> parts = network.parts(free).orElse(List.of());
    List<Index> indices = new ArrayList<>();
    parts.forEach(part -> indices.addAll(part.indices()));
    if (free.size() > 2) {
      return Optional.empty();
    }
    MatrixForm scalar = network.scalar();
    return Optional.of(
        switch (parts.size()) {
          case 0 -> Indexed.scalar(scalar);
          case 1 -> new Indexed(parts.get(0).indices(), algebra.times(scalar, parts.get(0).form()));
          default ->
              new Indexed(
                  indices,
                  algebra.times(
                      scalar,
                      algebra.chain(parts.get(0).form(), algebra.transpose(parts.get(1).form()))));
        });
  }
}
