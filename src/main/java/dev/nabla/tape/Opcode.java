package dev.nabla.tape;

/**
 * What an instruction of a {@link Tape} does with its operands a, b and its immediate number k.
 *
 * <p>A construct {@code PHI… IF … ELSE … END} is a lazily evaluated branch: the numbers declared by
 * the PHI instructions in front of it are assigned by the YIELD instructions at the end of either
 * branch. Blocks nest; other markers (loops) would nest in the same way.
 */
public enum Opcode {
  /** inputs[k]. */
  INPUT(0, Kind.NUMBER, "input"),
  /** constants[k]. */
  CONSTANT(0, Kind.NUMBER, "constant"),
  /** a + b. */
  ADD(2, Kind.NUMBER, "+"),
  /** a − b. */
  SUB(2, Kind.NUMBER, "-"),
  /** a · b. */
  MUL(2, Kind.NUMBER, "*"),
  /** a / b. */
  DIV(2, Kind.NUMBER, "/"),
  /** −a. */
  NEG(1, Kind.NUMBER, "-"),
  /** √a. */
  SQRT(1, Kind.NUMBER, "sqrt"),
  /** a^b by {@link Math#pow}. */
  POW(2, Kind.NUMBER, "pow"),
  /** functions[k](a). */
  CALL_1(1, Kind.NUMBER, "call"),
  /** functions[k](a, b). */
  CALL_2(2, Kind.NUMBER, "call"),
  /** a &lt; b. */
  LT(2, Kind.CONDITION, "<"),
  /** a ≤ b. */
  LE(2, Kind.CONDITION, "<="),
  /** a = b. */
  EQ(2, Kind.CONDITION, "=="),
  /** a ≠ b. */
  NE(2, Kind.CONDITION, "!="),
  /** a ∧ b, of conditions. */
  AND(2, Kind.CONDITION, "and"),
  /** a ∨ b, of conditions. */
  OR(2, Kind.CONDITION, "or"),
  /** ¬a, of a condition. */
  NOT(1, Kind.CONDITION, "not"),
  /** A number that the branches of the next construct assign. */
  PHI(0, Kind.NUMBER, "phi"),
  /** Enters the block that follows where condition a holds, else the one behind ELSE, at k. */
  IF(1, Kind.MARKER, "if"),
  /** Ends the first block; the second one reaches to END, at k. */
  ELSE(0, Kind.MARKER, "else"),
  /** Ends the second block. */
  END(0, Kind.MARKER, "end"),
  /** Assigns a to the PHI at k. */
  YIELD(1, Kind.MARKER, "yield"),
  /** values[k] = a. */
  OUTPUT_VALUE(1, Kind.MARKER, "values"),
  /** partials[k] = a. */
  OUTPUT_PARTIAL(1, Kind.MARKER, "partials");

  private enum Kind {
    NUMBER,
    CONDITION,
    MARKER
  }

  private final int operands;
  private final Kind kind;
  private final String text;

  Opcode(int operands, Kind kind, String text) {
    this.operands = operands;
    this.kind = kind;
    this.text = text;
  }

  /** The number of operands that are values of earlier instructions. */
  public int operands() {
    return operands;
  }

  /** Whether the instruction has a real number as its value. */
  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /** Whether the instruction has a truth value as its value. */
  public boolean isCondition() {
    return kind == Kind.CONDITION;
  }

  /** Whether a and b may be exchanged without a change of any bit of the result. */
  public boolean isCommutative() {
    return switch (this) {
      case ADD, MUL, EQ, NE, AND, OR -> true;
      default -> false;
    };
  }

  /** Whether it compares two numbers. */
  public boolean isComparison() {
    return switch (this) {
      case LT, LE, EQ, NE -> true;
      default -> false;
    };
  }

  /** Whether it is an operation of arithmetic with one rounding (or none, for NEG). */
  public boolean isArithmetic() {
    return switch (this) {
      case ADD, SUB, MUL, DIV, NEG, SQRT -> true;
      default -> false;
    };
  }

  /** Whether it computes something: inputs, constants and the marks of blocks do not. */
  public boolean isOperation() {
    return (operands > 0 && kind != Kind.MARKER) || this == PHI;
  }

  /** The operation as the listing shows it. */
  public String text() {
    return text;
  }
}
