package dev.nabla.loop;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A block of statements under construction, inside others: a loop's body, a branch, or the whole
 * nest. What is computed in a block is known in the blocks inside it.
 */
final class Scope {
  private final Optional<Scope> parent;
  private final Optional<Index> index;
  private final boolean certain;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Object, Integer> known = new HashMap<>();
  private final Set<Integer> integers = new HashSet<>();

  private Scope(Optional<Scope> parent, Optional<Index> index, boolean certain) {
    this.parent = parent;
    this.index = index;
    this.certain = certain;
  }

  static Scope outermost() {
    return new Scope(Optional.empty(), Optional.empty(), true);
  }

  /** The body of a loop; {@code certain} if it runs at least once. */
  Scope loop(Index loopIndex, boolean runs) {
    return new Scope(Optional.of(this), Optional.of(loopIndex), runs);
  }

  Scope branch() {
    return new Scope(Optional.of(this), Optional.empty(), false);
  }

  List<Statement> statements() {
    return statements;
  }

  void add(Statement statement) {
    statements.add(statement);
  }

  void remember(Object key, int register) {
    known.put(key, register);
  }

  /** Takes note that an integer register gets its value in this block. */
  void defines(int register) {
    integers.add(register);
  }

  /** The outermost block in which the registers of an integer have their values. */
  Scope home(Affine form) {
    Scope scope = this;
    while (scope.parent.isPresent() && scope.integers.stream().noneMatch(form::mentions)) {
      scope = scope.parent.get();
    }
    return scope;
  }

  Scope outermostAround() {
    return parent.map(Scope::outermostAround).orElse(this);
  }

  /** The index of the innermost loop around. */
  Optional<Index> innermostIndex() {
    return index.isPresent() ? index : parent.flatMap(Scope::innermostIndex);
  }

  /** The register of what this block or one around it has computed. */
  Optional<Integer> find(Object key) {
    Optional<Scope> scope = Optional.of(this);
    while (scope.isPresent()) {
      Integer register = scope.get().known.get(key);
      if (register != null) {
        return Optional.of(register);
      }
      scope = scope.get().parent;
    }
    return Optional.empty();
  }

  /** The outermost block in which the expression may be computed ahead of its turn. */
  Scope home(Expr expr, Facts facts) {
    Scope scope = this;
    while (scope.parent.isPresent() && scope.mayLeave(expr, facts)) {
      scope = scope.parent.get();
    }
    return scope;
  }

  private boolean mayLeave(Expr expr, Facts facts) {
    return index.isPresent()
        ? !facts.depends(expr, index.get()) && (certain || !facts.isPartial(expr))
        : !facts.isCostly(expr);
  }
}
