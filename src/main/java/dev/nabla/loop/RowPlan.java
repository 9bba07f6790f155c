package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which reductions are worth exchanging with the innermost axis j of an assignment, so that Σₖ
 * a[i,k]·b[k,j] adds a multiple of a row of b to a whole row at a time.
 *
 * <p>The order in which the terms of each sum are added stays the same.
 */
final class RowPlan {
  /** Shorter rows do not make up for their loops. */
  private static final int SHORTEST_ROW = 8;

  /** An array is copied if its elements are used so often on average. */
  private static final int WORTH_COPYING = 4;

  private final Facts facts;
  private final Indices indices;
  private final Places places;
  private final Packing packing;
  private final List<Axis> axes;

  RowPlan(Facts facts, Indices indices, Places places, Packing packing, List<Axis> axes) {
    this.facts = facts;
    this.indices = indices;
    this.places = places;
    this.packing = packing;
    this.axes = axes;
  }

  /** The innermost axis. */
  Axis walked() {
    return axes.get(axes.size() - 1);
  }

  private Index walk() {
    return walked().index();
  }

  /** How many values an index takes at most, if that is known. */
  private Optional<Integer> extent(Expr lower, Expr upper) {
    Optional<Affine> from = indices.withoutData(lower);
    Optional<Affine> to = indices.withoutData(upper);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : indices.largest(to.get().minus(from.get())).map(difference -> difference + 1);
  }

  /** Whether the reduction is worth the exchange; arrays that it reads are packed if need be. */
  boolean accept(Reduce reduction) {
    Facts.Opened opened = facts.open(reduction);
    boolean longEnough =
        extent(walked().lower(), walked().upper()).filter(e -> e >= SHORTEST_ROW).isPresent();
    if (!longEnough
        || !facts.depends(opened.body(), walk())
        || facts.depends(opened.lower(), walk())
        || facts.depends(opened.upper(), walk())) {
      return false;
    }
    double work = extent(opened.lower(), opened.upper()).orElse(1);
    for (Axis outer : axes) {
      work *= extent(outer.lower(), outer.upper()).orElse(1);
    }
    List<Runnable> packs = new ArrayList<>();
    for (Element element : elements(reduction)) {
      if (facts.depends(element, walk()) && !walksAlong(element, work, packs)) {
        return false;
      }
    }
    packs.forEach(Runnable::run);
    return true;
  }

  /** The outermost reductions that are always evaluated in an expression and are accepted. */
  List<Reduce> accepted(Expr root, Values values) {
    List<Reduce> accepted = new ArrayList<>();
    Set<Expr> seen = new HashSet<>();
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (node instanceof Reduce reduction && accept(reduction)) {
        accepted.add(reduction);
      } else if (node instanceof ArrayApply application) {
        open.push(facts.formula(application));
      } else {
        values.operands(node).forEach(open::push);
      }
    }
    return accepted;
  }

  /** Whether an expression reads an array. */
  boolean reads(Expr expr, Symbol array) {
    return elements(expr).stream().anyMatch(element -> element.symbol().equals(array));
  }

  /**
   * Whether a row is made in an array of its own and then copied to the target: where the target's
   * rows start at changing positions and what the row is made of does not, so that the loop would
   * not be vectorised.
   */
  boolean isCopied(Step.Assignment assignment, Place target) {
    Expr value = assignment.value();
    RowParts parts = RowParts.of(value, walk(), facts);
    if (!(target instanceof Place.Flat flat)
        || facts.isPartial(value)
        || !parts.isArithmetic()
        || !parts.reductions().stream().allMatch(this::accept)) {
      return false;
    }
    Optional<Affine> start = position(flat, assignment.subscripts());
    int register = indices.register(walk());
    return start.isPresent()
        && start.get().coefficient(register) == 1
        && !start.get().without(register).isConstant()
        && parts.elements().size() + parts.reductions().size() > 0
        && parts.elements().stream().allMatch(element -> startsAtOnePlace(element, register));
  }

  /** The element that a row is made of, if there is just one and no reduction. */
  Optional<Element> onlySource(Expr value) {
    RowParts parts = RowParts.of(value, walk(), facts);
    return parts.reductions().isEmpty() && parts.elements().size() == 1
        ? Optional.of(parts.elements().iterator().next())
        : Optional.empty();
  }

  private boolean startsAtOnePlace(Element element, int register) {
    Place place = places.of(element.symbol());
    Optional<Affine> position =
        place instanceof Place.Flat flat
            ? position(flat, element.indices())
            : lastSubscript(element);
    return position
        .filter(p -> p.coefficient(register) == 1 && p.without(register).isConstant())
        .isPresent();
  }

  /** The last subscript, if no other one changes along the innermost axis. */
  private Optional<Affine> lastSubscript(Element element) {
    int last = element.indices().size() - 1;
    boolean oneRow =
        element.indices().subList(0, last).stream()
            .noneMatch(subscript -> facts.depends(subscript, walk()));
    return oneRow ? indices.withoutData(element.indices().get(last)) : Optional.empty();
  }

  /** The position of an element whose subscripts are within the array. */
  private Optional<Affine> position(Place.Flat flat, List<Expr> subscripts) {
    Affine position = Affine.constant(flat.offset());
    for (int d = 0; d < subscripts.size(); d++) {
      Optional<Affine> subscript = indices.withoutData(subscripts.get(d));
      if (subscript.isEmpty() || !indices.isWithin(subscript.get(), 1, flat.sizes().get(d))) {
        return Optional.empty();
      }
      position = position.plus(subscript.get().plus(-1).times(flat.strides().get(d)));
    }
    return Optional.of(position);
  }

  private Set<Element> elements(Expr root) {
    Set<Element> elements = new HashSet<>();
    Set<Expr> seen = new HashSet<>();
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (seen.add(node)) {
        if (node instanceof Element element) {
          elements.add(element);
        }
        facts.children(node).forEach(open::push);
      }
    }
    return elements;
  }

  /** Whether neighbours along the innermost axis are, or can be made, neighbours in memory. */
  private boolean walksAlong(Element element, double work, List<Runnable> packs) {
    int axis = -1;
    for (int d = 0; d < element.indices().size(); d++) {
      Expr subscript = element.indices().get(d);
      if (facts.depends(subscript, walk())) {
        Optional<Affine> form = indices.withoutData(subscript);
        if (axis >= 0 || form.isEmpty() || form.get().coefficient(indices.register(walk())) != 1) {
          return false;
        }
        axis = d;
      }
    }
    Place place = places.of(element.symbol());
    boolean isRow =
        place instanceof Place.Rows ? axis == place.sizes().size() - 1 : place.sizes().size() == 1;
    boolean isNext = isRow || (place instanceof Place.Flat flat && flat.strides().get(axis) == 1);
    double size = 1;
    for (int each : place.sizes()) {
      size *= each;
    }
    if (!isRow && place.sizes().size() > 1 && work >= WORTH_COPYING * size) {
      Packing.Walk packed = new Packing.Walk(element.symbol(), axis, walk());
      packs.add(() -> packing.pack(packed));
      return true;
    }
    return isNext;
  }
}
