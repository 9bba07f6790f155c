package dev.nabla;

/** How a derivative of arrays is written. */
public enum Notation {
  /** One formula for each pair of scalars. */
  ENTRIES,
  /** One formula for each variable, with indices: s[i]*(delta(i, j) - s[j]). */
  INDEX,
  /** One formula for each variable, in whole arrays: diag(s) - s*s'. */
  MATRIX
}
