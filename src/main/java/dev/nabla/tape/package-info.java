/**
 * The tape: a straight list of instructions in single-assignment form with lazily evaluated
 * branches, which the interpreter and every backend read in the same order.
 */
package dev.nabla.tape;
