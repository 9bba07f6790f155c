package dev.nabla.loop;

import dev.nabla.array.ArrayStorage;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The place of every array of a program, while it is lowered. */
final class Places {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final Map<Symbol, Place> places = new HashMap<>();
  private final Integer[] buffers = new Integer[Layout.FIRST_FLAT];
  private final List<Integer> flats = new ArrayList<>();
  private final List<Layout.Shape> matrices = new ArrayList<>();
  private final List<Integer> rowBuffers = new ArrayList<>();

  /** Places arrays whose sizes, offsets and strides are numbers. */
  Places(List<ArrayStorage> arrays) {
    Arrays.fill(buffers, 0);
    arrays.forEach(this::add);
  }

  private void add(ArrayStorage storage) {
    String name = storage.symbol().name();
    List<Integer> sizes = numbers(storage.sizes(), name);
    Place place;
    if (storage.buffer() == ArrayStorage.Buffer.SCRATCH) {
      place = scratch(sizes, name);
    } else {
      int buffer = register(storage.buffer());
      List<Integer> strides = numbers(storage.strides(), name);
      int offset = number(storage.offset(), name);
      buffers[buffer] = Math.max(buffers[buffer], extent(offset, sizes, strides, name));
      place = new Place.Flat(buffer, offset, sizes, strides);
    }
    if (places.put(storage.symbol(), place) != null) {
      throw new IllegalArgumentException("array '" + name + "' is stored twice");
    }
  }

  /** The register of one of the caller's arrays. */
  private static int register(ArrayStorage.Buffer buffer) {
    return switch (buffer) {
      case INPUTS -> 0;
      case SEED -> 1;
      case VALUES -> 2;
      case PARTIALS -> 3;
      case SCRATCH -> throw new IllegalArgumentException("scratch arrays are placed one by one");
    };
  }

  private Place scratch(List<Integer> sizes, String name) {
    long elements = 1;
    for (int size : sizes) {
      elements = checked(BigInteger.valueOf(elements).multiply(BigInteger.valueOf(size)), name);
    }
    if (sizes.size() < 2) {
      List<Integer> strides = sizes.isEmpty() ? List.of() : List.of(1);
      return new Place.Flat(addFlat((int) elements), 0, sizes, strides);
    }
    int rows = sizes.subList(0, sizes.size() - 1).stream().reduce(1, Math::multiplyExact);
    matrices.add(new Layout.Shape(rows, sizes.get(sizes.size() - 1)));
    return new Place.Rows(matrices.size() - 1, sizes);
  }

  private int addFlat(int length) {
    flats.add(length);
    return Layout.FIRST_FLAT + flats.size() - 1;
  }

  /** One past the largest position that an element has. */
  private static int extent(int offset, List<Integer> sizes, List<Integer> strides, String name) {
    BigInteger last = BigInteger.valueOf(offset);
    for (int d = 0; d < sizes.size(); d++) {
      BigInteger steps = BigInteger.valueOf(sizes.get(d) - 1L);
      last = last.add(steps.multiply(BigInteger.valueOf(strides.get(d))));
    }
    return checked(last.add(BigInteger.ONE), name);
  }

  private static List<Integer> numbers(List<Expr> exprs, String name) {
    return exprs.stream().map(expr -> number(expr, name)).toList();
  }

  private static int number(Expr expr, String name) {
    if (expr instanceof Num num && num.value().isInteger()) {
      return checked(num.value().numerator(), name);
    }
    throw new IllegalArgumentException(
        "array '" + name + "': its size or place " + expr + " is not an integer");
  }

  private static int checked(BigInteger value, String name) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("array '" + name + "' has a negative size or place");
    }
    if (value.compareTo(BigInteger.valueOf(LARGEST)) > 0) {
      throw new IllegalArgumentException(
          "array '" + name + "' is too large: it would reach to " + value + " doubles");
    }
    return value.intValueExact();
  }

  Place of(Symbol symbol) {
    Place place = places.get(symbol);
    if (place == null) {
      throw new IllegalArgumentException("array '" + symbol.name() + "' has no storage");
    }
    return place;
  }

  /** The name, or one like it that no array has. */
  String freeName(String name) {
    boolean isTaken = places.keySet().stream().anyMatch(symbol -> symbol.name().equals(name));
    return isTaken ? freeName(name + "'") : name;
  }

  /** Places one more scratch array. */
  void addScratch(Symbol symbol, List<Integer> sizes) {
    places.put(symbol, scratch(sizes, symbol.name()));
  }

  /** The array of the n-th row that a nest needs at a time; nests share these. */
  int rowBuffer(int n, int length) {
    while (rowBuffers.size() <= n) {
      rowBuffers.add(addFlat(0));
    }
    int flat = rowBuffers.get(n) - Layout.FIRST_FLAT;
    flats.set(flat, Math.max(flats.get(flat), length));
    return rowBuffers.get(n);
  }

  Layout layout() {
    return new Layout(List.of(buffers), List.copyOf(flats), List.copyOf(matrices));
  }
}
