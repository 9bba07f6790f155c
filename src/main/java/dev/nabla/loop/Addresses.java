package dev.nabla.loop;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Elements as positions in arrays of doubles, and integers that are data.
 *
 * <p>What of a position does not change in the innermost loop is one register, the same for all
 * arrays that are walked in step: only then the just-in-time compiler sees that they do not
 * overlap, and vectorises.
 */
final class Addresses {
  /** array[position]. */
  record Address(int array, Affine position) {}

  /** Names a row among what a block knows. */
  private record Row(int matrix, Affine number) {}

  /** Names the integer value of an element among what a block knows. */
  private record Whole(Element element) {}

  private final NestBuilder nest;
  private final Places places;
  private final Packing packing;
  private final Values values;

  Addresses(NestBuilder nest, Places places, Packing packing, Values values) {
    this.nest = nest;
    this.places = places;
    this.packing = packing;
    this.values = values;
  }

  Address of(Element element) {
    Element stored = packing.stored(element);
    return of(stored.symbol(), stored.indices(), element.symbol().name());
  }

  /** The address of symbol[subscripts]; subscripts that may leave the array are checked. */
  Address of(Symbol symbol, List<Expr> subscripts) {
    return of(symbol, subscripts, symbol.name());
  }

  private Address of(Symbol symbol, List<Expr> subscripts, String name) {
    Place place = places.of(symbol);
    if (place.sizes().size() != subscripts.size()) {
      throw new IllegalArgumentException(
          "array '" + name + "' has " + place.sizes().size() + " axes, not " + subscripts.size());
    }
    List<Affine> integers = new ArrayList<>();
    boolean checked = false;
    for (int d = 0; d < subscripts.size(); d++) {
      Affine subscript = integer(subscripts.get(d));
      int size = place.sizes().get(d);
      if (!nest.indices().isWithin(subscript, 1, size)) {
        nest.add(new Statement.Check(subscript, size, "a subscript of '" + name + "'"));
        checked = true;
      }
      integers.add(subscript);
    }
    return place instanceof Place.Rows rows
        ? row(rows, integers, checked)
        : flat((Place.Flat) place, integers);
  }

  /** The position of an element of an array that is not one of rows. */
  Affine flatPosition(Symbol symbol, List<Expr> subscripts) {
    return position(
        (Place.Flat) places.of(symbol), subscripts.stream().map(this::integer).toList());
  }

  private static Affine position(Place.Flat flat, List<Affine> subscripts) {
    Affine position = Affine.constant(flat.offset());
    for (int d = 0; d < subscripts.size(); d++) {
      position = position.plus(subscripts.get(d).plus(-1).times(flat.strides().get(d)));
    }
    return position;
  }

  private Address flat(Place.Flat flat, List<Affine> subscripts) {
    return new Address(flat.array(), split(position(flat, subscripts)));
  }

  private Address row(Place.Rows rows, List<Affine> subscripts, boolean checked) {
    int last = subscripts.size() - 1;
    Affine number = Affine.constant(0);
    for (int d = 0; d < last; d++) {
      number = number.times(rows.sizes().get(d)).plus(subscripts.get(d)).plus(-1);
    }
    Affine row = number;
    // A row that a check protects must not be looked up ahead of the check.
    Scope home = checked ? nest.current() : nest.current().home(row);
    Row key = new Row(rows.matrix(), row);
    Optional<Integer> known = nest.current().find(key);
    int array = known.isPresent() ? known.get() : nest.newRow();
    if (known.isEmpty()) {
      home.add(new Statement.SelectRow(array, rows.matrix(), row));
      home.remember(key, array);
    }
    return new Address(array, split(subscripts.get(last).plus(-1)));
  }

  /** The position with one register for all that the innermost loop leaves alone. */
  private Affine split(Affine position) {
    Optional<Integer> innermost =
        nest.current().innermostIndex().map(index -> nest.indices().register(index));
    if (innermost.isEmpty() || !position.mentions(innermost.get())) {
      return position;
    }
    Affine rest = position.without(innermost.get());
    if (rest.isConstant()) {
      return position;
    }
    Affine walk = Affine.register(innermost.get()).times(position.coefficient(innermost.get()));
    return walk.plus(Affine.register(nest.hoisted(rest.plus(position.constant()))));
  }

  /** An index expression; elements in it are read as integers. */
  Affine integer(Expr expr) {
    return nest.indices().affine(expr, this::whole);
  }

  /** The register of an element that must be a whole number. */
  private int whole(Element element) {
    Scope home = nest.home(element);
    Whole key = new Whole(element);
    return home.find(key)
        .orElseGet(
            () -> {
              int source = values.number(element);
              int register = nest.indices().newRegister();
              home.add(
                  new Statement.ToInteger(register, source, "'" + element.symbol().name() + "'"));
              home.defines(register);
              home.remember(key, register);
              return register;
            });
  }
}
