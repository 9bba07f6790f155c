/** The algebra of indices: linear forms, ranges, Kronecker deltas and what sums make of them. */
package dev.nabla.index;
