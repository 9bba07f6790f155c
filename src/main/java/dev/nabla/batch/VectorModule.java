package dev.nabla.batch;

import java.util.Optional;

/**
 * The module {@code jdk.incubator.vector} of the running virtual machine, which this library does
 * not need: its classes are named in generated code, and asked by reflection.
 */
final class VectorModule {
  static final String PACKAGE = "jdk/incubator/vector/";
  private static final String MODULE = "jdk.incubator.vector";

  private final int laneCount;

  private VectorModule(int laneCount) {
    this.laneCount = laneCount;
  }

  /** The module, where it was resolved: {@code java --add-modules jdk.incubator.vector}. */
  static Optional<VectorModule> find() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.empty();
    }
    try {
      Object species = type("DoubleVector").getField("SPECIES_PREFERRED").get(null);
      return Optional.of(
          new VectorModule((int) type("VectorSpecies").getMethod("length").invoke(species)));
    } catch (ReflectiveOperationException other) {
      // A later version of the module may have another interface: then do without it.
      return Optional.empty();
    }
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(MODULE + "." + name);
  }

  /** How many doubles the preferred vector has. */
  int laneCount() {
    return laneCount;
  }

  /** The descriptor of a constant of {@code VectorOperators}. */
  String operatorType(String operator) {
    try {
      return type("VectorOperators").getField(operator).getType().descriptorString();
    } catch (ReflectiveOperationException unknown) {
      throw new IllegalStateException("there is no lanewise operator " + operator, unknown);
    }
  }
}
