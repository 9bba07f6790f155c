package dev.nabla.cli;

import dev.nabla.CertifiedCheck;
import dev.nabla.CheckRequest;
import dev.nabla.Evaluator;
import dev.nabla.Reproduction;
import dev.nabla.VectorFunction;
import dev.nabla.check.CheckReport;
import dev.nabla.check.CheckReportText;
import dev.nabla.check.RuleReport;
import dev.nabla.symja.OracleReport;
import dev.nabla.symja.OracleReportText;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        "straight: bytecode without loops, one instruction for each operation; derived: the same,",
        "without closed forms; rolled: loops over whole arrays. By default the one that eval takes."
      })
  private Evaluator evaluator;

  @Option(
      names = "--certificate",
      paramLabel = "OUT.json",
      description = "Write down what was checked and found, so that it can be found again.")
  private Path certificate;

  @Option(
      names = "--reproduce",
      paramLabel = "CERTIFICATE",
      description = {
        "Check again what a certificate says, from the certificate alone; every figure that is",
        "not found again is named."
      })
  private Path reproduced;

  @Option(
      names = "--rules",
      description = {
        "Tests the derivatives and rules that FILE and functions from Java state, each over its",
        "domain, and shows the smallest counterexample."
      })
  private boolean rules;

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
    if (reproduced != null) {
      return reproduce();
    }
    if (points < 1 || points > 1_000_000) {
      throw new WrongInput("--points " + points + ": a number from 1 to 1000000");
    }
    if (rules) {
      RuleReport report = input.checkRules(points, seed);
      spec.commandLine().getOut().println(report.toText().stripTrailing());
      return report.passed() ? 0 : Main.FAILED;
    }
    if (certificate != null) {
      CertificateFile.requireWritable(certificate);
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
    CertifiedCheck check =
        CertifiedCheck.run(
            function, CheckRequest.of(function, input.variables(), chosen, points, seed));
    CheckReport report = check.report();
    spec.commandLine().getOut().println(new CheckReportText(report).render().stripTrailing());
    if (certificate != null) {
      CertificateFile.write(certificate, check.certificate());
    }
    return report.passed() ? 0 : Main.FAILED;
  }

  private int reproduce() {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!option.longestName().equals("--reproduce")) {
        throw new WrongInput(
            "--reproduce takes all from the certificate; leave " + option.longestName() + " away");
      }
    }
    Reproduction reproduction = CertificateFile.read(reproduced).reproduce();
    spec.commandLine().getOut().println(ReproductionText.render(reproduction).stripTrailing());
    return reproduction.holds() && reproduction.found().report().passed() ? 0 : Main.FAILED;
  }

  private int secondOpinion(VectorFunction function) {
    OracleReport report =
        function.jacobian(input.variables()).secondOpinion(points, seed, timeLimit.duration());
    spec.commandLine().getOut().println(new OracleReportText(report).render().stripTrailing());
    return report.passed() ? 0 : Main.FAILED;
  }
}
