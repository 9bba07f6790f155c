package dev.nabla.resolve;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes functions of arrays of known size out: softmax and logsumexp by their definitions,
 * determinants and inverses by {@link MatrixElimination}. The elements of one result share what
 * they have in common.
 */
final class ArrayFunctionExpansion {
  /** An array function without its subscripts. */
  private record Whole(ArrayFunction function, List<Expr> argument) {}

  private final ExprPool pool;
  private final Expansion expansion;
  private final Map<Whole, List<List<Expr>>> results = new HashMap<>();

  ArrayFunctionExpansion(ExprPool pool, Expansion expansion) {
    this.pool = pool;
    this.expansion = expansion;
  }

  /** Whether every limit and subscript is a number. */
  static boolean isReady(ArrayApply application) {
    return application.subscripts().stream().allMatch(Num.class::isInstance)
        && application.axes().stream()
            .allMatch(axis -> axis.lower() instanceof Num && axis.upper() instanceof Num);
  }

  Expr expand(ArrayApply application) throws Expansion.Refused {
    int arguments = application.children().size() - application.subscripts().size();
    Whole whole = new Whole(application.function(), application.children().subList(0, arguments));
    List<List<Expr>> result = results.get(whole);
    if (result == null) {
      result = result(application);
      results.put(whole, result);
    }
    List<Expr> subscripts = application.subscripts();
    return switch (application.function()) {
      case DETERMINANT, LOGSUMEXP -> result.get(0).get(0);
      case SOFTMAX -> result.get(0).get(position(subscripts.get(0), result.get(0).size()));
      case INVERSE ->
          result
              .get(position(subscripts.get(0), result.size()))
              .get(position(subscripts.get(1), result.size()));
    };
  }

  private static int position(Expr subscript, int size) throws Expansion.Refused {
    Num number = (Num) subscript;
    if (!number.value().isInt()
        || number.value().intValue() < 1
        || number.value().intValue() > size) {
      throw new Expansion.Refused(
          "element " + number.value() + " of an array of " + size + " is asked for");
    }
    return number.value().intValue() - 1;
  }

  private List<List<Expr>> result(ArrayApply application) throws Expansion.Refused {
    return switch (application.function()) {
      case SOFTMAX -> {
        List<Expr> powers = powers(application);
        Expr total = pool.sum(powers);
        yield List.of(powers.stream().map(power -> pool.divide(power, total)).toList());
      }
      case LOGSUMEXP ->
          List.of(List.of(pool.apply(FunctionTable.get("log"), pool.sum(powers(application)))));
      case DETERMINANT ->
          List.of(List.of(new MatrixElimination(pool, matrix(application)).determinant()));
      case INVERSE -> new MatrixElimination(pool, matrix(application)).inverse();
    };
  }

  private List<Expr> powers(ArrayApply application) throws Expansion.Refused {
    Axis axis = application.axes().get(0);
    List<Expr> powers = new ArrayList<>();
    for (Num index : expansion.indices(axis)) {
      Expr element = instance(application.body(), Map.of(axis.index(), index));
      powers.add(pool.apply(FunctionTable.get("exp"), element));
    }
    if (powers.isEmpty()) {
      throw new Expansion.Refused(application.function().text() + " of nothing");
    }
    return powers;
  }

  private List<List<Expr>> matrix(ArrayApply application) throws Expansion.Refused {
    Axis rows = application.axes().get(0);
    Axis columns = application.axes().get(1);
    List<List<Expr>> matrix = new ArrayList<>();
    for (Num row : expansion.indices(rows)) {
      List<Expr> elements = new ArrayList<>();
      for (Num column : expansion.indices(columns)) {
        elements.add(
            instance(application.body(), Map.of(rows.index(), row, columns.index(), column)));
      }
      matrix.add(elements);
    }
    if (matrix.isEmpty() || matrix.size() != matrix.get(0).size()) {
      throw new Expansion.Refused(
          application.function().text() + " of a matrix that is not square");
    }
    return matrix;
  }

  private Expr instance(Expr body, Map<Expr, Expr> values) throws Expansion.Refused {
    Expr instance = expansion.expand(new Substitution(pool, values).apply(body));
    expansion.checkSize();
    return instance;
  }
}
