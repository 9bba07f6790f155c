package dev.nabla.tape;

/** A tape as text, one instruction a line, in the notation of the language where it has one. */
final class TapeListing {
  private final Tape tape;
  private final StringBuilder out = new StringBuilder();

  TapeListing(Tape tape) {
    this.tape = tape;
  }

  String text() {
    int depth = 0;
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      if (opcode == Opcode.ELSE || opcode == Opcode.END) {
        depth--;
      }
      out.append("  ".repeat(Math.min(depth, 20))).append(line(i)).append('\n');
      if (opcode == Opcode.IF || opcode == Opcode.ELSE) {
        depth++;
      }
    }
    return out.toString();
  }

  private String line(int i) {
    Opcode opcode = tape.opcode(i);
    String a = "v" + tape.left(i);
    String b = "v" + tape.right(i);
    int k = tape.immediate(i);
    return switch (opcode) {
      case IF -> "if " + a;
      case ELSE, END -> opcode.text();
      case YIELD -> "v" + k + " = " + a;
      case OUTPUT_VALUE, OUTPUT_PARTIAL -> opcode.text() + "[" + k + "] = " + a;
      default -> "v" + i + " = " + expression(i, a, b);
    };
  }

  private String expression(int i, String a, String b) {
    Opcode opcode = tape.opcode(i);
    return switch (opcode) {
      case INPUT -> "inputs[" + tape.immediate(i) + "]";
      case CONSTANT -> Double.toString(tape.constant(i));
      case CALL_1 -> tape.function(i).name() + "(" + a + ")";
      case CALL_2 -> tape.function(i).name() + "(" + a + ", " + b + ")";
      case SQRT -> "sqrt(" + a + ")";
      case POW -> "pow(" + a + ", " + b + ")";
      case NEG -> "-" + a;
      case NOT -> "not " + a;
      case PHI -> "phi";
      default -> a + " " + opcode.text() + " " + b;
    };
  }
}
