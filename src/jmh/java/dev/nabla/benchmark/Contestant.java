package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;

/** What computes values and derivatives in Java. */
public enum Contestant {
  NABLA("Nabla", 1e-10),
  HAND("Java by hand", 1e-10),
  HIPPARCHUS("Hipparchus", 1e-10),
  DIFFERENCES("differences", 1e-5);

  private final String title;
  private final double tolerance;

  Contestant(String title, double tolerance) {
    this.title = title;
    this.tolerance = tolerance;
  }

  /** The head of its column. */
  public String title() {
    return title;
  }

  /** How far an entry may be off, relative to the largest of its row. */
  public double tolerance() {
    return tolerance;
  }

  /** Whether it can do this workload within reasonable time and memory. */
  public boolean canDo(Workload workload) {
    return this != HIPPARCHUS || HipparchusEvaluation.canDo(workload);
  }

  /** Its code for this workload. */
  public Evaluation evaluation(Workload workload) {
    return switch (this) {
      case NABLA -> NablaEvaluation.of(workload);
      case HAND -> new Evaluation(workload::evaluate, workload.pattern());
      case HIPPARCHUS -> HipparchusEvaluation.of(workload);
      case DIFFERENCES -> Differences.of(workload);
    };
  }
}
