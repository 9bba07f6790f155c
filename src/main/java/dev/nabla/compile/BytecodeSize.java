package dev.nabla.compile;

import dev.nabla.tape.Tape;

/**
 * How large the compiled form of a tape is.
 *
 * @param classFile the bytes of the class file
 * @param largestMethod the bytes of code of its largest method; HotSpot compiles up to 8,000
 */
public record BytecodeSize(int classFile, int largestMethod) {
  /** The size of what {@link BytecodeCompiler#compile} loads. */
  public static BytecodeSize of(Tape tape) {
    TapeClass code = BytecodeCompiler.write(tape, BytecodeCompiler.FIRST_TARGET);
    return new BytecodeSize(code.bytes().length, code.largestMethod());
  }
}
