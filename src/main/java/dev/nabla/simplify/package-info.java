/**
 * From a correct expression to the form a person would write: rules as data, ranges, and the
 * strategy that applies them.
 */
package dev.nabla.simplify;
