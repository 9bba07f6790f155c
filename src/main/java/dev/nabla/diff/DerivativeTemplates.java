package dev.nabla.diff;

import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.resolve.TemplateParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The derivatives of the function table as templates over x and y, each text parsed once: the texts
 * never change, so all differentiators and threads share the templates. What a file states belongs
 * to its functions and is kept there.
 */
final class DerivativeTemplates {
  private static final DerivativeTemplates STANDARD = new DerivativeTemplates();

  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  private DerivativeTemplates() {}

  static DerivativeTemplates standard() {
    return STANDARD;
  }

  /** ∂function/∂argument, the argument counted from 0. */
  Template of(ElementaryFunction function, int argument) {
    return function
        .statedDerivative(argument)
        .orElseGet(
            () ->
                templates.computeIfAbsent(
                    function.name() + " " + argument,
                    key ->
                        TemplateParser.parse(function.derivative(argument), function.arguments())));
  }
}
