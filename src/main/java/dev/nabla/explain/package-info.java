/** Derivations line by line, from what the engine did, each line checked against the one before. */
package dev.nabla.explain;
