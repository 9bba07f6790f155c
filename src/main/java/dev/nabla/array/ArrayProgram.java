package dev.nabla.array;

import dev.nabla.expr.ExprPool;
import java.util.List;

/**
 * Arrays computed one after the other: what an evaluator with loops runs. Sizes may be symbols.
 *
 * @param pool the pool of all its expressions
 * @param arrays the storage of every array that is read or written
 * @param steps the steps, in order
 */
public record ArrayProgram(ExprPool pool, List<ArrayStorage> arrays, List<Step> steps) {}
