package dev.nabla.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A function with values from Java, with its derivatives in the language. */
final class JavaDefinedFunction implements FunctionUnderTest {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-15");
  private static final BigDecimal TOLERANCE_OF_DOUBLES = new BigDecimal("1e-9");

  private final JavaValues function;
  private final List<String> derivatives;
  private final Map<String, JavaValues> known;
  private final List<String> conditions;

  private JavaDefinedFunction(
      JavaValues function,
      List<String> derivatives,
      Map<String, JavaValues> known,
      List<String> conditions) {
    this.function = function;
    this.derivatives = List.copyOf(derivatives);
    this.known = Map.copyOf(known);
    this.conditions = List.copyOf(conditions);
    if (function.variables().size() != derivatives.size()) {
      throw new IllegalArgumentException(
          String.format(
              "%s has %d variables and %d derivatives: state one for each",
              function.name(), function.variables().size(), derivatives.size()));
    }
  }

  static JavaDefinedFunction of(JavaValues function, List<String> derivatives) {
    return new JavaDefinedFunction(
        function, derivatives, Map.of(function.name(), function), List.of());
  }

  @Override
  public JavaDefinedFunction where(String condition) {
    List<String> more = new ArrayList<>(conditions);
    more.add(condition);
    return new JavaDefinedFunction(function, derivatives, known, more);
  }

  @Override
  public JavaDefinedFunction using(JavaValues values) {
    Map<String, JavaValues> more = new LinkedHashMap<>(known);
    more.put(values.name(), values);
    return new JavaDefinedFunction(function, derivatives, more, conditions);
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public List<String> variables() {
    return function.variables();
  }

  private Optional<BigDecimal> number(String text, List<BigDecimal> point) {
    return StatedText.of(text, variables(), known).value(point, DIGITS);
  }

  private boolean isStated(List<BigDecimal> point) {
    return conditions.stream()
        .allMatch(
            condition ->
                number("if " + condition + " then 1 else 0", point)
                    .filter(flag -> flag.signum() > 0)
                    .isPresent());
  }

  @Override
  public Optional<BigDecimal> value(List<BigDecimal> point) {
    return isStated(point) ? function.at(point, DIGITS) : Optional.empty();
  }

  @Override
  public Optional<BigDecimal> stated(int variable, List<BigDecimal> point) {
    return isStated(point) ? number(derivatives.get(variable), point) : Optional.empty();
  }

  @Override
  public BigDecimal tolerance() {
    return known.values().stream().anyMatch(JavaValues::isDoubleOnly)
        ? TOLERANCE_OF_DOUBLES
        : TOLERANCE;
  }

  @Override
  public Verdict agreement(List<Double> point) {
    List<BigDecimal> decimals = point.stream().map(BigDecimal::new).toList();
    if (value(decimals).isEmpty()) {
      return new Verdict.Undefined("outside the domain of the rule");
    }
    return Verdict.all(
        IntStream.range(0, derivatives.size()).mapToObj(i -> agreement(i, decimals)).toList());
  }

  private Verdict agreement(int variable, List<BigDecimal> point) {
    Optional<Differences.Estimate> differences = Differences.of(function, variable, point, DIGITS);
    if (differences.isEmpty()) {
      return new Verdict.Undefined("no derivative by differences");
    }
    Differences.Estimate estimate = differences.get();
    Optional<BigDecimal> stated = stated(variable, point);
    if (stated.isEmpty()) {
      return new Verdict.Broken(
          "the derivative has no value where differences give " + Equation.shown(estimate.value()));
    }
    BigDecimal error = stated.get().subtract(estimate.value()).abs();
    BigDecimal scale = BigDecimal.ONE.add(estimate.value().abs());
    BigDecimal allowed = estimate.error().add(scale.multiply(tolerance()));
    return error.compareTo(allowed) <= 0
        ? Verdict.holds()
        : new Verdict.Broken(
            "the derivative is "
                + Equation.shown(stated.get())
                + ", differences give "
                + Equation.shown(estimate.value()));
  }

  @Override
  public List<Law<?>> ownLaws() {
    return List.of();
  }
}
