package dev.nabla.loop;

/** What an evaluator does at one step. */
sealed interface Action permits Nest, Factorisation {}
