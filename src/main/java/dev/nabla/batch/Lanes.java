package dev.nabla.batch;

import org.objectweb.asm.MethodVisitor;

/** The code of operations on the numbers of several neighbouring points of a block. */
interface Lanes {
  /** How many points. */
  int count();

  /** Whether there is an operation for an instruction. */
  boolean has(int instruction);

  /** Pushes the numbers at an index of the block, which is given by what pushes array and index. */
  void load(MethodVisitor code, Runnable pushArrayAndIndex);

  /** Pops numbers that are in a local variable to the block. */
  void store(MethodVisitor code, int local, Runnable pushArrayAndIndex);

  /** Pushes a constant. */
  void constant(MethodVisitor code, double value);

  /** Replaces the operands on the stack by the result of an instruction. */
  void operation(MethodVisitor code, int instruction);

  /** Pushes numbers, or truth values, from a local variable. */
  void loadLocal(MethodVisitor code, int local);

  /** Pops numbers, or truth values, to a local variable. */
  void storeLocal(MethodVisitor code, int local);

  /** Makes 1 and 0 of the truth values in a local variable. */
  void numbersOfTruth(MethodVisitor code, int local);

  /** Makes truth values of the 1 and 0 on the stack. */
  void truthOfNumbers(MethodVisitor code);
}
