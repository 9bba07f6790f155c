package dev.nabla.ast;

import dev.nabla.source.Span;
import java.util.List;

/**
 * left = right where the conditions hold, as {@code rule name: left is right where …} states it.
 *
 * @param span the whole statement
 * @param name its label
 * @param left what it applies to
 * @param right what it is replaced by
 * @param conditions what must be known
 */
public record StatedRule(
    Span span, Syntax.Name name, Syntax left, Syntax right, List<Syntax> conditions) {}
