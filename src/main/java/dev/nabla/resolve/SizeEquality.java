package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Traversal;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which sizes are equal: a written size equals only itself, an unknown one, as in {@code
 * vector(1)}, becomes equal to the first size that it meets.
 *
 * <p>An unknown size is a free index that no text can name; whatever is made of it is completed by
 * {@link #complete} when all is read.
 */
final class SizeEquality {
  private record Origin(Source source, Span span, String text) {}

  private final ExprPool pool;
  private final Map<Index, Origin> unknown = new LinkedHashMap<>();
  private final Map<Index, Expr> found = new HashMap<>();
  private Optional<Substitution> completion = Optional.empty();

  SizeEquality(ExprPool pool) {
    this.pool = pool;
  }

  /** A size that is to be found; {@code text} is what has it. */
  Expr unknown(Source source, Span span, String text) {
    Index size = pool.index("?#" + unknown.size());
    unknown.put(size, new Origin(source, span, text));
    return size;
  }

  /** Whether the size differs from one value of an outer index to the next. */
  boolean dependsOnIndex(Expr size) {
    return Traversal.postOrder(complete(size)).stream()
        .anyMatch(node -> node instanceof Index index && !unknown.containsKey(index));
  }

  /** Whether the sizes are equal, or can be made so by what is not known yet. */
  boolean equal(Expr left, Expr right) {
    Expr a = complete(left);
    Expr b = complete(right);
    return a == b || finds(a, b) || finds(b, a);
  }

  /** Whether two arrays have one shape. */
  boolean sameShape(Value left, Value right) {
    return left.isRow() == right.isRow() && equal(left.sizes(), right.sizes());
  }

  boolean equal(List<Expr> left, List<Expr> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int d = 0; d < left.size(); d++) {
      if (!equal(left.get(d), right.get(d))) {
        return false;
      }
    }
    return true;
  }

  private boolean finds(Expr size, Expr value) {
    if (!(size instanceof Index index)
        || !unknown.containsKey(index)
        || Traversal.postOrder(value).contains(index)) {
      return false;
    }
    found.put(index, value);
    completion = Optional.of(new Substitution(pool, found));
    return true;
  }

  /** The expression with every size in it that has been found. */
  Expr complete(Expr expr) {
    Expr result = expr;
    while (completion.isPresent() && result.isIndexed()) {
      Expr next = completion.get().apply(result);
      if (next == result) {
        break;
      }
      result = next;
    }
    return result;
  }

  Value complete(Value value) {
    return found.isEmpty()
        ? value
        : new Value(
            value.sizes().stream().map(this::complete).toList(),
            value.isRow(),
            complete(value.body()));
  }

  /** Fails where a size has met none that was written. */
  void requireAllFound() {
    unknown.forEach(
        (size, origin) -> {
          if (Traversal.postOrder(complete(size)).stream()
              .anyMatch(node -> node instanceof Index index && unknown.containsKey(index))) {
            throw NablaException.at(
                origin.source(),
                origin.span(),
                "the size of " + origin.text() + " does not follow from what it is used with",
                "write the size: ones(n), ones(m, n) or eye(n)");
          }
        });
  }
}
