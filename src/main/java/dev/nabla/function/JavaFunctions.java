package dev.nabla.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Functions from Java by name: an immutable set that a text is read with. What is on the class path
 * is looked for only when a text needs it.
 */
public final class JavaFunctions {
  private static final JavaFunctions NONE = of(List.of());

  private final Supplier<Map<String, JavaFunction>> source;
  private volatile Map<String, JavaFunction> byName;

  private JavaFunctions(Supplier<Map<String, JavaFunction>> source) {
    this.source = source;
  }

  /** No function. */
  public static JavaFunctions none() {
    return NONE;
  }

  /** These functions. */
  public static JavaFunctions of(JavaFunction... functions) {
    return of(List.of(functions));
  }

  /**
   * These functions.
   *
   * @throws IllegalArgumentException if two have one name, or one has the name of a built-in one
   */
  public static JavaFunctions of(List<JavaFunction> functions) {
    Map<String, JavaFunction> byName = collected(functions);
    return new JavaFunctions(() -> byName);
  }

  /**
   * The functions of a class: of its {@link FunctionLibrary}, or its public static methods {@code
   * double f(double)} and {@code double g(double, double)}, with {@code BigDecimal f(BigDecimal,
   * int digits)} beside them where there are more digits.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static JavaFunctions of(Class<?> type) {
    return of(new LibraryClass(type).functions());
  }

  /** What {@link ServiceLoader} finds on the class path of this thread. */
  public static JavaFunctions installed() {
    return installed(Thread.currentThread().getContextClassLoader());
  }

  /** What {@link ServiceLoader} finds by a class loader. */
  public static JavaFunctions installed(ClassLoader loader) {
    return new JavaFunctions(() -> collected(load(loader)));
  }

  private static List<JavaFunction> load(ClassLoader loader) {
    List<JavaFunction> functions = new ArrayList<>();
    if (loader.getResource("META-INF/services/" + FunctionLibrary.class.getName()) == null) {
      // A service loader takes long to find nothing.
      return functions;
    }
    try {
      for (FunctionLibrary library : ServiceLoader.load(FunctionLibrary.class, loader)) {
        functions.addAll(library.functions());
      }
    } catch (ServiceConfigurationError broken) {
      throw new IllegalArgumentException(
          "a function library does not load: " + broken.getMessage(), broken);
    }
    return functions;
  }

  private static Map<String, JavaFunction> collected(List<JavaFunction> functions) {
    Map<String, JavaFunction> byName = new LinkedHashMap<>();
    for (JavaFunction function : functions) {
      if (FunctionTable.find(function.name()).isPresent()) {
        throw new IllegalArgumentException(
            "'" + function.name() + "' of " + function.origin() + " is built in: rename it");
      }
      JavaFunction other = byName.put(function.name(), function);
      if (other != null) {
        throw new IllegalArgumentException(
            "there are two functions '"
                + function.name()
                + "': of "
                + other.origin()
                + " and of "
                + function.origin());
      }
    }
    return Collections.unmodifiableMap(byName);
  }

  /** These and others; no name may be in both. */
  public JavaFunctions and(JavaFunctions others) {
    return new JavaFunctions(
        () -> {
          List<JavaFunction> all = new ArrayList<>(functions().values());
          all.addAll(others.functions().values());
          return collected(all);
        });
  }

  private Map<String, JavaFunction> functions() {
    Map<String, JavaFunction> known = byName;
    if (known == null) {
      known = source.get();
      byName = known;
    }
    return known;
  }

  /** The function of that name. */
  public Optional<JavaFunction> find(String name) {
    return Optional.ofNullable(functions().get(name));
  }

  /** All names. */
  public Set<String> names() {
    return functions().keySet();
  }

  /** All functions. */
  public List<JavaFunction> all() {
    return List.copyOf(functions().values());
  }
}
