/** Backends that turn a {@link dev.nabla.tape.Tape} into code for the machine. */
package dev.nabla.compile;
