package dev.nabla.expr;

import java.util.List;

/** A condition left ∘ right; false where a side is not a number, except for {@code NE}. */
public final class Compare extends Expr {
  /** The relations; &gt; and ≥ are these with the sides exchanged. */
  public enum Relation {
    LT("<"),
    LE("<="),
    EQ("=="),
    NE("!=");

    private final String text;

    Relation(String text) {
      this.text = text;
    }

    /** The relation in the language. */
    public String text() {
      return text;
    }

    /** Whether the relation holds between doubles. */
    public boolean holds(double left, double right) {
      return switch (this) {
        case LT -> left < right;
        case LE -> left <= right;
        case EQ -> left == right;
        case NE -> left != right;
      };
    }

    /** Whether the relation holds for a comparison's sign. */
    public boolean holds(int sign) {
      return holds(sign, 0.0);
    }
  }

  private final Relation relation;

  Compare(int id, Relation relation, Expr left, Expr right) {
    super(id, relation.name().hashCode(), List.of(left, right));
    this.relation = relation;
  }

  public Relation relation() {
    return relation;
  }

  public Expr left() {
    return children().get(0);
  }

  public Expr right() {
    return children().get(1);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCompare(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.compare(relation, newChildren.get(0), newChildren.get(1));
  }

  @Override
  boolean samePayload(Expr other) {
    return relation == ((Compare) other).relation;
  }

  @Override
  public String toString() {
    return left() + relation.text() + right();
  }
}
