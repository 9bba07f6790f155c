package dev.nabla.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** One row of results for each row of points; a block of rows is in memory at a time. */
final class CsvBatch {
  /** The name of standard input and output. */
  static final String STANDARD = "-";

  /** Some thousand rows, fewer where they are long. */
  private static final int LARGEST_BLOCK = 4_096;

  private static final int BLOCK_NUMBERS = 1 << 22;

  private final CsvColumns columns;
  private final Evaluation evaluation;

  /** Evaluates points that stand row by row. */
  @FunctionalInterface
  interface Evaluation {
    void evaluate(double[] points, double[] values, double[] partials, int count);
  }

  CsvBatch(CsvColumns columns, Evaluation evaluation) {
    this.columns = columns;
    this.evaluation = evaluation;
  }

  /** Evaluates the points of one file into another. */
  void run(String input, String output, Writer standardOutput) {
    if (output.equals(STANDARD)) {
      copy(input, standardOutput);
    } else {
      new WholeFile("--output", Path.of(output)).write(writer -> copy(input, writer));
    }
  }

  private void copy(String input, Writer output) {
    try (Progress progress = Progress.of(input);
        InputStream stream = progress.counting(open(input));
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .ignoreDifferentFieldCount(true)
                .ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()))) {
      copy(input.equals(STANDARD) ? "standard input" : input, reader.iterator(), output);
    } catch (UncheckedIOException | CsvParseException failed) {
      throw failed.getCause() instanceof CharacterCodingException
          ? new WrongInput(input + " is not UTF-8 text")
          : new WrongInput(input + ": cannot be read as CSV: " + failed.getMessage());
    } catch (IOException failed) {
      throw new WrongInput(input + ": " + failed);
    }
  }

  private static InputStream open(String input) throws IOException {
    if (input.equals(STANDARD)) {
      return System.in;
    }
    Path path = Path.of(input);
    if (Files.isDirectory(path)) {
      throw new WrongInput(path + " is a directory, not a file");
    }
    if (!Files.exists(path)) {
      throw new WrongInput("there is no file " + path);
    }
    return Files.newInputStream(path);
  }

  private void copy(String name, Iterator<CsvRecord> records, Writer output) throws IOException {
    if (!records.hasNext()) {
      throw new WrongInput(
          name
              + " is empty: the first row names the inputs: "
              + String.join(",", columns.inputs()));
    }
    CsvRecord header = records.next();
    CsvPoints points = new CsvPoints(name, columns, header);
    List<String> labels = columns.ofResults();
    int rows = columns.rows().size();
    int entries = labels.size() - rows;
    int block =
        Math.max(1, Math.min(LARGEST_BLOCK, BLOCK_NUMBERS / (points.length() + labels.size())));
    double[] inputs = new double[block * points.length()];
    double[] values = new double[block * rows];
    double[] partials = new double[block * entries];
    int count = evaluate(points, records, block, inputs, values, partials);
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(output);
    writer.writeRecord(labels);
    while (count > 0) {
      for (int p = 0; p < count; p++) {
        CsvWriter.CsvWriterRecord row = writer.writeRecord();
        write(row, values, p * rows, rows);
        write(row, partials, p * entries, entries);
        row.endRecord();
      }
      count = evaluate(points, records, block, inputs, values, partials);
    }
    writer.flush();
  }

  /** Reads and evaluates the next block; the answer is its number of points. */
  private int evaluate(
      CsvPoints points,
      Iterator<CsvRecord> records,
      int most,
      double[] inputs,
      double[] values,
      double[] partials) {
    int count = points.read(records, inputs, most);
    try {
      evaluation.evaluate(inputs, values, partials, count);
    } catch (IllegalArgumentException wrong) {
      throw new WrongInput(points.lastRows() + ": " + wrong.getMessage());
    }
    return count;
  }

  private static void write(CsvWriter.CsvWriterRecord row, double[] numbers, int from, int count) {
    for (int k = from; k < from + count; k++) {
      row.writeField(Double.toString(numbers[k]));
    }
  }
}
