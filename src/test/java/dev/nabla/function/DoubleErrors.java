package dev.nabla.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;

/** The double method of a function against its decimals. */
final class DoubleErrors {
  /**
   * Their zeros on the left of 0 are as dense as the integers: there an ulp of the value at ½
   * counts.
   */
  private static final Set<String> DENSE_ZEROS = Set.of("lgamma", "digamma", "polygamma");

  private final ElementaryFunction function;
  private final MethodHandle handle;

  DoubleErrors(ElementaryFunction function) {
    this.function = function;
    MethodType type = MethodType.methodType(double.class, double.class);
    ElementaryFunction.JavaCall call = function.javaCall();
    try {
      this.handle =
          MethodHandles.publicLookup()
              .findStatic(
                  call.owner(),
                  call.method(),
                  function.arity() == 1 ? type : type.appendParameterTypes(double.class));
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError(function.name(), missing);
    }
  }

  double value(double... point) {
    try {
      return point.length == 1
          ? (double) handle.invokeExact(point[0])
          : (double) handle.invokeExact(point[0], point[1]);
    } catch (Throwable failure) {
      throw new AssertionError(function.name(), failure);
    }
  }

  /** The size of the terms that cancel near a zero. */
  private double atOneHalf(double... point) {
    double[] half = point.clone();
    half[half.length - 1] = 0.5;
    return Math.max(1, Math.abs(value(half)));
  }

  /** The error in ulps; where there is no real value, 0 if the double is not finite either. */
  double ulps(double... point) {
    double computed = value(point);
    BigDecimal exact;
    try {
      exact = function.value(FunctionTexts.decimals(point), 40);
    } catch (ArithmeticException outside) {
      return Double.isFinite(computed) ? Double.POSITIVE_INFINITY : 0;
    }
    double nearest = exact.doubleValue();
    if (!Double.isFinite(nearest) || !Double.isFinite(computed)) {
      return computed == nearest ? 0 : Double.POSITIVE_INFINITY;
    }
    boolean dense = DENSE_ZEROS.contains(function.name()) && point[point.length - 1] < 0;
    double unit = Math.ulp(dense ? Math.max(atOneHalf(point), Math.abs(nearest)) : nearest);
    BigDecimal error = new BigDecimal(computed).subtract(exact).abs();
    return error.divide(new BigDecimal(unit), MathContext.DECIMAL32).doubleValue();
  }
}
