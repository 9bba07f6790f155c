package dev.nabla.cli;

import dev.nabla.IndexedJacobian;
import dev.nabla.VectorFunction;
import dev.nabla.array.Structure;
import dev.nabla.print.Spy;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nabla structure}: what the Jacobian is made of, and where its nonzeros stand. */
@Command(
    name = "structure",
    description = "Says what the Jacobian of each variable is made of, whatever the sizes.",
    mixinStandardHelpOptions = true)
final class StructureCommand implements Runnable {
  @Mixin private InputOptions input;

  @Option(names = "--hessian", description = "Of the Hessian rather than the Jacobian.")
  private boolean hessian;

  @Option(
      names = "--spy",
      description = "Draw where the nonzeros stand; sizes without a value are small.")
  private boolean spy;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    VectorFunction function = input.read();
    IndexedJacobian jacobian = derive(function);
    List<Structure> structures = jacobian.structure();
    for (int v = 0; v < structures.size(); v++) {
      String variable = jacobian.blocks().blocks().get(v).variable().symbol().name();
      out.println(variable + ": " + structures.get(v));
    }
    if (spy) {
      Map<String, Integer> sizes = InputOptions.smallSizes(function.openSizes());
      if (!sizes.isEmpty()) {
        out.println("sizes: " + sizes.toString().replaceAll("[{}]", ""));
      }
      out.println();
      out.print(Spy.draw(derive(function.at(sizes)).pattern(Map.of())));
    }
  }

  private IndexedJacobian derive(VectorFunction function) {
    return hessian
        ? function.indexedHessian(input.variables())
        : function.indexedJacobian(input.variables());
  }
}
