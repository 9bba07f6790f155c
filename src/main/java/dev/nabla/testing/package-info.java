/**
 * Property tests for derivatives: the laws of differentiation, random functions to hold them
 * against, and the smallest case in which one is broken.
 *
 * <p>Nothing here needs a test framework: a law throws an {@link AssertionError}. Package {@code
 * dev.nabla.testing.jqwik} makes jqwik's arbitraries of the same values.
 */
package dev.nabla.testing;
