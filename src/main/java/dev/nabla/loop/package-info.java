/** Array programs of known sizes as nests of loops: lowering, the interpreter, the bytecode. */
package dev.nabla.loop;
