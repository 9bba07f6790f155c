package dev.nabla.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apfloat.Apfloat;

/**
 * A static method of {@code arity} decimals and a number of digits, linked when first called.
 *
 * <p>Seventy lambdas would take 40 ms of a cold start; a class and a name take none.
 */
final class DecimalCall implements Decimals {
  /** Exact numbers have infinite precision; their images get this many digits. */
  private static final int DIGITS_OF_EXACT = 64;

  private final Class<?> owner;
  private final String method;
  private final int arity;
  private volatile MethodHandle linked;

  DecimalCall(Class<?> owner, String method, int arity) {
    this.owner = owner;
    this.method = method;
    this.arity = arity;
  }

  /** A method that is linked already. */
  DecimalCall(String method, int arity, MethodHandle linked) {
    this(DecimalCall.class, method, arity);
    this.linked = linked;
  }

  @Override
  public BigDecimal apply(List<BigDecimal> arguments, int digits) {
    if (arguments.size() != arity) {
      throw new IllegalArgumentException(
          method + " takes " + arity + " arguments, not " + arguments.size());
    }
    MethodHandle handle = handle();
    try {
      return arity == 1
          ? (BigDecimal) handle.invokeExact(arguments.get(0), digits)
          : (BigDecimal) handle.invokeExact(arguments.get(0), arguments.get(1), digits);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  /** The value at the least precision of the arguments. */
  static Apfloat apply(Decimals function, List<Apfloat> arguments) {
    long digits = Apfloat.INFINITE;
    List<BigDecimal> decimals = new ArrayList<>(arguments.size());
    for (Apfloat argument : arguments) {
      digits = Math.min(digits, argument.precision());
      decimals.add(argument.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(argument.toString()));
    }
    int finite = digits == Apfloat.INFINITE ? DIGITS_OF_EXACT : Math.toIntExact(digits);
    return new Apfloat(function.apply(decimals, finite), finite);
  }

  private MethodHandle handle() {
    MethodHandle handle = linked;
    if (handle == null) {
      handle = link();
      linked = handle;
    }
    return handle;
  }

  private MethodHandle link() {
    MethodType type = MethodType.methodType(BigDecimal.class, int.class);
    for (int i = 0; i < arity; i++) {
      type = type.insertParameterTypes(0, BigDecimal.class);
    }
    try {
      return MethodHandles.lookup().findStatic(owner, method, type);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(owner.getSimpleName() + "." + method + type, missing);
    }
  }
}
