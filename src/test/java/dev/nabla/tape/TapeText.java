package dev.nabla.tape;

/** The first value of a small tape as one formula, every operation in parentheses. */
final class TapeText {
  private final Tape tape;

  private TapeText(Tape tape) {
    this.tape = tape;
  }

  static String of(Tape tape) {
    for (int i = 0; i < tape.size(); i++) {
      if (tape.opcode(i) == Opcode.OUTPUT_VALUE && tape.immediate(i) == 0) {
        return new TapeText(tape).text(tape.left(i));
      }
    }
    throw new AssertionError("no values on\n" + tape);
  }

  private String text(int i) {
    Opcode opcode = tape.opcode(i);
    return switch (opcode) {
      case INPUT -> String.valueOf("xyz".charAt(tape.immediate(i)));
      case CONSTANT -> Double.toString(tape.constant(i)).replaceFirst("\\.0$", "");
      case NEG -> "-" + text(tape.left(i));
      case SQRT, NOT -> opcode.text() + "(" + text(tape.left(i)) + ")";
      case POW -> "pow(" + text(tape.left(i)) + ", " + text(tape.right(i)) + ")";
      case CALL_1 -> tape.function(i).name() + "(" + text(tape.left(i)) + ")";
      case PHI -> select(i);
      default -> "(" + text(tape.left(i)) + " " + opcode.text() + " " + text(tape.right(i)) + ")";
    };
  }

  private String select(int phi) {
    String whenTrue = "";
    int i = phi;
    while (tape.opcode(i) != Opcode.END || whenTrue.isEmpty()) {
      if (tape.opcode(i) == Opcode.YIELD && tape.immediate(i) == phi) {
        if (!whenTrue.isEmpty()) {
          return "(" + whenTrue + " else " + text(tape.left(i)) + ")";
        }
        whenTrue = text(tape.left(i));
      }
      i++;
    }
    throw new AssertionError("no second value of v" + phi + " on\n" + tape);
  }
}
