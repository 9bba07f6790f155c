package dev.nabla.cli;

/** Who else is asked for a shorter form. */
enum Simplification {
  SYMJA
}
