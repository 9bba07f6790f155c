/** The adapter of the ANTLR parser: text to {@link dev.nabla.ast.Program}. */
package dev.nabla.parse;
