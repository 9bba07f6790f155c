package dev.nabla.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import dev.nabla.benchmark.workload.Workload;
import dev.nabla.benchmark.workload.Workloads;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All contestants compute the same: what is measured is right. */
class WorkloadsTest {
  static List<Workload> workloads() {
    return Workloads.all();
  }

  static Stream<Arguments> contests() {
    return Workloads.all().stream()
        .flatMap(
            workload ->
                Stream.of(Contestant.values())
                    .filter(contestant -> contestant.canDo(workload))
                    .map(contestant -> Arguments.of(contestant, workload.name())));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void theTextHasTheArgumentsOfTheWorkload(Workload workload) {
    VectorFunction function = Nabla.parse(NablaEvaluation.text(workload));
    long rows = workload.derivative() == Workload.Derivative.JACOBIAN ? workload.valueCount() : 1;
    assertEquals(rows * workload.variableCount(), function.entryCount());
    assertTrue(function.openSizes().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("contests")
  void everyContestantComputesTheDerivativeWrittenByHand(Contestant contestant, String name) {
    Workload workload = Workloads.named(name);
    Numbers actual = Numbers.of(contestant.evaluation(workload), workload.point());
    double error = actual.distance(Numbers.byHand(workload));
    assertTrue(error <= contestant.tolerance(), () -> name + " is off by " + error);
  }

  /** An error in one entry is found: the measure looks at all of them. */
  @ParameterizedTest
  @MethodSource("workloads")
  void aWrongEntryIsFound(Workload workload) {
    Numbers right = Numbers.byHand(workload);
    Evaluation wrong =
        new Evaluation(
            (inputs, values, partials) -> {
              workload.evaluate(inputs, values, partials);
              partials[workload.pattern().count() - 1] += 1;
            },
            workload.pattern());
    assertTrue(Numbers.of(wrong, workload.point()).distance(right) > Contestant.NABLA.tolerance());
  }
}
