package dev.nabla.array;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;

/**
 * Random well-typed functions of vectors and matrices, as text in the language. They shrink towards
 * single elements.
 */
final class ArrayPrograms {
  /** Array functions that programs call. */
  static final String HELPERS =
      """
      weighed(u[p])[a] = u[a]*sum(b, u[b])
      share(u[p])[a] = exp(u[a])/sum(b, exp(u[b]))
      gram(U[p,q]) = tanh(U'*U)
      """;

  private static final String ARGUMENTS = "f(x[n], y[m], A[n,n], B[n,m], z[2*n]; w[n])";

  private final Decisions decisions;
  private boolean mayUseLocals = true;

  private ArrayPrograms(Decisions decisions) {
    this.decisions = decisions;
  }

  /** An index in scope: 1 + below ≤ name ≤ size − above. */
  private record Ranged(String name, String size, int below, int above) {}

  /** Functions of any rank, whose expressions nest to the depth. */
  static Arbitrary<String> functions(int depth) {
    return Decisions.most(40 * depth).map(d -> new ArrayPrograms(d).function(depth));
  }

  /** Functions with one output. */
  static Arbitrary<String> scalarFunctions(int depth) {
    return Decisions.most(40 * depth)
        .map(
            decisions -> {
              ArrayPrograms programs = new ArrayPrograms(decisions);
              return programs.whole(" = " + programs.scalar(depth, List.of()));
            });
  }

  private String function(int depth) {
    List<Ranged> vectorAxis = List.of(new Ranged("i", "n", 0, 0));
    return whole(
        switch (decisions.next(5)) {
          case 0 -> " = " + scalar(depth, List.of());
          case 1 -> "[i=1..n] = " + scalar(depth, vectorAxis);
          case 2 -> "[i=1..n,j=1..m] = " + scalar(depth, matrixAxes());
          case 3 -> " = " + vector("n", depth);
          default -> " = " + matrix("n", "m", depth);
        });
  }

  private static List<Ranged> matrixAxes() {
    return List.of(new Ranged("i", "n", 0, 0), new Ranged("j", "m", 0, 0));
  }

  /** The arrays that the body uses by name are defined behind it. */
  private String whole(String body) {
    mayUseLocals = false;
    List<String> locals = new ArrayList<>();
    if (body.contains("h[")) {
      locals.add("h[i=1..n] = " + scalar(2, List.of(new Ranged("i", "n", 0, 0))));
    }
    if (body.contains("G[")) {
      locals.add("G[i=1..n,j=1..m] = " + scalar(2, matrixAxes()));
    }
    String where = locals.isEmpty() ? "" : " where " + String.join(", ", locals);
    return HELPERS + ARGUMENTS + body + where;
  }

  // ---- numbers

  /** A number at the indices in scope. */
  private String scalar(int depth, List<Ranged> scope) {
    if (depth <= 0) {
      return leaf(scope);
    }
    int less = depth - 1;
    return switch (decisions.next(13)) {
      case 0 -> leaf(scope);
      case 1 -> "(" + scalar(less, scope) + " + " + scalar(less, scope) + ")";
      case 2 -> "(" + scalar(less, scope) + " - " + scalar(less, scope) + ")";
      case 3 -> scalar(less, scope) + "*" + scalar(less, scope);
      case 4 -> function(scalar(less, scope));
      case 5 -> quotient(scalar(less, scope), scalar(less, scope));
      case 6 -> extreme(Math.min(1, less), scope);
      case 7 -> ofArrays(less);
      case 8 -> scope.isEmpty() ? sum(depth, scope) : elementOf(depth, scope);
      case 9, 10 -> scope.isEmpty() ? sum(depth, scope) : masked(depth, scope);
      default -> sum(depth, scope);
    };
  }

  private String function(String argument) {
    String form =
        decisions.of(
            List.of(
                "sin(%s)",
                "tanh(%s)", "(%s)^2", "sigmoid(%s)", "exp(sin(%s))", "(%s)^3", "sqrt(1 + (%s)^2)"));
    return form.formatted(argument);
  }

  private String quotient(String numerator, String denominator) {
    String form = decisions.of(List.of("%s/(2 + sin(%s))", "%s/(1 + (%s)^2)"));
    return form.formatted(numerator, denominator);
  }

  private String sum(int depth, List<Ranged> scope) {
    return over("sum", ranges("k" + scope.size(), scope), depth - 1, scope);
  }

  /** A maximum is never empty. */
  private String extreme(int depth, List<Ranged> scope) {
    String name = "k" + scope.size();
    Range range = new Range("1..n", new Ranged(name, "n", 0, 0));
    return over(decisions.of(List.of("max", "min", "prod")), List.of(range), depth, scope);
  }

  private record Range(String limits, Ranged index) {}

  private String over(String operation, List<Range> ranges, int depth, List<Ranged> scope) {
    Range range = decisions.of(ranges);
    List<Ranged> inner = new ArrayList<>(scope);
    inner.add(range.index());
    String binder = range.index().name() + " = " + range.limits();
    return operation + "(" + binder + ", " + scalar(depth, inner) + ")";
  }

  private static List<Range> ranges(String name, List<Ranged> scope) {
    List<Range> ranges = new ArrayList<>();
    for (String size : List.of("n", "m")) {
      ranges.add(new Range("1.." + size, new Ranged(name, size, 0, 0)));
      ranges.add(new Range("1.." + size + "-1", new Ranged(name, size, 0, 1)));
      ranges.add(new Range("2.." + size, new Ranged(name, size, 1, 0)));
    }
    for (Ranged outer : scope) {
      String size = outer.size();
      String i = outer.name();
      ranges.add(new Range("1.." + i, new Ranged(name, size, 0, outer.above())));
      ranges.add(new Range(i + ".." + size, new Ranged(name, size, outer.below(), 0)));
      ranges.add(new Range(i + "+1.." + size, new Ranged(name, size, outer.below() + 1, 0)));
    }
    return ranges;
  }

  /** A choice by a condition on indices, or on a value. */
  private String masked(int depth, List<Ranged> scope) {
    String condition =
        switch (decisions.next(6)) {
          case 3 -> comparison(scope) + " and " + comparison(scope);
          case 4 -> comparison(scope) + " or " + comparison(scope);
          case 5 -> leaf(scope) + " > 0";
          default -> comparison(scope);
        };
    String otherwise = decisions.next(2) == 0 ? "0" : scalar(depth - 1, scope);
    return "(if " + condition + " then " + scalar(depth - 1, scope) + " else " + otherwise + ")";
  }

  private String comparison(List<Ranged> scope) {
    List<String> names = scope.stream().map(Ranged::name).toList();
    List<String> others = new ArrayList<>(names);
    others.addAll(List.of("1", "2", "n-1", "m"));
    String relation = decisions.of(List.of("<=", "<", "==", "!=", ">"));
    return decisions.of(names) + " " + relation + " " + decisions.of(others);
  }

  /** An element of an argument or of a local array, or a number. */
  private String leaf(List<Ranged> scope) {
    return switch (decisions.next(mayUseLocals ? 10 : 7)) {
      case 0, 1 -> "x[" + subscript("n", scope) + "]";
      case 2 -> "A[" + subscript("n", scope) + "," + subscript("n", scope) + "]";
      case 3 -> "B[" + subscript("n", scope) + "," + subscript("m", scope) + "]";
      case 4 -> "y[" + subscript("m", scope) + "]";
      case 5 -> "z[" + doubled(subscript("n", scope)) + "]";
      case 6 -> decisions.of(List.of("2", "0.5", "w[" + subscript("n", scope) + "]"));
      case 7 -> "h[" + subscript("n", scope) + "]";
      default -> "G[" + subscript("n", scope) + "," + subscript("m", scope) + "]";
    };
  }

  private String subscript(String size, List<Ranged> scope) {
    List<String> texts = new ArrayList<>();
    for (Ranged index : scope) {
      if (index.size().equals(size)) {
        texts.add(index.name());
        texts.add(index.above() > 0 ? index.name() + "+" + index.above() : index.name());
        texts.add(index.below() > 0 ? index.name() + "-" + index.below() : index.name());
        texts.add(size + "+1-" + index.name());
      }
    }
    return decisions.of(texts.isEmpty() ? List.of("1", size) : texts);
  }

  /** A subscript of z, which has twice as many elements as x. */
  private String doubled(String subscript) {
    return decisions.of(List.of("%s", "n+%s", "2*(%s)", "2*(%s)-1")).formatted(subscript);
  }

  // ---- whole arrays

  /** A number made of whole arrays. */
  private String ofArrays(int depth) {
    return switch (decisions.next(5)) {
      case 0 -> "sum(" + vector("n", depth) + ")";
      case 1 -> "((" + vector("n", depth) + ")'*(" + vector("n", depth) + "))";
      case 2 -> "logsumexp(" + vector("m", depth) + ")";
      case 3 -> "tr(" + matrix("n", "n", depth) + ")";
      default -> "max(" + vector("m", depth) + ")";
    };
  }

  private String elementOf(int depth, List<Ranged> scope) {
    return "(" + vector("n", depth - 1) + ")[" + subscript("n", scope) + "]";
  }

  private String vector(String size, int depth) {
    int less = depth - 1;
    if (depth <= 0) {
      return size.equals("n") ? decisions.of(List.of("x", "w")) : "y";
    }
    return switch (decisions.next(9)) {
      case 0 -> size.equals("n") ? "x" : "y";
      case 1 -> {
        String inner = decisions.of(List.of("n", "m"));
        yield "(" + matrix(size, inner, less) + "*(" + vector(inner, less) + "))";
      }
      case 2 -> "(" + vector(size, less) + " + " + vector(size, less) + ")";
      case 3 -> "(" + vector(size, less) + " .* " + vector(size, less) + ")";
      case 4 -> "tanh(" + vector(size, less) + ")";
      case 5 -> "softmax(" + vector(size, less) + ")";
      case 6 -> "share(" + vector(size, less) + ")";
      case 7 -> "weighed(" + vector(size, less) + ")";
      default -> quotient(vector(size, less), ofArrays(less));
    };
  }

  private String matrix(String rows, String columns, int depth) {
    int less = depth - 1;
    if (depth <= 0) {
      return leafMatrix(rows + columns);
    }
    return switch (decisions.next(7)) {
      case 0 -> leafMatrix(rows + columns);
      case 1 -> "(" + matrix(columns, rows, less) + ")'";
      case 2 -> "(" + matrix(rows, "n", less) + "*" + matrix("n", columns, less) + ")";
      case 3 -> "(" + matrix(rows, columns, less) + " - " + matrix(rows, columns, less) + ")";
      case 4 -> "sigmoid(" + matrix(rows, columns, less) + ")";
      case 5 -> "rowsoftmax(" + matrix(rows, columns, less) + ")";
      default ->
          rows.equals(columns)
              ? "gram(" + matrix("n", rows, less) + ")"
              : "outer(" + vector(rows, less) + ", " + vector(columns, less) + ")";
    };
  }

  private static String leafMatrix(String shape) {
    return switch (shape) {
      case "nn" -> "A";
      case "nm" -> "B";
      case "mn" -> "B'";
      default -> "(B'*B)";
    };
  }
}
