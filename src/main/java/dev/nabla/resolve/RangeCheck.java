package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Traversal;
import dev.nabla.source.NablaException;
import dev.nabla.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * 1 ≤ index ≤ size at one place of a text: refuses what certainly fails for some values of the
 * indices, unless a condition guards it.
 */
final class RangeCheck {
  private final ExpressionResolver resolver;
  private final Model model;
  private final Span span;
  private final Expr index;
  private final Expr size;

  RangeCheck(ExpressionResolver resolver, Model model, Span span, Expr index, Expr size) {
    this.resolver = resolver;
    this.model = model;
    this.span = span;
    this.index = index;
    this.size = size;
  }

  void run() {
    if (isPlainlyInside() || model.isGuarded()) {
      return;
    }
    List<Binding.IndexName> around = resolver.scope().indices();
    List<Expr> nodes = Traversal.postOrder(index);
    Optional<Binding.IndexName> open =
        around.stream()
            .filter(name -> name.range().isEmpty() && nodes.contains(name.index()))
            .findFirst();
    if (open.isPresent()) {
      open.get().whenRanged(this::run);
      return;
    }
    List<IndexBounds.Range> ranges =
        around.stream().flatMap(name -> name.range().stream()).map(this::completed).toList();
    IndexBounds bounds = new IndexBounds(model.pool(), ranges);
    Expr known = model.equality().complete(size);
    bounds
        .above(index, known)
        .ifPresent(
            most -> {
              throw error("up", most, known);
            });
    bounds
        .below(index)
        .ifPresent(
            least -> {
              throw error("down", least, known);
            });
  }

  private boolean isPlainlyInside() {
    return index instanceof Num number
        && size instanceof Num most
        && number.value().signum() > 0
        && number.value().compareTo(most.value()) <= 0;
  }

  private IndexBounds.Range completed(IndexBounds.Range range) {
    return new IndexBounds.Range(
        range.index(),
        model.equality().complete(range.lower()),
        model.equality().complete(range.upper()));
  }

  private NablaException error(String direction, Expr extreme, Expr known) {
    String range = "1.." + Value.sizeText(known);
    if (!index.isIndexed()) {
      String message = "index " + SizeText.of(index) + " is outside " + range;
      return index instanceof Num
          ? resolver.error(span, message, "indices start at 1")
          : resolver.error(span, message);
    }
    return resolver.error(
        span,
        "index "
            + SizeText.of(index)
            + " goes "
            + direction
            + " to "
            + SizeText.of(extreme)
            + ", outside "
            + range,
        smallerRange(direction, known));
  }

  private String smallerRange(String direction, Expr known) {
    List<Expr> used = Traversal.postOrder(index).stream().filter(Index.class::isInstance).toList();
    Expr shift = model.pool().subtract(index, used.get(0));
    if (used.size() > 1 || shift.isIndexed() || known.isIndexed()) {
      return "give the index a smaller range";
    }
    boolean up = direction.equals("up");
    String lower = up ? "1" : SizeText.of(model.pool().subtract(model.pool().one(), shift));
    String upper = SizeText.of(up ? model.pool().subtract(known, shift) : known);
    return "give the index a smaller range: "
        + SizeText.of(used.get(0))
        + " = "
        + lower
        + ".."
        + upper;
  }
}
