/** Names, arity and shapes: from the syntax of a file to scalar expressions with free indices. */
package dev.nabla.resolve;
