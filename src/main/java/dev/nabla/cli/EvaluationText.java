package dev.nabla.cli;

import dev.nabla.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** Values and partial derivatives as an aligned table. */
final class EvaluationText {
  private static final int WIDEST = 12;

  private EvaluationText() {}

  static String render(Evaluation evaluation) {
    int columns = evaluation.columnLabels().size();
    String numbers = columns <= WIDEST ? table(evaluation) : list(evaluation);
    List<String> remarks = new ArrayList<>();
    if (!evaluation.conditions().isEmpty()) {
      remarks.add("provided that " + String.join(" and ", evaluation.conditions()));
    }
    remarks.addAll(evaluation.remarks());
    return remarks.isEmpty() ? numbers : numbers + "\n" + String.join("\n", remarks) + "\n";
  }

  private static String table(Evaluation evaluation) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("", "value"));
    evaluation.columnLabels().forEach(label -> header.add("∂/∂" + label));
    rows.add(header);
    for (int i = 0; i < evaluation.rowLabels().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(evaluation.rowLabels().get(i));
      row.add(Double.toString(evaluation.values().get(i)));
      for (int j = 0; j < evaluation.columnLabels().size(); j++) {
        row.add(Double.toString(evaluation.partial(i, j)));
      }
      rows.add(row);
    }
    return aligned(rows);
  }

  private static String aligned(List<List<String>> rows) {
    StringBuilder out = new StringBuilder();
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int j = 0; j < columns; j++) {
        widths[j] = Math.max(widths[j], row.get(j).codePointCount(0, row.get(j).length()));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int j = 0; j < columns; j++) {
        String cell = row.get(j);
        String padding = " ".repeat(widths[j] - cell.codePointCount(0, cell.length()));
        line.append(j == 0 ? cell + padding : "  " + padding + cell);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** One line for each value and each partial derivative that is not 0. */
  private static String list(Evaluation evaluation) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < evaluation.rowLabels().size(); i++) {
      String row = evaluation.rowLabels().get(i);
      out.append(row).append(" = ").append(evaluation.values().get(i)).append('\n');
      for (int j = 0; j < evaluation.columnLabels().size(); j++) {
        double partial = evaluation.partial(i, j);
        if (partial != 0) {
          out.append("  ∂").append(row).append("/∂").append(evaluation.columnLabels().get(j));
          out.append(" = ").append(partial).append('\n');
        }
      }
    }
    return out.toString();
  }
}
