package dev.nabla.function;

import dev.nabla.expr.Template;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/**
 * f: ℝⁿ → ℝ with values from Java, for n = 1 or 2: {@code JavaFunction.of("besselj0", "x",
 * Bessel::j0).derivative("x", "-besselj1(x)")}. Immutable; each method gives a new one.
 *
 * <p>The method of doubles must be pure and thread-safe, and returns NaN outside its domain.
 * Without {@link #decimals} the numeric reference has doubles only, and says so.
 */
public final class JavaFunction {
  /** What an error bound is unless it is stated: 4 units in the last place. */
  private static final double USUAL_ULPS = 4;

  private static final MethodType UNARY = MethodType.methodType(double.class, double.class);
  private static final MethodType BINARY = UNARY.appendParameterTypes(double.class);

  private final String name;
  private final List<String> arguments;
  private final MethodHandle handle;
  private final String origin;
  private final Map<String, String> derivatives;
  private final String domain;
  private final Optional<String> latex;
  private final double errorBound;
  private final Optional<Decimals> decimals;

  private JavaFunction(
      String name,
      List<String> arguments,
      MethodHandle handle,
      String origin,
      Map<String, String> derivatives,
      String domain,
      Optional<String> latex,
      double errorBound,
      Optional<Decimals> decimals) {
    this.name = Names.require(name, "a function");
    this.arguments = List.copyOf(arguments);
    this.arguments.forEach(argument -> Names.require(argument, "an argument of " + name));
    if (new HashSet<>(arguments).size() < arguments.size()) {
      throw new IllegalArgumentException("two arguments of " + name + " have the same name");
    }
    this.handle = handle;
    this.origin = origin;
    this.derivatives = Collections.unmodifiableMap(new LinkedHashMap<>(derivatives));
    this.domain = domain;
    this.latex = latex;
    this.errorBound = errorBound;
    this.decimals = decimals;
  }

  /** A function of one argument. */
  public static JavaFunction of(String name, String argument, DoubleUnaryOperator values) {
    return of(
        name,
        List.of(argument),
        bound(DoubleUnaryOperator.class, UNARY, values),
        values.getClass().getName().replaceAll("\\$\\$Lambda.*", ""));
  }

  /** A function of two arguments. */
  public static JavaFunction of(
      String name, String first, String second, DoubleBinaryOperator values) {
    return of(
        name,
        List.of(first, second),
        bound(DoubleBinaryOperator.class, BINARY, values),
        values.getClass().getName().replaceAll("\\$\\$Lambda.*", ""));
  }

  static JavaFunction of(String name, List<String> arguments, MethodHandle handle, String origin) {
    return new JavaFunction(
        name,
        arguments,
        handle,
        origin,
        Map.of(),
        "true",
        Optional.empty(),
        USUAL_ULPS,
        Optional.empty());
  }

  private static MethodHandle bound(Class<?> type, MethodType method, Object values) {
    try {
      return MethodHandles.publicLookup().findVirtual(type, "applyAsDouble", method).bindTo(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The partial derivative for one argument, in the language over the arguments' names. */
  public JavaFunction derivative(String argument, String text) {
    if (!arguments.contains(argument)) {
      throw new IllegalArgumentException(
          name + " has no argument '" + argument + "'; it has " + String.join(", ", arguments));
    }
    Map<String, String> more = new LinkedHashMap<>(derivatives);
    more.put(argument, text);
    return new JavaFunction(
        name, arguments, handle, origin, more, domain, latex, errorBound, decimals);
  }

  /** The condition under which there is a value, such as {@code x > 0}; by default everywhere. */
  public JavaFunction domain(String condition) {
    return new JavaFunction(
        name, arguments, handle, origin, derivatives, condition, latex, errorBound, decimals);
  }

  /** LaTeX: a command such as {@code J_0}, or a template with {@code #1}, {@code #2}. */
  public JavaFunction latex(String template) {
    return new JavaFunction(
        name,
        arguments,
        handle,
        origin,
        derivatives,
        domain,
        Optional.of(template),
        errorBound,
        decimals);
  }

  /**
   * The largest error of the doubles, in units in the last place of the value or of 1, whichever is
   * larger: near a zero few methods are right to the last place of the value. By default 4.
   */
  public JavaFunction ulps(double bound) {
    if (!(bound >= 0.5)) {
      throw new IllegalArgumentException("no method of doubles errs by " + bound + " ulps at most");
    }
    return new JavaFunction(
        name, arguments, handle, origin, derivatives, domain, latex, bound, decimals);
  }

  /** Values to any number of digits, which the numeric reference then takes. */
  public JavaFunction decimals(Decimals values) {
    return new JavaFunction(
        name,
        arguments,
        handle,
        origin,
        derivatives,
        domain,
        latex,
        errorBound,
        Optional.of(values));
  }

  public String name() {
    return name;
  }

  /** The arguments' names. */
  public List<String> arguments() {
    return arguments;
  }

  /** Where it comes from, for messages: a class. */
  public String origin() {
    return origin;
  }

  /** The derivatives that are stated, by argument. */
  public Map<String, String> derivatives() {
    return derivatives;
  }

  /**
   * The function as expressions apply it.
   *
   * @param derivatives the derivative for each argument, counted from 0; an error where none is
   *     stated
   */
  public ElementaryFunction elementary(IntFunction<Template> derivatives) {
    return FunctionBuilder.foreign(this, derivatives);
  }

  String domain() {
    return domain;
  }

  Optional<String> latex() {
    return latex;
  }

  double errorBound() {
    return errorBound;
  }

  Optional<Decimals> decimals() {
    return decimals;
  }

  /** The method of doubles. */
  MethodHandle handle() {
    return handle;
  }

  /** The double at the doubles nearest to the arguments, for want of more digits. */
  BigDecimal valueOfDouble(List<BigDecimal> point, int digits) {
    double value;
    try {
      value = at(point.stream().mapToDouble(BigDecimal::doubleValue).toArray());
    } catch (RuntimeException refused) {
      throw new ArithmeticException(name + " throws " + refused);
    }
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("the value from Java is " + value);
    }
    return new BigDecimal(value);
  }

  private double at(double... point) {
    try {
      return point.length == 1
          ? (double) handle.invokeExact(point[0])
          : (double) handle.invokeExact(point[0], point[1]);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  @Override
  public String toString() {
    return name + "(" + String.join(", ", arguments) + ") from " + origin;
  }
}
