package dev.nabla.compile;

import dev.nabla.tape.FunctionMethods;
import dev.nabla.tape.Tape;
import java.lang.invoke.MethodHandles;
import java.util.function.Supplier;

/**
 * Compiles a tape to JVM bytecode: a hidden class, which goes when its instance goes.
 *
 * <p>HotSpot leaves a method of more than 8,000 bytes to its interpreter for ever, so none is
 * larger: the sizes of methods are planned by estimates and measured when they are written; where
 * one came out too large, all is planned again for smaller ones.
 */
public final class BytecodeCompiler {
  /** The most bytes of code that a method gets. */
  static final int LARGEST_METHOD = 7_900;

  static final int FIRST_TARGET = 6_000;
  private static final int SMALLEST_TARGET = 40;
  private static final double SAFETY = 0.9;

  private BytecodeCompiler() {}

  /**
   * The compiled form of {@code tape}.
   *
   * @throws org.objectweb.asm.ClassTooLargeException if a class cannot hold that many methods; some
   *     millions of instructions fit
   */
  public static CompiledTape compile(Tape tape) {
    return load(write(tape, FIRST_TARGET));
  }

  static CompiledTape load(TapeClass code) {
    try {
      Class<?> type =
          new FunctionMethods(TapeClassWriter.NAME, code.functions())
              .load(MethodHandles.lookup(), code.bytes());
      if (code.scratch().length == 0) {
        return (CompiledTape) type.getDeclaredConstructor().newInstance();
      }
      double[] initial = code.scratch();
      Supplier<double[]> scratch = initial::clone;
      return (CompiledTape)
          type.getDeclaredConstructor(ThreadLocal.class)
              .newInstance(ThreadLocal.withInitial(scratch));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the generated class does not load", impossible);
    }
  }

  /** The class file for a tape, in methods of some {@code firstTarget} bytes or smaller ones. */
  static TapeClass write(Tape tape, int firstTarget) {
    int target = firstTarget;
    while (target >= SMALLEST_TARGET) {
      TapeClass code = new TapeClassWriter(TapeAnalysis.of(tape, target)).write();
      if (code.largestMethod() <= LARGEST_METHOD) {
        return code;
      }
      target = (int) (SAFETY * target * LARGEST_METHOD / code.largestMethod());
    }
    throw new IllegalStateException("no division into methods is fine enough");
  }
}
