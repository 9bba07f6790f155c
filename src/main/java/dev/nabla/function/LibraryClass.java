package dev.nabla.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The functions that a class holds. */
final class LibraryClass {
  private static final List<String> ARGUMENTS = List.of("x", "y");

  private final Class<?> type;

  LibraryClass(Class<?> type) {
    this.type = type;
  }

  List<JavaFunction> functions() {
    if (FunctionLibrary.class.isAssignableFrom(type)) {
      return library().functions();
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new IllegalArgumentException(type.getName() + " is not public, so nothing can call it");
    }
    List<JavaFunction> functions = new ArrayList<>();
    for (Method method : methods()) {
      if (isFunction(method)) {
        functions.add(function(method));
      }
    }
    if (functions.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no function: write public static double f(double x), or implement "
              + FunctionLibrary.class.getName());
    }
    return functions;
  }

  private FunctionLibrary library() {
    try {
      return (FunctionLibrary) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalArgumentException(
          type.getName() + " needs a public constructor without parameters", missing);
    }
  }

  /** Reflection gives them in no order. */
  private List<Method> methods() {
    List<Method> methods = new ArrayList<>(Arrays.asList(type.getDeclaredMethods()));
    methods.sort(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount));
    return methods;
  }

  private static boolean isFunction(Method method) {
    int arity = method.getParameterCount();
    return isPublicStatic(method)
        && method.getReturnType() == double.class
        && (arity == 1 || arity == 2)
        && Arrays.stream(method.getParameterTypes()).allMatch(double.class::equals);
  }

  private static boolean isPublicStatic(Method method) {
    return Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers());
  }

  private JavaFunction function(Method method) {
    int arity = method.getParameterCount();
    JavaFunction function =
        JavaFunction.of(
            method.getName(), ARGUMENTS.subList(0, arity), handle(method), type.getName());
    return decimals(method.getName(), arity).map(function::decimals).orElse(function);
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.publicLookup().unreflect(method);
    } catch (IllegalAccessException hidden) {
      throw new IllegalArgumentException(method + " cannot be called from here", hidden);
    }
  }

  private Optional<Decimals> decimals(String name, int arity) {
    return methods().stream()
        .filter(
            method ->
                isPublicStatic(method)
                    && method.getName().equals(name)
                    && method.getReturnType() == BigDecimal.class
                    && Arrays.equals(method.getParameterTypes(), decimalParameters(arity)))
        .findFirst()
        .map(method -> new DecimalCall(name, arity, handle(method)));
  }

  private static Class<?>[] decimalParameters(int arity) {
    Class<?>[] parameters = new Class<?>[arity + 1];
    Arrays.fill(parameters, BigDecimal.class);
    parameters[arity] = int.class;
    return parameters;
  }
}
