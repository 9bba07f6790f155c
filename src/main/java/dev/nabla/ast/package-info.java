/** The forms of the language as sealed records, each with its place in the source. */
package dev.nabla.ast;
