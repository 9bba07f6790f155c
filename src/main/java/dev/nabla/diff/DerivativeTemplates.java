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
public final class DerivativeTemplates {
  private static final DerivativeTemplates STANDARD = new DerivativeTemplates();

  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  private DerivativeTemplates() {}

  /** The derivatives as the function table states them. */
  public static DerivativeTemplates standard() {
    return STANDARD;
  }

  /**
   * The same derivatives but for one, ∂function/∂argument: for a test that breaks it and sees
   * whether that is noticed.
   *
   * @param text the other derivative, over x and y
   */
  public DerivativeTemplates with(ElementaryFunction function, int argument, String text) {
    DerivativeTemplates changed = new DerivativeTemplates();
    changed.templates.putAll(templates);
    changed.templates.put(key(function, argument), parse(function, text));
    return changed;
  }

  private static String key(ElementaryFunction function, int argument) {
    return function.name() + " " + argument;
  }

  private static Template parse(ElementaryFunction function, String text) {
    return TemplateParser.parse(text, function.arguments());
  }

  /** ∂function/∂argument, the argument counted from 0. */
  public Template of(ElementaryFunction function, int argument) {
    return function
        .statedDerivative(argument)
        .orElseGet(
            () ->
                templates.computeIfAbsent(
                    key(function, argument),
                    key -> parse(function, function.derivative(argument))));
  }
}
