/**
 * The library: {@link dev.nabla.Nabla#parse} a text, take its {@link dev.nabla.Jacobian}, print,
 * compile and check it.
 */
package dev.nabla;
