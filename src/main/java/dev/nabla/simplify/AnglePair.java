package dev.nabla.simplify;

import dev.nabla.expr.Expr;

/**
 * The sine and cosine of one argument among the variables.
 *
 * @param circular whether they are circular, otherwise hyperbolic
 */
record AnglePair(int sine, int cosine, boolean circular, Expr argument) {
  String tangent() {
    return circular ? "tan" : "tanh";
  }

  String cotangent() {
    return circular ? "cot" : "coth";
  }

  String secant() {
    return circular ? "sec" : "sech";
  }

  String cosecant() {
    return circular ? "csc" : "csch";
  }
}
