package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.source.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to say about a name that nothing declares. */
final class UndeclaredName {
  private static final String SUBSCRIPT_DIGITS = "₀₁₂₃₄₅₆₇₈₉";

  /** What people look for here, and what to write for it. */
  private static final Map<String, String> MISSING =
      Map.of(
          "pinv", "there is no pseudoinverse: write inv(A'*A)*A' where A has full column rank",
          "adj", "there is no adjugate: write det(A)*inv(A)",
          "adjugate", "there is no adjugate: write det(A)*inv(A)",
          "expm", "there is no matrix exponential; exp acts on each element",
          "logm", "there is no matrix logarithm; log acts on each element",
          "eig", "there are no eigenvalues; tr, det and inv are there",
          "svd", "there is no singular value decomposition; tr, det and inv are there",
          "rank", "the rank has no derivative",
          "norm", "write norm2(x) for the Euclidean norm, norm1(x) for the sum of abs(x)",
          "normF", "norm2(A) is the Frobenius norm of a matrix");

  private final ExpressionResolver resolver;
  private final Calls calls;
  private final Syntax.Name name;

  UndeclaredName(ExpressionResolver resolver, Calls calls, Syntax.Name name) {
    this.resolver = resolver;
    this.calls = calls;
    this.name = name;
  }

  NablaException error() {
    String hint =
        Optional.ofNullable(MISSING.get(name.text()))
            .or(this::functionOfValue)
            .or(this::element)
            .or(() -> misspelt().map(nearest -> "did you mean '" + nearest + "'?"))
            .orElse("declare it as an argument, or in a where clause");
    return resolver.error(name.span(), "'" + name.text() + "' is not declared", hint);
  }

  /** sinx: a function's name and a value's, written together. */
  private Optional<String> functionOfValue() {
    String text = name.text();
    for (int end = text.length() - 1; end > 1; end--) {
      String function = text.substring(0, end);
      String value = text.substring(end);
      if (calls.isFunction(function) && resolver.isValue(value)) {
        return Optional.of("did you mean " + function + "(" + value + ")?");
      }
    }
    return Optional.empty();
  }

  /** x1 or x₁ where x is an array. */
  private Optional<String> element() {
    String text = name.text();
    int end = text.length();
    while (end > 0 && digit(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String array = text.substring(0, end);
    if (end == text.length()
        || !(resolver.scope().find(array).orElse(null) instanceof Binding.Known known)
        || known.value().rank() != 1) {
      return Optional.empty();
    }
    StringBuilder index = new StringBuilder();
    text.substring(end).chars().forEach(symbol -> index.append(digit((char) symbol)));
    return Optional.of("'" + array + "' is an array: write " + array + "[" + index + "]");
  }

  private static int digit(char symbol) {
    return symbol >= '0' && symbol <= '9' ? symbol - '0' : SUBSCRIPT_DIGITS.indexOf(symbol);
  }

  private Optional<String> misspelt() {
    List<String> candidates = new ArrayList<>(resolver.scope().names());
    candidates.addAll(calls.names());
    candidates.add("pi");
    return Spelling.nearest(name.text(), candidates);
  }
}
