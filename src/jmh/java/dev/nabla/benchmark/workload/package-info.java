/**
 * The functions that are measured, each three times over: its values, its derivative as one would
 * write it by hand, and its definition for any kind of number.
 */
package dev.nabla.benchmark.workload;
