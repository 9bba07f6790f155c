package dev.nabla.simplify;

import dev.nabla.expr.ExprPool;

/**
 * What a simplification has done so far, in units of about one time: a node that the pool was asked
 * for, or a comparison of a pattern with one. A measure of time that does not depend on the
 * machine.
 */
final class Work {
  /** A rewrite of a node: it asks all rules and strategies. */
  private static final int STEP = 65;

  /** A product of two terms of polynomials in a quotient ring, and what comes with it. */
  private static final int PRODUCT = 12;

  private final ExprPool pool;
  private long done;
  private long limit = Long.MAX_VALUE;

  Work(ExprPool pool) {
    this.pool = pool;
  }

  /** Comparisons, visits, products of terms of fractions. */
  void add(long operations) {
    done += operations;
  }

  void addStep() {
    done += STEP;
  }

  /** Products of terms of polynomials in a quotient ring. */
  void addProducts(long products) {
    done += PRODUCT * products;
  }

  long done() {
    return done + pool.requests();
  }

  /** No more than so much from now on. */
  void allow(long operations) {
    limit = done() + operations;
  }

  boolean isExhausted() {
    return done() > limit;
  }

  /** The products of terms in a quotient ring that may still be made. */
  long productsLeft() {
    return Math.max(0, limit - done()) / PRODUCT;
  }
}
