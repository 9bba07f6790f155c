package dev.nabla.function;

import dev.nabla.expr.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apfloat.Apfloat;

/**
 * An elementary function with all its facets: what the engine knows about it stands here alone.
 *
 * <p>Texts are in the product's own language, over {@code x} (and {@code y} for a second argument).
 * Made by a {@link Builder} in one block of a family such as {@link Hyperbolic}.
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

  private final Builder facets;

  private ElementaryFunction(Builder facets) {
    this.facets = facets;
  }

  @Override
  public String name() {
    return facets.name;
  }

  @Override
  public int arity() {
    return facets.arity;
  }

  /** One line for the function table of the README. */
  public String description() {
    return facets.description;
  }

  /** The partial derivative for the argument numbered from 0; may use the function itself. */
  public String derivative(int argument) {
    return facets.derivatives.get(argument);
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
    return Collections.unmodifiableList(facets.specialValues);
  }

  /** The static method of doubles that evaluates it: interpreter and bytecode both call this. */
  public JavaCall javaCall() {
    return facets.javaCall;
  }

  /** The lanewise operator's name in {@code jdk.incubator.vector.VectorOperators}, if any. */
  public Optional<String> vectorOperator() {
    return facets.vectorOperator;
  }

  /** The value at some 60 digits. */
  public HighPrecision highPrecision() {
    return facets.highPrecision;
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

  static Builder unary(String name) {
    return new Builder(name, 1);
  }

  static Builder binary(String name) {
    return new Builder(name, 2);
  }

  /** Collects the facets of one function. */
  static final class Builder {
    private final String name;
    private final int arity;
    private final List<String> derivatives = new ArrayList<>();
    private final List<SpecialValue> specialValues = new ArrayList<>();
    private String description = "";
    private String domain = "true";
    private Optional<String> kink = Optional.empty();
    private Parity parity = Parity.NONE;
    private JavaCall javaCall;
    private Optional<String> vectorOperator = Optional.empty();
    private HighPrecision highPrecision;
    private String latex;
    private Optional<String> cName = Optional.empty();
    private Optional<String> pythonName = Optional.empty();

    private Builder(String name, int arity) {
      this.name = name;
      this.arity = arity;
      this.latex = "\\operatorname{" + name + "}";
    }

    Builder description(String text) {
      description = text;
      return this;
    }

    /** The partial derivatives, one for each argument. */
    Builder derivative(String... texts) {
      derivatives.addAll(List.of(texts));
      return this;
    }

    Builder domain(String condition) {
      domain = condition;
      return this;
    }

    Builder kink(String condition) {
      kink = Optional.of(condition);
      return this;
    }

    Builder even() {
      parity = Parity.EVEN;
      return this;
    }

    Builder odd() {
      parity = Parity.ODD;
      return this;
    }

    Builder special(String argument, String value) {
      specialValues.add(new SpecialValue(List.of(argument.split(",")), value));
      return this;
    }

    Builder java(Class<?> owner, String method) {
      javaCall = new JavaCall(owner, method);
      return this;
    }

    Builder vector(String operator) {
      vectorOperator = Optional.of(operator);
      return this;
    }

    Builder highPrecision(HighPrecision evaluation) {
      highPrecision = evaluation;
      return this;
    }

    Builder latex(String template) {
      latex = template;
      return this;
    }

    Builder c(String function) {
      cName = Optional.of(function);
      return this;
    }

    Builder python(String function) {
      pythonName = Optional.of(function);
      return this;
    }

    /** The function; a missing facet is an error here and not a silent default later. */
    ElementaryFunction build() {
      if (derivatives.size() != arity) {
        throw new IllegalStateException(name + " has no derivative for each argument");
      }
      Objects.requireNonNull(javaCall, name);
      Objects.requireNonNull(highPrecision, name);
      return new ElementaryFunction(this);
    }
  }
}
