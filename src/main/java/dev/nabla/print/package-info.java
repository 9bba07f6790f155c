/** Expressions as a person would write them: text, LaTeX, labelled matrices. */
package dev.nabla.print;
