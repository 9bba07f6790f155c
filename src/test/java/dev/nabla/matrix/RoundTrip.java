package dev.nabla.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Symbol;
import dev.nabla.matrix.Matrix.Kind;
import dev.nabla.resolve.IndexedFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A printed form against the expression it stands for, element by element, on random data. */
final class RoundTrip {
  private final Map<String, Matrix> arrays = new HashMap<>();
  private final Random random;
  private final IndexEvaluation indexed = new IndexEvaluation(arrays);

  /** Data for the symbols of a derivative. */
  RoundTrip(Derived derived, long seed) {
    this(
        derived.sizes(),
        derived.function().symmetric().stream().map(Symbol::name).collect(Collectors.toSet()),
        seed);
  }

  /** Data for symbols of these sizes, some of them symmetric matrices. */
  RoundTrip(Map<Symbol, List<Expr>> sizes, Set<String> symmetric, long seed) {
    random = new Random(seed);
    List<Symbol> symbols = new ArrayList<>(sizes.keySet());
    symbols.sort((a, b) -> a.name().compareTo(b.name()));
    for (Symbol symbol : symbols) {
      List<Expr> shape = sizes.get(symbol);
      int rows = shape.isEmpty() ? 1 : size(shape.get(0));
      int columns = shape.size() < 2 ? 1 : size(shape.get(1));
      Kind kind =
          switch (shape.size()) {
            case 0 -> Kind.SCALAR;
            case 1 -> Kind.COLUMN;
            default -> Kind.MATRIX;
          };
      // A heavy diagonal makes square matrices regular.
      Matrix values =
          Matrix.of(
              rows,
              columns,
              kind,
              (i, j) -> random.nextDouble(0.2, 0.9) + (i == j && columns > 1 ? 2 : 0));
      arrays.put(
          symbol.name(),
          symmetric.contains(symbol.name())
              ? values.zip(values.transposed(), (a, b) -> a + b)
              : values);
    }
  }

  /** The size of an axis: from 1 to 3, so that a vector of one element is met too. */
  private int size(Expr size) {
    if (size instanceof Num num) {
      return num.value().intValue();
    }
    if (!(size instanceof Element element)) {
      size.children().forEach(this::size);
      return indexed.whole(size);
    }
    String name = element.symbol().name();
    return (int) arrays.computeIfAbsent(name, key -> Matrix.scalar(1 + random.nextInt(3))).at(0, 0);
  }

  void check(Derived derived, String text) {
    List<Expr> sizes = derived.ranges().stream().map(Axis::upper).toList();
    check(derived.element(), derived.rows(), derived.columns(), sizes, text);
  }

  /** Every element of the text's array is that of the expression. */
  void check(Expr element, List<Index> rows, List<Index> columns, List<Expr> sizes, String text) {
    List<Integer> lengths = sizes.stream().map(this::size).toList();
    Matrix actual = new TextEvaluation(arrays).value(text);
    int rowCount = product(lengths.subList(0, rows.size()));
    int columnCount = product(lengths.subList(rows.size(), lengths.size()));
    String shape = rowCount + "×" + columnCount;
    assertEquals(shape, actual.rows() + "×" + actual.columns(), text);
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < columnCount; j++) {
        Map<Index, Integer> at = new HashMap<>();
        place(rows, lengths.subList(0, rows.size()), i, at);
        place(columns, lengths.subList(rows.size(), lengths.size()), j, at);
        double expected = indexed.at(element, at);
        assertEquals(
            expected, actual.at(i, j), 1e-8 * (1 + Math.abs(expected)), text + " at " + at);
      }
    }
  }

  /** The text, read by the language itself, has the elements of the expression. */
  void checkInLanguage(Derived derived, String text) {
    String source = derived.function().source().text();
    String declared = source.substring(0, source.lastIndexOf(')', source.indexOf(" = ")) + 1);
    IndexedFunction read = Derived.read(declared + " = " + text);
    List<Expr> axes = new ArrayList<>(read.output().axes());
    List<Integer> lengths = derived.ranges().stream().map(range -> size(range.upper())).toList();
    int rowCount = product(lengths.subList(0, derived.rows().size()));
    int columnCount = product(lengths.subList(derived.rows().size(), lengths.size()));
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < columnCount; j++) {
        Map<Index, Integer> at = new HashMap<>();
        place(derived.rows(), lengths.subList(0, derived.rows().size()), i, at);
        place(derived.columns(), lengths.subList(derived.rows().size(), lengths.size()), j, at);
        double expected = indexed.at(derived.element(), at);
        Map<Index, Integer> there = new HashMap<>();
        List<Integer> position = new ArrayList<>();
        if (!derived.rows().isEmpty()) {
          position.add(i + 1);
        }
        if (!derived.columns().isEmpty()) {
          position.add(j + 1);
        }
        assertEquals(position.size(), axes.size(), text);
        for (int d = 0; d < axes.size(); d++) {
          there.put((Index) axes.get(d), position.get(d));
        }
        double actual = indexed.at(read.output().element(), there);
        assertEquals(expected, actual, 1e-8 * (1 + Math.abs(expected)), text + " at " + at);
      }
    }
  }

  private static int product(List<Integer> lengths) {
    return lengths.stream().reduce(1, (a, b) -> a * b);
  }

  /** Row-major: the last index is the fastest. */
  private static void place(
      List<Index> indices, List<Integer> lengths, int number, Map<Index, Integer> at) {
    int rest = number;
    for (int d = indices.size() - 1; d >= 0; d--) {
      at.put(indices.get(d), 1 + rest % lengths.get(d));
      rest /= lengths.get(d);
    }
  }
}
