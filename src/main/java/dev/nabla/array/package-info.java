/**
 * Arrays of symbolic size: programs of array assignments, their derivatives and their structure.
 */
package dev.nabla.array;
