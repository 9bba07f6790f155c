package dev.nabla.batch;

/**
 * How many numbers belong to a point.
 *
 * @param inputs the numbers that an evaluation reads
 * @param values the values that it writes
 * @param partials the partials that it writes
 */
public record PointShape(int inputs, int values, int partials) {}
