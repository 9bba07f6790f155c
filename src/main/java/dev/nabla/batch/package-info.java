/**
 * Evaluation of a {@link dev.nabla.tape.Tape} at many points at once: points are cut into blocks,
 * and each operation goes through a whole block, in vector registers where the virtual machine has
 * the module for them.
 */
package dev.nabla.batch;
