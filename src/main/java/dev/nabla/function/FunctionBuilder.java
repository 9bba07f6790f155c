package dev.nabla.function;

import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction.JavaCall;
import dev.nabla.function.ElementaryFunction.Parity;
import dev.nabla.function.ElementaryFunction.SpecialValue;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Collects the facets of one elementary function. */
final class FunctionBuilder {
  final String name;
  final List<String> arguments;
  final List<String> aliases = new ArrayList<>();
  final List<PartialDerivative> derivatives = new ArrayList<>();
  final List<String> accurateDerivatives = new ArrayList<>();
  final List<SpecialValue> specialValues = new ArrayList<>();
  String description = "";
  String domain = "true";
  Optional<String> canonicalForm = Optional.empty();
  Optional<String> kink = Optional.empty();
  Parity parity = Parity.NONE;
  JavaCall javaCall;
  Optional<MethodHandle> handle = Optional.empty();
  double errorBound = 1;
  boolean coarseLeftOfZero;
  boolean coarse;
  Optional<String> vectorOperator = Optional.empty();
  Decimals decimals;
  boolean isDoubleOnly;
  Optional<IntFunction<Template>> statedDerivatives = Optional.empty();
  String latex;
  Optional<String> cName = Optional.empty();
  Optional<String> pythonName = Optional.empty();

  private FunctionBuilder(String name, String... arguments) {
    this.name = name;
    this.arguments = List.of(arguments);
    // Not by +, whose first use in a process takes some 20 ms.
    this.latex = "\\operatorname{".concat(name).concat("}");
  }

  static FunctionBuilder unary(String name) {
    return new FunctionBuilder(name, "x");
  }

  static FunctionBuilder binary(String name) {
    return new FunctionBuilder(name, "x", "y");
  }

  /** A function whose values come from Java and whose derivatives from elsewhere. */
  static ElementaryFunction foreign(JavaFunction function, IntFunction<Template> derivatives) {
    FunctionBuilder facets =
        new FunctionBuilder(function.name(), function.arguments().toArray(String[]::new));
    facets.description = "from " + function.origin();
    facets.domain = function.domain();
    facets.latex = function.latex().orElse(facets.latex);
    facets.handle = Optional.of(function.handle());
    facets.errorBound = function.errorBound();
    facets.coarse = true;
    facets.decimals = function.decimals().orElse(function::valueOfDouble);
    facets.isDoubleOnly = function.decimals().isEmpty();
    facets.statedDerivatives = Optional.of(derivatives);
    return new ElementaryFunction(facets);
  }

  /** Other names that people write for it. */
  FunctionBuilder alias(String... names) {
    aliases.addAll(List.of(names));
    return this;
  }

  FunctionBuilder description(String text) {
    description = text;
    return this;
  }

  /** The function is no node of its own: the resolver writes this expression instead. */
  FunctionBuilder canonicalForm(String text) {
    canonicalForm = Optional.of(text);
    return this;
  }

  /** The partial derivatives, one for each argument that has none yet. */
  FunctionBuilder derivative(String... texts) {
    for (String text : texts) {
      derivatives.add(new PartialDerivative.Known(text));
    }
    return this;
  }

  /** The next argument has no derivative: to ask for it is an error with this reason. */
  FunctionBuilder noDerivative(String reason) {
    derivatives.add(new PartialDerivative.None(reason));
    return this;
  }

  /** The partial derivatives as doubles want them, where {@link #derivative} loses digits. */
  FunctionBuilder accurateDerivative(String... texts) {
    accurateDerivatives.addAll(List.of(texts));
    return this;
  }

  FunctionBuilder domain(String condition) {
    domain = condition;
    return this;
  }

  FunctionBuilder kink(String condition) {
    kink = Optional.of(condition);
    return this;
  }

  FunctionBuilder even() {
    parity = Parity.EVEN;
    return this;
  }

  FunctionBuilder odd() {
    parity = Parity.ODD;
    return this;
  }

  FunctionBuilder special(String argument, String value) {
    specialValues.add(new SpecialValue(List.of(argument.split(",")), value));
    return this;
  }

  /** The method of doubles that has the function's name. */
  FunctionBuilder java(Class<?> owner) {
    return java(owner, name);
  }

  FunctionBuilder java(Class<?> owner, String method) {
    javaCall = new JavaCall(owner, method);
    return this;
  }

  /** Near its zeros left of 0 the method of doubles is right to ulps of 1, not of the value. */
  FunctionBuilder coarseLeftOfZero() {
    coarseLeftOfZero = true;
    return this;
  }

  /** The largest error of the method of doubles, in ulps. */
  FunctionBuilder ulps(double bound) {
    errorBound = bound;
    return this;
  }

  FunctionBuilder vector(String operator) {
    vectorOperator = Optional.of(operator);
    return this;
  }

  /** The method of decimals that has the function's name. */
  FunctionBuilder decimals(Class<?> owner) {
    decimals = new DecimalCall(owner, name, arguments.size());
    return this;
  }

  FunctionBuilder latex(String template) {
    latex = template;
    return this;
  }

  FunctionBuilder c(String function) {
    cName = Optional.of(function);
    return this;
  }

  FunctionBuilder python(String function) {
    pythonName = Optional.of(function);
    return this;
  }

  /** The function; a missing facet is an error here and not a silent default later. */
  ElementaryFunction build() {
    if (derivatives.size() != arguments.size()) {
      throw new IllegalStateException(name + " has no derivative for each argument");
    }
    if (!accurateDerivatives.isEmpty() && accurateDerivatives.size() != arguments.size()) {
      throw new IllegalStateException(name + " has no accurate derivative for each argument");
    }
    Objects.requireNonNull(javaCall, name);
    Objects.requireNonNull(decimals, name);
    return new ElementaryFunction(this);
  }
}
