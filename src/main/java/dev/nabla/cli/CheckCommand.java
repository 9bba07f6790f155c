package dev.nabla.cli;

import dev.nabla.VectorFunction;
import dev.nabla.check.CheckReport;
import dev.nabla.check.CheckReportText;
import dev.nabla.symja.OracleReport;
import dev.nabla.symja.OracleReportText;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nabla check}: the compiled evaluator against high-precision differences. */
@Command(
    name = "check",
    description = {
      "Compares the compiled Jacobian at random points of the domain with a numeric reference",
      "that knows no derivative rule: differences of the function in 60 digits."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private InputOptions input;

  @Option(names = "--points", paramLabel = "N", description = "How many points; by default 100.")
  private int points = 100;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the points; by default 1.")
  private long seed = 1;

  @Option(
      names = "--evaluator",
      paramLabel = "EVALUATOR",
      description = {
        "straight: bytecode without loops, one instruction for each operation; rolled: loops over",
        "whole arrays. By default the one that eval takes, by cost."
      })
  private Evaluator evaluator;

  @Option(
      names = "--oracle",
      paramLabel = "ORACLE",
      description = {
        "symja: compare each entry with Symja's own derivative instead, symbolically where it can,",
        "numerically otherwise."
      })
  private Oracle oracle;

  @Mixin private TimeLimit timeLimit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (points < 1 || points > 1_000_000) {
      throw new WrongInput("--points " + points + ": a number from 1 to 1000000");
    }
    VectorFunction read = input.read();
    Map<String, Integer> sizes = InputOptions.smallSizes(read.openSizes());
    VectorFunction function = read.at(sizes);
    if (!sizes.isEmpty()) {
      spec.commandLine().getOut().println("sizes: " + sizes.toString().replaceAll("[{}]", ""));
    }
    if (oracle == Oracle.SYMJA) {
      return secondOpinion(function);
    }
    Evaluator chosen = evaluator == null ? Evaluator.suited(function) : evaluator;
    CheckReport report =
        chosen == Evaluator.STRAIGHT
            ? function.jacobian(input.variables()).check(points, seed)
            : function.indexedDerivative(input.variables()).check(Map.of(), points, seed);
    spec.commandLine().getOut().println(new CheckReportText(report).render().stripTrailing());
    return report.passed() ? 0 : Main.FAILED;
  }

  private int secondOpinion(VectorFunction function) {
    OracleReport report =
        function.jacobian(input.variables()).secondOpinion(points, seed, timeLimit.duration());
    spec.commandLine().getOut().println(new OracleReportText(report).render().stripTrailing());
    return report.passed() ? 0 : Main.FAILED;
  }
}
