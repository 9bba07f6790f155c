/**
 * How fast Nabla's evaluators are, beside what else computes the same numbers: {@link
 * dev.nabla.benchmark.Benchmarks} measures, and writes a table and a plot.
 */
package dev.nabla.benchmark;
