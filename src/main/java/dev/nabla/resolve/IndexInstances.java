package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An expression at all values of its free indices for which every element of an argument lies
 * within its array. The sizes of the arguments are numbers.
 */
public final class IndexInstances {
  /** More instances than this nobody asks about. */
  private static final long MOST_INSTANCES = 10_000;

  private final ExprPool pool;
  private final Map<Symbol, List<Expr>> sizes = new HashMap<>();

  public IndexInstances(IndexedFunction function) {
    this.pool = function.pool();
    Stream.concat(function.variables().stream(), function.parameters().stream())
        .forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
  }

  /** The instances, in scalars; none where an index stands in no subscript, or they are many. */
  public List<Expr> of(Expr expr) {
    Map<Index, Integer> limits = limits(expr);
    Set<Index> free = free(expr);
    long count = 1;
    for (Index index : free) {
      count *= limits.getOrDefault(index, 0);
      if (count == 0 || count > MOST_INSTANCES) {
        return List.of();
      }
    }
    List<Expr> instances = List.of(expr);
    for (Index index : free) {
      List<Expr> next = new ArrayList<>();
      for (int k = 1; k <= limits.get(index); k++) {
        Substitution at = new Substitution(pool, Map.of(index, pool.num(k)));
        instances.forEach(instance -> next.add(at.apply(instance)));
      }
      instances = next;
    }
    return scalars(instances);
  }

  private List<Expr> scalars(List<Expr> instances) {
    Expansion expansion = new Expansion(pool);
    List<Expr> scalars = new ArrayList<>();
    for (Expr instance : instances) {
      try {
        Expr scalar = expansion.expand(instance);
        if (Traversal.postOrder(scalar).stream().allMatch(this::isWithin)) {
          scalars.add(scalar);
        }
      } catch (Expansion.Refused tooLarge) {
        return List.of();
      }
    }
    return new Lookups(pool, symbol -> sizes.getOrDefault(symbol, List.of())).expand(scalars);
  }

  private static Set<Index> free(Expr expr) {
    Set<Index> free = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(expr)) {
      if (node instanceof Index index && !index.isBound()) {
        free.add(index);
      }
    }
    return free;
  }

  /** How far each index can run: as far as the shortest axis that it is the subscript of. */
  private Map<Index, Integer> limits(Expr expr) {
    Map<Index, Integer> alone = new HashMap<>();
    Map<Index, Integer> inFormulas = new HashMap<>();
    for (Expr node : Traversal.postOrder(expr)) {
      if (node instanceof Element element) {
        List<Expr> bounds = sizes.getOrDefault(element.symbol(), List.of());
        for (int d = 0; d < bounds.size(); d++) {
          int bound = bounds.get(d) instanceof Num number ? number.value().intValue() : 0;
          for (Index index : free(element.indices().get(d))) {
            if (index == element.indices().get(d)) {
              alone.merge(index, bound, Math::min);
            } else {
              inFormulas.merge(index, bound, Math::max);
            }
          }
        }
      }
    }
    inFormulas.forEach(alone::putIfAbsent);
    return alone;
  }

  private boolean isWithin(Expr node) {
    if (!(node instanceof Element element)) {
      return !(node instanceof Index);
    }
    List<Expr> bounds = sizes.getOrDefault(element.symbol(), List.of());
    for (int d = 0; d < bounds.size(); d++) {
      if (element.indices().get(d) instanceof Num index
          && (index.value().signum() <= 0
              || index.value().compareTo(((Num) bounds.get(d)).value()) > 0)) {
        return false;
      }
    }
    return element.symbol().kind() != Symbol.Kind.DIMENSION;
  }
}
