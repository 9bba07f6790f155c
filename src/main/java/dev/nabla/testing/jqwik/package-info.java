/** The generators of {@code dev.nabla.testing} as arbitraries of jqwik, which must be present. */
package dev.nabla.testing.jqwik;
