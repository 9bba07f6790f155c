package dev.nabla.cli;

/** Whose derivative an entry is compared with. */
enum Oracle {
  SYMJA
}
