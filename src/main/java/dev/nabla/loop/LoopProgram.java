package dev.nabla.loop;

import dev.nabla.function.ElementaryFunction;
import java.util.List;

/**
 * An array program of known sizes, lowered.
 *
 * @param actions the steps, in order
 * @param functions the functions that the nests call, by their positions
 * @param layout the arrays
 */
record LoopProgram(List<Action> actions, List<ElementaryFunction> functions, Layout layout) {}
