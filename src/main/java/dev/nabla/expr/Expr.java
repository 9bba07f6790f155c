package dev.nabla.expr;

import java.util.List;

/**
 * A node of the expression DAG: a real number that depends on the inputs and on the free indices.
 *
 * <p>Made only by an {@link ExprPool}; equality is {@code ==}.
 */
public abstract sealed class Expr
    permits Num,
        Constant,
        Index,
        Element,
        Sum,
        Product,
        Power,
        Apply,
        Select,
        Reduce,
        ArrayApply,
        Delta,
        Compare,
        Logic {
  private final int id;
  private final long structure;
  private final List<Expr> children;
  private final boolean indexed;
  private final int height;
  private final int depth;
  private final double treeSize;

  Expr(int id, long payload, List<Expr> children) {
    this(id, payload, children, 0);
  }

  /** A node that binds {@code binders} indices in its children. */
  Expr(int id, long payload, List<Expr> children, int binders) {
    this.id = id;
    this.children = children;
    long hash = mix(payload, getClass().getSimpleName().hashCode());
    boolean anyIndexed = binders > 0 || this instanceof Index || this instanceof Delta;
    int maxHeight = 0;
    int maxDepth = 0;
    double size = 1;
    for (int i = 0; i < children.size(); i++) {
      Expr child = children.get(i);
      hash = mix(hash, child.structure);
      anyIndexed |= child.indexed;
      maxHeight = Math.max(maxHeight, child.height);
      maxDepth = Math.max(maxDepth, child.depth);
      size += child.treeSize;
    }
    structure = hash;
    indexed = anyIndexed;
    height = maxHeight + binders;
    depth = maxDepth + 1;
    treeSize = size;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 29);
  }

  /** The number of this node in its pool; children have smaller numbers than parents. */
  public final int id() {
    return id;
  }

  /** A hash of the whole structure, the same in every pool and every run. */
  public final long structure() {
    return structure;
  }

  /** The operands, in canonical order. */
  public final List<Expr> children() {
    return children;
  }

  /** Whether an index, a reduction or a delta occurs, so that expansion has work to do. */
  public final boolean isIndexed() {
    return indexed;
  }

  /**
   * The number of bound indices nested in each other: a binder around this is named by the next.
   */
  public final int height() {
    return height;
  }

  /** The number of nodes on the longest path to a leaf. */
  public final int depth() {
    return depth;
  }

  /** The number of nodes when written out as a tree; may be astronomically large. */
  public final double treeSize() {
    return treeSize;
  }

  public abstract <R> R accept(Visitor<R> visitor);

  /** The same kind of node over other operands, in canonical form. */
  public abstract Expr rebuild(ExprPool pool, List<Expr> newChildren);

  /** Whether {@code other} is the same node: same kind, same payload, identical children. */
  final boolean sameStructure(Expr other) {
    if (getClass() != other.getClass()
        || structure != other.structure
        || children.size() != other.children.size()) {
      return false;
    }
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) != other.children.get(i)) {
        return false;
      }
    }
    return samePayload(other);
  }

  /** Whether what is not a child is the same; {@code other} has this class. */
  boolean samePayload(Expr other) {
    return true;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return (int) (structure ^ (structure >>> 32));
  }

  /** A short form for debugging; the printers make the real one. */
  @Override
  public String toString() {
    return getClass().getSimpleName()
        + (children.size() > 8 ? "(" + children.size() + " operands)" : children.toString());
  }
}
