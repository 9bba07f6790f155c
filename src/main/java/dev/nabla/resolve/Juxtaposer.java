package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Settles juxtaposition by what is declared: which factors does {@code 2xy(z + 1)²} have?
 *
 * <p>A declared name is itself; an undeclared one is split into declared names where there is one
 * way to do so; {@code v(…)} is a product where v is a value. A power belongs to the last factor.
 */
final class Juxtaposer {
  /** Longer names are never products, and looking for splits takes exponential time. */
  private static final int LONGEST_SPLIT = 24;

  private final Source source;
  private final Predicate<String> isValue;
  private final Predicate<String> isFunction;

  Juxtaposer(Source source, Predicate<String> isValue, Predicate<String> isFunction) {
    this.source = source;
    this.isValue = isValue;
    this.isFunction = isFunction;
  }

  /** The factors of which {@code syntax} is the product; one, if it is no juxtaposition. */
  List<Syntax> factors(Syntax syntax) {
    if (syntax instanceof Syntax.Name name) {
      return split(name, isValue);
    }
    if (syntax instanceof Syntax.Call call) {
      return callFactors(call);
    }
    if (syntax instanceof Syntax.Power power) {
      return withLast(
          factors(power.base()),
          base ->
              new Syntax.Power(
                  base.span().to(power.span()), base, power.exponent(), power.elementwise()));
    }
    if (syntax instanceof Syntax.Subscript subscript) {
      return withLast(
          factors(subscript.base()),
          base ->
              new Syntax.Subscript(base.span().to(subscript.span()), base, subscript.indices()));
    }
    if (syntax instanceof Syntax.Transpose transpose) {
      return transposeFactors(transpose);
    }
    if (syntax instanceof Syntax.Juxtaposition juxtaposition) {
      return sequence(juxtaposition);
    }
    return List.of(syntax);
  }

  private List<Syntax> callFactors(Syntax.Call call) {
    Syntax.Name name = call.name();
    if (isFunction.test(name.text()) && !isValue.test(name.text())) {
      return List.of(call);
    }
    List<Syntax> heads = split(name, text -> isValue.test(text) || isFunction.test(text));
    Syntax.Name last = (Syntax.Name) heads.get(heads.size() - 1);
    List<Syntax> factors = new ArrayList<>(heads.subList(0, heads.size() - 1));
    if (isValue.test(last.text())) {
      if (call.arguments().size() != 1 || call.arguments().get(0) instanceof Syntax.Range) {
        throw NablaException.at(
            source,
            call.span(),
            "'" + last.text() + "' is a value, not a function",
            "a product with one factor in parentheses is written " + last.text() + "*(…)");
      }
      Syntax argument = call.arguments().get(0);
      factors.add(last);
      factors.add(new Syntax.Parentheses(new Span(name.span().end(), call.span().end()), argument));
    } else {
      factors.add(new Syntax.Call(last.span().to(call.span()), last, call.arguments()));
    }
    return factors;
  }

  private List<Syntax> transposeFactors(Syntax.Transpose transpose) {
    if (transpose.base() instanceof Syntax.Name name) {
      String primed = name.text() + transpose.primes().replace('′', '\'');
      if (isValue.test(primed)) {
        return List.of(new Syntax.Name(transpose.span(), primed));
      }
    }
    return withLast(
        factors(transpose.base()),
        base -> new Syntax.Transpose(base.span().to(transpose.span()), base, transpose.primes()));
  }

  private interface Wrapper {
    Syntax wrap(Syntax base);
  }

  private static List<Syntax> withLast(List<Syntax> factors, Wrapper wrapper) {
    List<Syntax> result = new ArrayList<>(factors);
    result.set(result.size() - 1, wrapper.wrap(result.get(result.size() - 1)));
    return result;
  }

  private List<Syntax> sequence(Syntax.Juxtaposition juxtaposition) {
    List<Syntax> result = new ArrayList<>();
    List<Syntax> written = juxtaposition.factors();
    for (int i = 0; i < written.size(); i++) {
      Syntax factor = written.get(i);
      if (i > 0 && startsWithNumber(factor)) {
        throw NablaException.at(
            source,
            factor.span(),
            "an operator is missing before this number",
            "write * for a product, ^ for a power");
      }
      if (i + 1 < written.size() && written.get(i + 1) instanceof Syntax.Parentheses argument) {
        List<Syntax> heads = factors(factor);
        Syntax last = heads.get(heads.size() - 1);
        if (last instanceof Syntax.Power power
            && power.base() instanceof Syntax.Name name
            && isFunction.test(name.text())
            && !isValue.test(name.text())) {
          result.addAll(heads.subList(0, heads.size() - 1));
          result.add(powerOfCall(name, power, argument));
          i++;
          continue;
        }
      }
      result.addAll(factors(factor));
    }
    return result;
  }

  private static boolean startsWithNumber(Syntax factor) {
    if (factor instanceof Syntax.Power power) {
      return startsWithNumber(power.base());
    }
    return factor instanceof Syntax.Literal;
  }

  /** sin²(x) is (sin x)²; sin⁻¹(x) is refused, since people mean two things by it. */
  private Syntax powerOfCall(Syntax.Name name, Syntax.Power power, Syntax.Parentheses argument) {
    if (power.exponent() instanceof Syntax.Negation) {
      throw NablaException.at(
          source,
          power.span(),
          "'" + text(power.span()) + "' can mean the inverse function or the reciprocal",
          "write a" + name.text() + "(…) for the inverse, 1/" + name.text() + "(…) for the other");
    }
    Span span = name.span().to(argument.span());
    Syntax call = new Syntax.Call(span, name, List.of(argument.inner()));
    return new Syntax.Power(span, call, power.exponent(), power.elementwise());
  }

  /** The name itself where it is known or cannot be split; else the names it is made of. */
  private List<Syntax> split(Syntax.Name name, Predicate<String> isKnown) {
    String text = name.text();
    if (isKnown.test(text) || isFunction.test(text)) {
      return List.of(name);
    }
    List<List<String>> readings = new ArrayList<>();
    if (text.length() > LONGEST_SPLIT) {
      return List.of(name);
    }
    collect(text, 0, new ArrayList<>(), isKnown, readings);
    if (readings.size() > 1) {
      throw NablaException.at(
          source,
          name.span(),
          "'"
              + text
              + "' can be read as "
              + String.join("*", readings.get(0))
              + " or "
              + String.join("*", readings.get(1)),
          "write the one you mean, with *");
    }
    if (readings.isEmpty()) {
      return List.of(name);
    }
    List<Syntax> parts = new ArrayList<>();
    int start = name.span().start();
    for (String part : readings.get(0)) {
      parts.add(new Syntax.Name(new Span(start, start + part.length()), part));
      start += part.length();
    }
    return parts;
  }

  private void collect(
      String text,
      int start,
      List<String> parts,
      Predicate<String> isKnown,
      List<List<String>> readings) {
    if (readings.size() > 1 || parts.size() > 16) {
      return;
    }
    if (start == text.length()) {
      readings.add(List.copyOf(parts));
      return;
    }
    for (int end = start + 1; end <= text.length(); end++) {
      String part = text.substring(start, end);
      boolean last = end == text.length();
      if (last ? isKnown.test(part) : isValue.test(part)) {
        parts.add(part);
        collect(text, end, parts, isKnown, readings);
        parts.remove(parts.size() - 1);
      }
    }
  }

  private String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }
}
