/** Matrix notation: expressions with indices recognised as formulas in whole arrays. */
package dev.nabla.matrix;
