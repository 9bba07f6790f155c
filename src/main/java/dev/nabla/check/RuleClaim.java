package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.util.List;

/** Something that a rule says of every point of a domain. */
interface RuleClaim {
  /** What the rule is called. */
  String label();

  /** The coordinates of a point, scalar symbols. */
  List<Expr> inputs();

  /** Conditions on the points. */
  List<Expr> domain();

  /** Expressions whose comparisons tell where something changes. */
  List<Expr> expressions();

  /** Whether anything in it has the digits of a double only. */
  boolean isDoubleOnly();

  /** What holds at a point of the domain. */
  Judgement at(double[] point);

  /** The judgement at one point. */
  sealed interface Judgement {
    /** The sides agree. */
    record Agrees() implements Judgement {}

    /**
     * Nothing to compare.
     *
     * @param reason why, in one or two words
     */
    record Skipped(String reason) implements Judgement {}

    /** The sides differ. */
    record Refuted(String expected, String found) implements Judgement {}
  }
}
