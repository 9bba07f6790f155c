package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the nonzeros of a Jacobian stand: value k is in row {@code rows[k]} and column {@code
 * columns[k]}, counted from 0, in the order in which the evaluator writes them. Values at the same
 * place add up.
 *
 * <p>Memory is proportional to the nonzeros; no dense matrix is made.
 */
public final class SparsityPattern {
  private final int rowCount;
  private final int columnCount;
  private final int[] rows;
  private final int[] columns;

  private SparsityPattern(int rowCount, int columnCount, int[] rows, int[] columns) {
    this.rowCount = rowCount;
    this.columnCount = columnCount;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A pattern by its places.
   *
   * @param rows the row of each value, from 0
   * @param columns the column of each value, from 0
   */
  public static SparsityPattern of(int rowCount, int columnCount, int[] rows, int[] columns) {
    return new SparsityPattern(rowCount, columnCount, rows.clone(), columns.clone());
  }

  /**
   * The pattern at given sizes.
   *
   * @param sizes the sizes that the function leaves open
   * @throws IllegalArgumentException if a size is missing or below 1, the matrix is too large, or
   *     the pattern depends on values of the inputs
   */
  public static SparsityPattern of(ArrayJacobian jacobian, Map<String, Integer> sizes) {
    for (Symbol size : jacobian.function().openSizes()) {
      int value = sizes.getOrDefault(size.name(), 1);
      if (value < 1) {
        throw new IllegalArgumentException(
            "size '" + size.name() + "' is " + value + ": a size is at least 1");
      }
    }
    return new Enumeration(jacobian.at(sizes), sizes).pattern();
  }

  public int rowCount() {
    return rowCount;
  }

  public int columnCount() {
    return columnCount;
  }

  /** The number of values. */
  public int count() {
    return rows.length;
  }

  /** The row of value k, from 0. */
  public int row(int k) {
    return rows[k];
  }

  /** The column of value k, from 0. */
  public int column(int k) {
    return columns[k];
  }

  /**
   * Compressed sparse columns: column j holds positions starts[j] … starts[j + 1] − 1, with
   * ascending rows, each once.
   */
  public Compressed toCsc() {
    return compressed(columns, columnCount, rows, rowCount);
  }

  /** Compressed sparse rows: as {@link #toCsc} with rows and columns exchanged. */
  public Compressed toCsr() {
    return compressed(rows, rowCount, columns, columnCount);
  }

  /** By counting, first along the minor axis, then stably along the major one. */
  private static Compressed compressed(int[] major, int majors, int[] minor, int minors) {
    int[] order = sorted(sorted(null, minor, minors), major, majors);
    int[] starts = new int[majors + 1];
    int[] indices = new int[order.length];
    int[] slots = new int[order.length];
    int count = 0;
    for (int p = 0; p < order.length; p++) {
      int k = order[p];
      boolean isNew = p == 0 || major[order[p - 1]] != major[k] || minor[order[p - 1]] != minor[k];
      if (isNew) {
        starts[major[k] + 1]++;
        indices[count++] = minor[k];
      }
      slots[p] = count - 1;
    }
    for (int j = 0; j < majors; j++) {
      starts[j + 1] += starts[j];
    }
    return new Compressed(starts, Arrays.copyOf(indices, count), order, slots);
  }

  private static int[] sorted(int[] before, int[] keys, int bound) {
    int[] next = new int[bound + 1];
    for (int key : keys) {
      next[key + 1]++;
    }
    for (int k = 0; k < bound; k++) {
      next[k + 1] += next[k];
    }
    int[] order = new int[keys.length];
    for (int p = 0; p < keys.length; p++) {
      int k = before == null ? p : before[p];
      order[next[keys[k]]++] = k;
    }
    return order;
  }

  /** A compressed matrix. */
  public static final class Compressed {
    private final int[] starts;
    private final int[] indices;
    private final int[] order;
    private final int[] slots;

    private Compressed(int[] starts, int[] indices, int[] order, int[] slots) {
      this.starts = starts;
      this.indices = indices;
      this.order = order;
      this.slots = slots;
    }

    /** Where each column, or row, starts; one more at the end. */
    public int[] starts() {
      return starts.clone();
    }

    /** The row, or column, at each position. */
    public int[] indices() {
      return indices.clone();
    }

    /** The number of places. */
    public int count() {
      return indices.length;
    }

    /** The evaluator's values in compressed order. */
    public double[] arrange(double[] values) {
      double[] arranged = new double[indices.length];
      for (int p = 0; p < order.length; p++) {
        arranged[slots[p]] += values[order[p]];
      }
      return arranged;
    }
  }

  /** Walks the loops of every family. */
  private static final class Enumeration {
    private final ArrayJacobian jacobian;
    private final ExprPool pool;
    private final Substitution at;
    private int[] rows = new int[16];
    private int[] columns = new int[16];
    private int count;

    Enumeration(ArrayJacobian jacobian, Map<String, Integer> sizes) {
      this.jacobian = jacobian;
      this.pool = jacobian.function().pool();
      Map<Expr, Expr> values = new HashMap<>();
      for (Symbol size : jacobian.function().openSizes()) {
        Integer value = sizes.get(size.name());
        if (value == null) {
          throw new IllegalArgumentException("size '" + size.name() + "' has no value");
        }
        values.put(pool.element(size), pool.num(value));
      }
      at = new Substitution(pool, values);
    }

    private int number(Expr expr) {
      Expr value = at.apply(expr);
      if (value instanceof Num num && num.value().isInt()) {
        return num.value().intValue();
      }
      throw new IllegalArgumentException("a range or a size does not come out as a number");
    }

    private int product(List<Axis> axes) {
      return axes.stream().mapToInt(axis -> number(axis.upper())).reduce(1, Math::multiplyExact);
    }

    SparsityPattern pattern() {
      int columnCount =
          jacobian.blocks().stream().mapToInt(block -> product(block.columns())).sum();
      int rowCount = product(jacobian.rows());
      Map<JacobianBlock, Integer> offsets = new HashMap<>();
      int offset = 0;
      for (JacobianBlock block : jacobian.blocks()) {
        offsets.put(block, offset);
        offset += product(block.columns());
      }
      for (Family family : SparseProgram.families(jacobian)) {
        walk(family, offsets.get(family.block()));
      }
      return new SparsityPattern(
          rowCount, columnCount, Arrays.copyOf(rows, count), Arrays.copyOf(columns, count));
    }

    private void walk(Family family, int columnOffset) {
      JacobianBlock block = family.block();
      int rank = block.rows().size();
      List<Axis> loops = family.part().axes();
      int[] lower = loops.stream().mapToInt(axis -> number(axis.lower())).toArray();
      int[] upper = loops.stream().mapToInt(axis -> number(axis.upper())).toArray();
      List<Expr> subscripts = family.part().subscripts();
      long[] row = flat(loops, subscripts.subList(0, rank), block.rows());
      long[] column = flat(loops, subscripts.subList(rank, subscripts.size()), block.columns());
      column[loops.size()] += columnOffset;
      long total = 1;
      for (int d = 0; d < loops.size(); d++) {
        total = Math.multiplyExact(total, Math.max(0L, (long) upper[d] - lower[d] + 1));
      }
      if (total + count > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("there are more than 2^31 nonzeros");
      }
      reserve((int) total);
      if (total > 0) {
        Nest nest = new Nest(lower, upper, row, column);
        nest.fill(0, count, row[loops.size()], column[loops.size()]);
        count += (int) total;
      }
    }

    /** The loops of a family; the longest one runs innermost, whatever its place. */
    private final class Nest {
      private final int[] lower;
      private final int[] upper;
      private final long[] row;
      private final long[] column;
      private final int[] strides;
      private final int longest;

      Nest(int[] lower, int[] upper, long[] row, long[] column) {
        this.lower = lower;
        this.upper = upper;
        this.row = row;
        this.column = column;
        strides = new int[lower.length];
        int stride = 1;
        int candidate = lower.length - 1;
        for (int d = lower.length - 1; d >= 0; d--) {
          strides[d] = stride;
          stride *= upper[d] - lower[d] + 1;
          boolean isLonger = upper[d] - lower[d] > upper[candidate] - lower[candidate];
          candidate = isLonger ? d : candidate;
        }
        longest = candidate;
      }

      void fill(int depth, int position, long atRow, long atColumn) {
        if (depth == lower.length) {
          along(position, atRow, atColumn);
        } else if (depth == longest) {
          fill(depth + 1, position, atRow, atColumn);
        } else {
          for (int i = lower[depth]; i <= upper[depth]; i++) {
            fill(
                depth + 1,
                position + (i - lower[depth]) * strides[depth],
                atRow + row[depth] * i,
                atColumn + column[depth] * i);
          }
        }
      }

      private void along(int position, long atRow, long atColumn) {
        if (longest < 0) {
          rows[position] = (int) atRow;
          columns[position] = (int) atColumn;
          return;
        }
        int r = (int) (atRow + row[longest] * lower[longest]);
        int c = (int) (atColumn + column[longest] * lower[longest]);
        int p = position;
        for (int i = lower[longest]; i <= upper[longest]; i++) {
          rows[p] = r;
          columns[p] = c;
          p += strides[longest];
          r += (int) row[longest];
          c += (int) column[longest];
        }
      }
    }

    private void reserve(int more) {
      if (count + more > rows.length) {
        int length = Math.max(count + more, 2 * count);
        rows = Arrays.copyOf(rows, length);
        columns = Arrays.copyOf(columns, length);
      }
    }

    /** The position, from 0, as a linear form of the loops: a factor for each, then a number. */
    private long[] flat(List<Axis> loops, List<Expr> subscripts, List<Axis> axes) {
      long[] form = new long[loops.size() + 1];
      long stride = 1;
      for (int d = axes.size() - 1; d >= 0; d--) {
        Expr subscript = at.apply(subscripts.get(d));
        for (Expr node : Traversal.postOrder(subscript)) {
          if (node instanceof Element) {
            throw new IllegalArgumentException(
                "where the nonzeros stand depends on values of the inputs: evaluate it dense");
          }
        }
        Map<Expr, Expr> zero = new HashMap<>();
        loops.forEach(axis -> zero.put(axis.index(), pool.zero()));
        int constant = number(new Substitution(pool, zero).apply(subscript));
        for (int l = 0; l < loops.size(); l++) {
          Index index = loops.get(l).index();
          Map<Expr, Expr> unit = new HashMap<>(zero);
          unit.put(index, pool.one());
          form[l] += stride * (number(new Substitution(pool, unit).apply(subscript)) - constant);
        }
        form[loops.size()] += stride * (constant - 1);
        stride *= number(axes.get(d).upper());
      }
      return form;
    }
  }
}
