package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** expand(D f) ≡ D(expand f): differentiating at free indices is differentiating every element. */
class ExpansionLawTest {
  private static final String HEADER = "dim n = 3\nf(x[n], A[n,n]; w[n])";

  /** D of the indexed function, by x at the index j and by A at the indices j, k, written out. */
  private static List<List<Expr>> expandedDerivative(IndexedFunction f) {
    ExprPool pool = f.pool();
    List<List<Expr>> columns = new ArrayList<>();
    for (IndexedFunction.Argument argument : f.variables()) {
      List<Expr> free = new ArrayList<>();
      for (int d = 0; d < argument.sizes().size(); d++) {
        free.add(pool.index("j" + d));
      }
      Element variable = (Element) pool.element(argument.symbol(), free);
      SparseRow row =
          new Differentiator(pool, List.of(variable))
              .jacobian(List.of(f.output().element()))
              .get(0);
      Expr derivative = row.size() == 0 ? pool.zero() : row.entry(0);
      List<Expr> sizes = new ArrayList<>(f.output().sizes());
      sizes.addAll(argument.sizes());
      List<Expr> axes = new ArrayList<>(f.output().axes());
      axes.addAll(free);
      columns.add(expand(f, new IndexedFunction.Output(sizes, axes, derivative)).outputs());
    }
    return columns;
  }

  private static ScalarFunction expand(IndexedFunction f, IndexedFunction.Output output) {
    return new Expander(f.withOutput(output)).expand();
  }

  private static void assertLaw(String body, long seed) {
    String text = HEADER + body;
    IndexedFunction f =
        new FunctionReader(new Source("input", text), Optional.empty(), Map.of()).readIndexed();
    ScalarFunction scalars = expand(f, f.output());
    List<SparseRow> expected =
        new Differentiator(f.pool(), scalars.variables()).jacobian(scalars.outputs());
    List<List<Expr>> actual = expandedDerivative(f);
    DoubleEvaluation values =
        new DoubleEvaluation(
            scalars.inputs(),
            new Random(seed).doubles(scalars.inputs().size(), 0.2, 1.4).toArray());
    int outputs = scalars.outputs().size();
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < scalars.variables().size(); j++) {
        int position = expected.get(i).position(j);
        double want = position < 0 ? 0 : values.value(expected.get(i).entry(position));
        Expr entry = j < 3 ? actual.get(0).get(3 * i + j) : actual.get(1).get(9 * i + j - 3);
        assertEquals(
            want, values.value(entry), 1e-9 * (1 + Math.abs(want)), text + " " + i + "," + j);
      }
    }
  }

  @Test
  void itHoldsForTheFormsPeopleWrite() {
    for (String body :
        new String[] {
          "[i] = exp(x[i])/sum(k, exp(x[k]))",
          " = A*x",
          " = A'*A*x",
          " = x'*A*x",
          " = A*A*A",
          " = tanh(A*x + w)",
          "[i] = sum(k, A[i,k]*x[k]^2)*w[i]",
          " = sum(k, x[k])^2",
          " = sum(i = 1..n-1, (x[i+1] - x[i]^2)^2)",
          "[i,j] = if j <= i then A[i,j]*x[j] else 0",
          "[i] = sum(k = 1..i, x[k]*A[k,i])",
          " = rowsoftmax(A)*x",
          " = norm2(x)",
          " = tr(A*A)",
          " = diag(x)*A",
          " = outer(x, x)",
          " = A[2,:].*x + A[:,1]",
          " = [x[1]*x[2], sum(x), A[1,1]]",
          " = sum(i, sum(j, sum(k, A[i,j]*A[j,k]*x[k]*w[i])))",
          " = logsumexp(A*x)",
        }) {
      assertLaw(body, 5);
    }
  }

  @Property(seed = "31", tries = 150)
  void itHoldsForRandomPrograms(@ForAll long seed) {
    RandomBodies bodies = new RandomBodies(seed);
    assertLaw("[i = 1..n] = " + bodies.scalar(4, List.of("i")), seed);
  }

  /** Random texts of numbers at given indices. */
  private static final class RandomBodies {
    private final Random random;
    private int names;

    RandomBodies(long seed) {
      random = new Random(seed);
    }

    String scalar(int depth, List<String> indices) {
      if (depth == 0) {
        return leaf(indices);
      }
      String left = scalar(depth - 1, indices);
      return switch (random.nextInt(9)) {
        case 0 -> "(" + left + " + " + leaf(indices) + ")";
        case 1 -> "(" + left + " - " + scalar(depth - 1, indices) + ")";
        case 2 -> left + "*" + scalar(depth - 2 < 0 ? 0 : depth - 2, indices);
        case 3 -> "sin(" + left + ")";
        case 4 -> "tanh(" + left + ")^2";
        case 5 -> left + "/(2 + sin(" + leaf(indices) + "))";
        case 6 -> "(if " + indices.get(0) + " < 3 then " + left + " else " + leaf(indices) + ")";
        default -> sum(depth, indices);
      };
    }

    private String sum(int depth, List<String> indices) {
      String name = "k" + names++;
      List<String> inner = new ArrayList<>(indices);
      inner.add(name);
      String range = random.nextInt(3) == 0 ? "1.." + any(indices) : "1..n";
      return "sum(" + name + " = " + range + ", " + scalar(depth - 1, inner) + ")";
    }

    private String leaf(List<String> indices) {
      return switch (random.nextInt(4)) {
        case 0 -> "x[" + any(indices) + "]";
        case 1 -> "A[" + any(indices) + "," + any(indices) + "]";
        case 2 -> "w[" + any(indices) + "]";
        default -> "x[" + (1 + random.nextInt(3)) + "]";
      };
    }

    private String any(List<String> indices) {
      return indices.get(random.nextInt(indices.size()));
    }
  }
}
