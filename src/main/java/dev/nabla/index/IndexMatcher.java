package dev.nabla.index;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an array inside an expression: for which subscripts is T[subscripts] this node?
 *
 * <p>T is given by its element at some free indices. Nodes are compared by identity once the
 * indices are replaced, so the pool's canonical forms do the matching; a hash that is blind to
 * indices and to the order of operands tells nearly all other nodes apart beforehand.
 */
public final class IndexMatcher {
  /** More choices of subscripts than this are not tried. */
  private static final int MOST_CHOICES = 64;

  private final ExprPool pool;
  private final FreeIndices free = new FreeIndices();
  private final Map<Expr, Long> hashes = new HashMap<>();

  public IndexMatcher(ExprPool pool) {
    this.pool = pool;
  }

  /** The subscripts s with {@code element}[indices := s] = {@code node}, if there are any. */
  public Optional<List<Expr>> match(Expr element, List<Index> indices, Expr node) {
    if (hash(element) != hash(node)) {
      return Optional.empty();
    }
    List<List<Expr>> candidates = new ArrayList<>();
    long choices = 1;
    for (Index index : indices) {
      List<Expr> own = candidates(element, index, node);
      candidates.add(own);
      choices *= own.size();
      if (choices > MOST_CHOICES || choices == 0) {
        return Optional.empty();
      }
    }
    for (int choice = 0; choice < choices; choice++) {
      Map<Expr, Expr> images = new HashMap<>();
      List<Expr> subscripts = new ArrayList<>();
      int rest = choice;
      for (int d = 0; d < indices.size(); d++) {
        Expr subscript = candidates.get(d).get(rest % candidates.get(d).size());
        rest /= candidates.get(d).size();
        images.put(indices.get(d), subscript);
        subscripts.add(subscript);
      }
      if (new Substitution(pool, images).apply(element) == node) {
        return Optional.of(List.copyOf(subscripts));
      }
    }
    return Optional.empty();
  }

  /** What stands in the node wherever the element has the index as a subscript by itself. */
  private List<Expr> candidates(Expr element, Index index, Expr node) {
    Set<Expr> common = new LinkedHashSet<>(candidates(node));
    for (Expr part : Traversal.postOrder(element)) {
      if (part instanceof Element read) {
        for (int d = 0; d < read.indices().size(); d++) {
          if (read.indices().get(d) == index) {
            common.retainAll(subscripts(node, read.symbol(), d));
          }
        }
      }
    }
    return List.copyOf(common);
  }

  private static Set<Expr> subscripts(Expr node, Symbol symbol, int axis) {
    Set<Expr> subscripts = new LinkedHashSet<>();
    for (Expr part : Traversal.postOrder(node)) {
      if (part instanceof Element read && read.symbol().equals(symbol)) {
        subscripts.add(read.indices().get(axis));
      }
    }
    return subscripts;
  }

  /** What can stand for an index: the free indices, and whole subscripts such as i+1. */
  private List<Expr> candidates(Expr node) {
    Set<Index> inside = free.of(node);
    Set<Expr> candidates = new LinkedHashSet<>(inside);
    for (Expr part : Traversal.postOrder(node)) {
      if (part instanceof Element element) {
        for (Expr subscript : element.indices()) {
          if (inside.containsAll(free.of(subscript))) {
            candidates.add(subscript);
          }
        }
      }
    }
    return List.copyOf(candidates);
  }

  /** Equal for expressions that differ in their free indices only. */
  public long hash(Expr root) {
    Long known = hashes.get(root);
    if (known != null) {
      return known;
    }
    for (Expr node : Traversal.postOrder(root)) {
      hashes.computeIfAbsent(node, this::compute);
    }
    return hashes.get(root);
  }

  private long compute(Expr node) {
    if (node instanceof Index) {
      return 17;
    }
    if (!node.isIndexed()) {
      return node.structure();
    }
    long hash = node.getClass().getSimpleName().hashCode();
    if (node instanceof Element element) {
      // Whatever stands in a subscript may come from an index.
      return hash * 31 + element.symbol().name().hashCode();
    }
    for (Expr child : node.children()) {
      hash += scrambled(hashes.get(child));
    }
    return scrambled(hash);
  }

  private static long scrambled(long value) {
    long mixed = (value ^ (value >>> 31)) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }
}
