/** Derivatives: from scalar expressions to the sparse matrix of their partial derivatives. */
package dev.nabla.diff;
