package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a name stands for in a {@link Scope}. */
sealed interface Binding {
  /** A variable, parameter, size, local or argument: its value is known. */
  record Known(Value value) implements Binding {}

  /** A name of a where clause or a named value that is resolved when it is first used. */
  final class Deferred implements Binding {
    /** Resolves the body once. */
    interface Resolution {
      Value resolve();
    }

    private final Resolution resolution;
    private Optional<Value> value = Optional.empty();
    private boolean active;

    Deferred(Resolution resolution) {
      this.resolution = resolution;
    }

    /** Whether it is being resolved right now, so that a use is a definition by itself. */
    boolean isActive() {
      return active;
    }

    Value value() {
      if (value.isEmpty()) {
        active = true;
        value = Optional.of(resolution.resolve());
        active = false;
      }
      return value.get();
    }
  }

  /** An index; its range is what it is used for, unless it was written. */
  final class IndexName implements Binding {
    private final Index index;
    private final boolean ranged;
    private Optional<IndexBounds.Range> range = Optional.empty();
    private Optional<Expr> size = Optional.empty();
    private final List<Runnable> waiting = new ArrayList<>();

    /** An index whose range is to be found from its uses. */
    IndexName(Index index) {
      this.index = index;
      this.ranged = false;
    }

    /** An index whose range is written. */
    IndexName(Index index, Expr lower, Expr upper) {
      this.index = index;
      this.ranged = true;
      this.range = Optional.of(new IndexBounds.Range(index, lower, upper));
    }

    Index index() {
      return index;
    }

    /** The size of the axis that an index without a written range runs over, once used. */
    Optional<Expr> size() {
      return size;
    }

    /** The limits, as far as they are known. */
    Optional<IndexBounds.Range> range() {
      return range;
    }

    /** Runs the check as soon as the range is known. */
    void whenRanged(Runnable check) {
      waiting.add(check);
    }

    /** Whether the index runs over an axis of that size; it does so from its first use on. */
    boolean runsOver(Expr axisSize, ExprPool pool, SizeEquality equality) {
      // The size of an axis may depend on an index, as in softmax(k = 1..i, …): that is no range.
      if (ranged || equality.dependsOnIndex(axisSize)) {
        return true;
      }
      if (size.isPresent()) {
        return equality.equal(size.get(), axisSize);
      }
      size = Optional.of(axisSize);
      range = Optional.of(new IndexBounds.Range(index, pool.one(), axisSize));
      List<Runnable> checks = List.copyOf(waiting);
      waiting.clear();
      checks.forEach(Runnable::run);
      return true;
    }
  }
}
