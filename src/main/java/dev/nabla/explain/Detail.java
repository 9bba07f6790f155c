package dev.nabla.explain;

/** How many of the steps are shown. */
public enum Detail {
  /** Those that a person would write: what goes without saying stands in the line around it. */
  ESSENTIAL,
  /** Every single one. */
  ALL
}
