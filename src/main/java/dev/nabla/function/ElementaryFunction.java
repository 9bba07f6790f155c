package dev.nabla.function;

import dev.nabla.expr.Function;
import dev.nabla.expr.Template;
import java.lang.invoke.MethodHandle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apfloat.Apfloat;

/**
 * An elementary function with all its facets: what the engine knows about it stands here alone.
 *
 * <p>Texts are in the product's own language, over {@code x} (and {@code y} for a second argument).
 * Made by a {@link FunctionBuilder} in one block of a family such as {@link Hyperbolic}.
 */
public final class ElementaryFunction implements Function {
  /** The function's symmetry under a change of its argument's sign. */
  public enum Parity {
    NONE,
    EVEN,
    ODD
  }

  /** The value at some 60 digits; an {@link ArithmeticException} outside the domain. */
  @FunctionalInterface
  public interface HighPrecision {
    Apfloat apply(List<Apfloat> arguments);
  }

  private final FunctionBuilder facets;

  ElementaryFunction(FunctionBuilder facets) {
    this.facets = facets;
  }

  @Override
  public String name() {
    return facets.name;
  }

  /** Other names it goes by in the language, such as {@code ln} for {@code log}. */
  public List<String> aliases() {
    return List.copyOf(facets.aliases);
  }

  @Override
  public int arity() {
    return facets.arguments.size();
  }

  @Override
  public List<String> arguments() {
    return facets.arguments;
  }

  /** One line for the function table of the README. */
  public String description() {
    return facets.description;
  }

  /**
   * The expression that stands for it in the DAG, if the function is not a node of its own: {@code
   * sqrt(x)} is {@code x^(1/2)}.
   */
  public Optional<String> canonicalForm() {
    return facets.canonicalForm;
  }

  /**
   * The partial derivative for the argument numbered from 0; may use the function itself.
   *
   * @throws UnsupportedOperationException naming the function, where there is none
   */
  public String derivative(int argument) {
    return facets.derivatives.get(argument).text(facets.name, argument);
  }

  /**
   * The partial derivative as a file or a library states it for a function from Java; empty for the
   * functions of the table, which have {@link #derivative}.
   *
   * @throws dev.nabla.source.NablaException where nothing is stated
   */
  public Optional<Template> statedDerivative(int argument) {
    return facets.statedDerivatives.map(stated -> stated.apply(argument));
  }

  /** Whether its values come from Java, and it is not of the table. */
  public boolean isForeign() {
    return facets.statedDerivatives.isPresent();
  }

  /** Whether it has no values of more digits than a double. */
  public boolean isDoubleOnly() {
    return facets.isDoubleOnly;
  }

  /** Why there is no derivative for that argument, unless there is one. */
  public Optional<String> noDerivative(int argument) {
    return facets.derivatives.get(argument).obstacle();
  }

  /**
   * The same partial derivative in a form that is accurate in doubles on the whole domain, where
   * the form for people is not: 1 − tanh² x loses all digits from x = 19 on, sech² x none.
   */
  public String accurateDerivative(int argument) {
    return facets.accurateDerivatives.isEmpty()
        ? derivative(argument)
        : facets.accurateDerivatives.get(argument);
  }

  /** The condition on the arguments under which the function has a real value. */
  public String domain() {
    return facets.domain;
  }

  /** The condition under which the function has no derivative though it has a value, if any. */
  public Optional<String> kink() {
    return facets.kink;
  }

  public Parity parity() {
    return facets.parity;
  }

  /** Exact values such as {@code tanh(0) = 0}: argument texts (joined by commas) and result. */
  public List<SpecialValue> specialValues() {
    return List.copyOf(facets.specialValues);
  }

  /**
   * The static method of doubles that evaluates it: interpreter and bytecode both call this, unless
   * there is a {@link #handle}.
   *
   * @throws IllegalStateException for a function that has a handle and no name in Java
   */
  public JavaCall javaCall() {
    if (handle().isPresent()) {
      throw new IllegalStateException(facets.name + " is called by its handle");
    }
    return facets.javaCall;
  }

  /** The method of doubles of a function that comes from elsewhere, of any class loader. */
  public Optional<MethodHandle> handle() {
    return facets.handle;
  }

  /**
   * The error of {@link #javaCall} in ulps, as measured: at most this much on the whole domain but
   * near the zeros on the left of 0 of the gamma family, where it is that many ulps of the value at
   * ½, or of 1.
   */
  public double errorBound() {
    return facets.errorBound;
  }

  /** The largest absolute error of {@link #javaCall} where it gives {@code result}. */
  public double errorAt(double argument, double result) {
    boolean isCoarse = facets.coarse || (facets.coarseLeftOfZero && argument < 0);
    double scale = isCoarse ? Math.max(1, Math.abs(result)) : result;
    return facets.errorBound * Math.ulp(scale);
  }

  /** The lanewise operator's name in {@code jdk.incubator.vector.VectorOperators}, if any. */
  public Optional<String> vectorOperator() {
    return facets.vectorOperator;
  }

  /**
   * The value to {@code digits} significant digits (near a zero other than 0, as many decimals).
   *
   * @throws ArithmeticException outside the domain
   */
  public BigDecimal value(List<BigDecimal> arguments, int digits) {
    return facets.decimals.apply(arguments, digits);
  }

  /** The value at the precision of the arguments. */
  public HighPrecision highPrecision() {
    return arguments -> DecimalCall.apply(facets.decimals, arguments);
  }

  /** LaTeX with {@code #1}, {@code #2} for the arguments; or a plain command such as \tanh. */
  public String latex() {
    return facets.latex;
  }

  /** The name in C's math.h, where there is one. */
  public Optional<String> cName() {
    return facets.cName;
  }

  /** The name in Python, such as {@code math.tanh}, where there is one. */
  public Optional<String> pythonName() {
    return facets.pythonName;
  }

  @Override
  public String toString() {
    return facets.name;
  }

  /**
   * function(arguments) = value.
   *
   * @param arguments the arguments in the language
   * @param value the exact value in the language
   */
  public record SpecialValue(List<String> arguments, String value) {}

  /**
   * A public static method of {@code arity} doubles.
   *
   * @param owner the class
   * @param method the method's name
   */
  public record JavaCall(Class<?> owner, String method) {}
}
