package dev.nabla.print;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A text made of parts that other texts may share: joining takes constant time, so a shared DAG is
 * joined in linear time however long it is when written out.
 */
final class Rope {
  private final String text;
  private final List<Rope> parts;
  private final double length;

  private Rope(String text, List<Rope> parts, double length) {
    this.text = text;
    this.parts = parts;
    this.length = length;
  }

  static Rope of(String text) {
    return new Rope(text, List.of(), text.length());
  }

  static Rope join(Rope... parts) {
    return join(Arrays.asList(parts));
  }

  static Rope join(List<Rope> parts) {
    double length = 0;
    for (Rope part : parts) {
      length += part.length;
    }
    return new Rope("", List.copyOf(parts), length);
  }

  /** before + this + after. */
  Rope between(String before, String after) {
    return join(of(before), this, of(after));
  }

  /** The number of characters; may be astronomically large. */
  double length() {
    return length;
  }

  /** The text written out; {@link OutputTooLongException} where it has more than {@code most}. */
  String write(long most) {
    if (length > most) {
      throw new OutputTooLongException(length, most);
    }
    StringBuilder out = new StringBuilder((int) length);
    Deque<Rope> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      Rope rope = open.pop();
      out.append(rope.text);
      for (int i = rope.parts.size() - 1; i >= 0; i--) {
        open.push(rope.parts.get(i));
      }
    }
    return out.toString();
  }
}
