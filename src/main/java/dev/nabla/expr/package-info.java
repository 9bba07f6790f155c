/**
 * The expression DAG: every expression is a scalar with zero or more free indices.
 *
 * <p>Nodes are immutable and hash-consed by an {@link dev.nabla.expr.ExprPool}: within one pool the
 * same structure is the same reference. Children have smaller ids than their parents, so ascending
 * ids are a topological order and no traversal needs recursion.
 */
package dev.nabla.expr;
