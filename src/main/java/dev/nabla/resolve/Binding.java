package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.source.Span;
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
    private Optional<Expr> size = Optional.empty();
    private Optional<Span> firstUse = Optional.empty();

    /** An index whose range is written ({@code ranged}) or to be found from its uses. */
    IndexName(Index index, boolean ranged) {
      this.index = index;
      this.ranged = ranged;
    }

    Index index() {
      return index;
    }

    Optional<Expr> size() {
      return size;
    }

    Optional<Span> firstUse() {
      return firstUse;
    }

    /** Whether the index runs over an axis of that size; notes it at the first use. */
    boolean runsOver(Expr axisSize, Span use) {
      if (ranged) {
        return true;
      }
      if (size.isEmpty()) {
        size = Optional.of(axisSize);
        firstUse = Optional.of(use);
      }
      return size.get() == axisSize;
    }
  }
}
