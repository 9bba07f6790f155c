package dev.nabla.simplify;

import dev.nabla.expr.Expr;

/** Who is told of each rewrite, in the order in which they are made. */
interface Trace {
  /** Nobody. */
  Trace NONE =
      new Trace() {
        @Override
        public void rewrote(Expr before, Expr after, String rule) {}

        @Override
        public void kept(Expr node) {}

        @Override
        public void began(Expr root) {}
      };

  /** A pass over {@code root} begins. */
  void began(Expr root);

  /** before = after, its operands in their final form. */
  void rewrote(Expr before, Expr after, String rule);

  /** What was made of a node and its operands was longer: it stays as it was. */
  void kept(Expr node);
}
