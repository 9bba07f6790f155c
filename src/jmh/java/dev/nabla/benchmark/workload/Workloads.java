package dev.nabla.benchmark.workload;

import java.util.List;

/** All that is measured, from the smallest to the largest kind. */
public final class Workloads {
  private Workloads() {}

  /** Every workload, in the order of the table. */
  public static List<Workload> all() {
    return List.of(
        new Polynomials(),
        new BundleAdjustment(),
        new GaussianMixture(),
        new AirPollution(),
        RobotArm.rightAngled(),
        RobotArm.general(),
        new PerceptronJacobian(),
        new Rosenbrock(100),
        new Attention(),
        new PerceptronGradient(),
        new Rosenbrock(1000),
        new Brusselator(500),
        new Softmax(512));
  }

  /** The workload of that name. */
  public static Workload named(String name) {
    return all().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no workload '" + name + "'"));
  }
}
