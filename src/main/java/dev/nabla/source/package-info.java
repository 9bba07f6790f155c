/** The text of a function with its positions, and the diagnostics that point into it. */
package dev.nabla.source;
