/**
 * Symja as a second opinion: its derivatives beside ours, and its simplifications where they are
 * shorter. Neither is believed before it has been compared numerically.
 *
 * <p>Symja is an optional dependency: nothing outside this package names its classes, and none is
 * loaded before somebody asks for an opinion.
 */
package dev.nabla.symja;
