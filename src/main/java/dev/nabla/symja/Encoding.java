package dev.nabla.symja;

/** In which words of Symja a function is written. */
public enum Encoding {
  /** By functions that Symja knows how to differentiate over the reals. */
  DIFFERENTIABLE,
  /** By the function of the same meaning, which comes back as what it was. */
  NATIVE
}
