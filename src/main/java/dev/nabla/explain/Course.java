package dev.nabla.explain;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Substitution;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a derivative that is still to be taken to its shortest form.
 *
 * @param first the derivative
 * @param moves what follows from what, in order
 */
record Course(Expr first, List<Move> moves) {
  Course {
    moves = List.copyOf(moves);
  }

  /** All lines, the first one included. */
  List<Expr> lines() {
    List<Expr> lines = new ArrayList<>(List.of(first));
    moves.forEach(move -> lines.add(move.after()));
    return lines;
  }

  /** The same course under other names. */
  Course renamed(Substitution names) {
    return new Course(names.apply(first), moves.stream().map(move -> move.renamed(names)).toList());
  }

  Course shown(Detail detail) {
    return detail == Detail.ALL ? this : new Course(first, Folding.fold(moves));
  }
}
