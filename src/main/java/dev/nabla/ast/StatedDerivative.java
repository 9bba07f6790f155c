package dev.nabla.ast;

import dev.nabla.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * ∂function(arguments)/∂variable = body, as {@code derivative of g(x, y) in x is …} states it.
 *
 * @param span the whole statement
 * @param function the function
 * @param arguments names for its arguments, in order
 * @param variable the argument that it is differentiated for, where that is written
 * @param body the derivative
 */
public record StatedDerivative(
    Span span,
    Syntax.Name function,
    List<Syntax.Name> arguments,
    Optional<Syntax.Name> variable,
    Syntax body) {}
