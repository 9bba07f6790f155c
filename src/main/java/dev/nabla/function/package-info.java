/** The table of elementary functions: each is one block that holds everything about it. */
package dev.nabla.function;
