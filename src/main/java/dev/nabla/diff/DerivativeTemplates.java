package dev.nabla.diff;

import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.resolve.TemplateParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The derivatives of the function table as templates over x and y, each text parsed once: the texts
 * never change, so all differentiators and threads share the templates.
 */
final class DerivativeTemplates {
  static final List<String> ARGUMENTS = List.of("x", "y");

  private static final DerivativeTemplates STANDARD = new DerivativeTemplates();

  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  private DerivativeTemplates() {}

  static DerivativeTemplates standard() {
    return STANDARD;
  }

  /** ∂function/∂argument, the argument counted from 0. */
  Template of(ElementaryFunction function, int argument) {
    return templates.computeIfAbsent(
        function.name() + " " + argument,
        key ->
            TemplateParser.parse(
                function.derivative(argument), ARGUMENTS.subList(0, function.arity())));
  }
}
