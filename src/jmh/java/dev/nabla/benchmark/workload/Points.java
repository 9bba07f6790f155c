package dev.nabla.benchmark.workload;

/** Points that every run and every language draws alike. */
final class Points {
  private static final long SEED = 12345;

  private Points() {}

  /** Variables between the workload's least number and 1, then parameters between -1 and 1. */
  static double[] uniform(Workload workload) {
    MersenneTwister random = new MersenneTwister(SEED);
    double[] inputs = new double[workload.variableCount() + workload.parameterCount()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.uniform(i < workload.variableCount() ? workload.leastVariable() : -1, 1);
    }
    return inputs;
  }
}
