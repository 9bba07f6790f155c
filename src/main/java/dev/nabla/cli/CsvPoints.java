package dev.nabla.cli;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;

/** The rows of a CSV file as points. */
final class CsvPoints {
  private final String file;
  private final CsvRecord header;
  private final int[] inputs;
  private final double[] shared;
  private long rowsBefore;
  private int rowsRead;

  CsvPoints(String file, CsvColumns columns, CsvRecord header) {
    this.file = file;
    this.header = header;
    this.shared = columns.shared();
    this.inputs = columns.inputsOf(header.getFields(), place(header));
  }

  /** The number of inputs of a point. */
  int length() {
    return shared.length;
  }

  /** Reads at most {@code most} rows into an array of points; the answer is how many. */
  int read(Iterator<CsvRecord> records, double[] points, int most) {
    rowsBefore += rowsRead;
    rowsRead = 0;
    while (rowsRead < most && records.hasNext()) {
      read(records.next(), points, rowsRead * shared.length);
      rowsRead++;
    }
    return rowsRead;
  }

  /** Which rows the last points were, for messages that count them from 0. */
  String lastRows() {
    return file + ", points " + rowsBefore + " to " + (rowsBefore + rowsRead - 1);
  }

  private void read(CsvRecord row, double[] points, int start) {
    if (row.getFieldCount() != inputs.length) {
      throw new WrongInput(
          place(row)
              + ": "
              + row.getFieldCount()
              + " fields below a header of "
              + inputs.length
              + "; write one number for each name");
    }
    System.arraycopy(shared, 0, points, start, shared.length);
    for (int column = 0; column < inputs.length; column++) {
      points[start + inputs[column]] = number(row, column);
    }
  }

  private double number(CsvRecord row, int column) {
    String text = row.getField(column).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new WrongInput(
          place(row)
              + ", column "
              + (column + 1)
              + " ("
              + header.getField(column).strip()
              + "): '"
              + text
              + "' is not a number; write one such as 0.5, -3, 1e-6, NaN or Infinity");
    }
  }

  private String place(CsvRecord row) {
    return file + ", line " + row.getStartingLineNumber();
  }
}
