package dev.nabla.source;

import java.util.Objects;

/**
 * A named text: offsets count UTF-16 units from 0, lines and columns count from 1.
 *
 * @param name the file's name, or a label such as {@code <expression>}
 * @param text the whole text
 */
public record Source(String name, String text) {
  /** The byte order mark with which some editors begin a file is no part of the text. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public Source {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
    text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** The line number, from 1, of the character at {@code offset}. */
  public int line(int offset) {
    int line = 1;
    int end = Math.min(offset, text.length());
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The column, from 1 and in code points, of the character at {@code offset}. */
  public int column(int offset) {
    int end = Math.min(offset, text.length());
    return text.codePointCount(lineStart(end), end) + 1;
  }

  /** The offset at which the line that holds {@code offset} begins. */
  public int lineStart(int offset) {
    return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
  }

  /** The offset just behind the last character of the line that holds {@code offset}. */
  public int lineEnd(int offset) {
    int end = text.indexOf('\n', Math.min(offset, text.length()));
    int stop = end < 0 ? text.length() : end;
    return stop > 0 && end >= 0 && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
  }
}
