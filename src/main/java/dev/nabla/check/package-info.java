/**
 * The numeric certificate: compiled values and partial derivatives against differences of the
 * function itself in high-precision arithmetic, which knows no derivative rule.
 */
package dev.nabla.check;
