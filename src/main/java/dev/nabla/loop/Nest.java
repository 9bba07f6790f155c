package dev.nabla.loop;

import java.util.List;
import java.util.Map;

/**
 * One step of an array program as statements.
 *
 * @param body the statements
 * @param constants the doubles' registers that hold a constant from the start
 * @param doubles the number of registers for doubles
 * @param integers the number of registers for integers
 * @param rows the number of registers for rows of matrices; they are −1, −2, …
 */
record Nest(
    List<Statement> body, Map<Integer, Double> constants, int doubles, int integers, int rows)
    implements Action {}
