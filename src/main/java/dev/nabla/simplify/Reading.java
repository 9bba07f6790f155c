package dev.nabla.simplify;

import dev.nabla.expr.ExprPool;

/**
 * In which terms functions are read.
 *
 * @param tangents the angles that are read in tangents and secants
 * @param doubled the angles that are read in functions of the double angle
 * @param inversesByRoots whether sin(acos(u)) and e^acosh(u) are read by roots
 */
record Reading(TangentBasis tangents, DoubledAngles doubled, boolean inversesByRoots) {
  /** Everything as it is written, inverse functions apart. */
  static Reading plain(ExprPool pool) {
    return new Reading(TangentBasis.none(pool), DoubledAngles.none(pool), false);
  }

  Reading in(TangentBasis other) {
    return new Reading(other, doubled, inversesByRoots);
  }

  Reading in(DoubledAngles other) {
    return new Reading(tangents, other, inversesByRoots);
  }

  Reading byRoots(boolean other) {
    return new Reading(tangents, doubled, other);
  }
}
