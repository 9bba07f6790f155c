package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The innermost axis of an assignment, a whole row at a time. */
final class Rows {
  /** So many terms of a sum are added to a row before it is stored. */
  private static final int TERMS_AT_ONCE = 4;

  private static final double LARGEST_TERM = 60;

  private final Step.Assignment assignment;
  private final Axis axis;
  private final NestBuilder nest;
  private final Values values;
  private final RowPlan plan;
  private final Places places;
  private final int register;
  private final Affine lower;
  private final Affine upper;
  private final int length;

  private Rows(
      Step.Assignment assignment,
      NestBuilder nest,
      Values values,
      RowPlan plan,
      Places places,
      Affine lower,
      Affine upper,
      int length) {
    this.assignment = assignment;
    this.axis = plan.walked();
    this.nest = nest;
    this.values = values;
    this.plan = plan;
    this.places = places;
    this.register = nest.indices().register(axis.index());
    this.lower = lower;
    this.upper = upper;
    this.length = length;
  }

  /** The rows along the innermost axis, if they can be held in an array from 1 on. */
  static Optional<Rows> of(
      Step.Assignment assignment, NestBuilder nest, Values values, RowPlan plan, Places places) {
    Optional<Affine> lower = nest.indices().withoutData(plan.walked().lower());
    Optional<Affine> upper = nest.indices().withoutData(plan.walked().upper());
    if (lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> length = nest.indices().largest(upper.get());
    boolean isPositive =
        nest.indices().smallest(lower.get()).filter(least -> least >= 1).isPresent();
    return isPositive && length.isPresent()
        ? Optional.of(
            new Rows(
                assignment,
                nest,
                values,
                plan,
                places,
                lower.get(),
                upper.get(),
                Math.max(length.get(), 0)))
        : Optional.empty();
  }

  /** Stores the value for every value of the axis' index. */
  void store() {
    Expr value = assignment.value();
    if (value instanceof Reduce reduction
        && places.of(assignment.target()) instanceof Place.Rows
        && plan.accept(reduction)
        && !plan.reads(value, assignment.target())) {
      sum(reduction, this::target);
      return;
    }
    accumulate(value);
    if (plan.isCopied(assignment, places.of(assignment.target()))) {
      Optional<Element> source = plan.onlySource(value);
      if (source.isPresent()) {
        storeInPlace(value, source.get());
      } else {
        int buffer = newBuffer();
        each(() -> set(element(buffer), values.number(value)));
        copyToTarget(buffer, lower.plus(-1));
      }
    } else {
      each(
          () -> {
            int number = values.number(value);
            set(target(), number);
          });
    }
  }

  /** The row that the value is made of is copied to the target, and changed there. */
  private void storeInPlace(Expr value, Element source) {
    Addresses.Address from = values.addresses().of(source);
    copyToTarget(from.array(), from.position().substitute(register, lower));
    each(
        () -> {
          Addresses.Address to = target();
          int element = nest.newDouble();
          nest.add(new Statement.Load(element, to.array(), to.position()));
          nest.current().remember(source, element);
          set(to, values.number(value));
        });
  }

  private Addresses.Address target() {
    return values.addresses().of(assignment.target(), assignment.subscripts());
  }

  private void copyToTarget(int source, Affine from) {
    Affine start = values.addresses().flatPosition(assignment.target(), assignment.subscripts());
    nest.add(
        new Statement.CopyRow(
            source,
            from,
            ((Place.Flat) places.of(assignment.target())).array(),
            start.substitute(register, lower),
            upper.minus(lower).plus(1)));
  }

  /** The reductions in an expression that are exchanged with the axis, each in a row of its own. */
  private void accumulate(Expr expr) {
    for (Reduce reduction : plan.accepted(expr, values)) {
      Values.RowKey key = new Values.RowKey(reduction);
      if (nest.current().find(key).isEmpty()) {
        Scope home =
            lower.isConstant() && upper.isConstant() ? nest.home(reduction) : nest.current();
        nest.at(
            home,
            () -> {
              int buffer = newBuffer();
              sum(reduction, () -> element(buffer));
              nest.current().remember(key, buffer);
              return buffer;
            });
      }
    }
  }

  /** Reduces into the elements of a row, one term, or a few, for all of them at a time. */
  private void sum(Reduce reduction, Supplier<Addresses.Address> sink) {
    Facts.Opened opened = nest.facts().open(reduction);
    each(() -> set(sink.get(), values.identity(opened.operation())));
    Affine from = values.addresses().integer(opened.lower());
    Affine below = values.addresses().integer(opened.upper()).plus(1);
    if (plan.accepted(opened.body(), values).isEmpty()) {
      from = several(opened, from, below, sink);
    }
    boolean runs = from.isConstant() && below.isConstant() && from.constant() < below.constant();
    if (from.isConstant() && below.isConstant() && !runs) {
      return;
    }
    nest.loop(
        opened.index(),
        from,
        below,
        1,
        runs,
        () -> {
          accumulate(opened.body());
          add(opened, List.of(opened.body()), sink);
        });
  }

  /** Adds some terms at once while there are as many, and says where the rest begins. */
  private Affine several(
      Facts.Opened opened, Affine from, Affine below, Supplier<Addresses.Address> sink) {
    Index first = nest.facts().newIndex();
    Affine lastStart = below.plus(1 - TERMS_AT_ONCE);
    Optional<Integer> terms = nest.indices().largest(below.minus(from));
    if (terms.isEmpty() || terms.get() < TERMS_AT_ONCE || opened.body().treeSize() > LARGEST_TERM) {
      return from;
    }
    nest.indices().declare(first, from, lastStart.plus(-1));
    List<Expr> bodies = new ArrayList<>();
    for (int k = 0; k < TERMS_AT_ONCE; k++) {
      Expr next = nest.facts().pool().sum(first, nest.facts().pool().num(k));
      bodies.add(
          new Substitution(nest.facts().pool(), Map.of(opened.index(), next)).apply(opened.body()));
    }
    boolean known = from.isConstant() && below.isConstant();
    Affine start = from;
    if (!known) {
      int register = nest.indices().register(first);
      nest.add(new Statement.Assign(register, from));
      start = Affine.register(register);
    }
    nest.loop(first, start, lastStart, TERMS_AT_ONCE, known, () -> add(opened, bodies, sink));
    return known
        ? from.plus(terms.get() / TERMS_AT_ONCE * TERMS_AT_ONCE)
        : Affine.register(nest.indices().register(first));
  }

  private void add(Facts.Opened opened, List<Expr> terms, Supplier<Addresses.Address> sink) {
    each(
        () -> {
          Addresses.Address address = sink.get();
          int total = nest.newDouble();
          nest.add(new Statement.Load(total, address.array(), address.position()));
          for (Expr term : terms) {
            int value = values.number(term);
            total = nest.compute(Values.combination(opened.operation()), total, value);
          }
          set(address, total);
        });
  }

  private void each(Runnable body) {
    nest.loop(axis.index(), lower, upper, body);
  }

  private void set(Addresses.Address address, int value) {
    nest.add(new Statement.Store(address.array(), address.position(), value));
  }

  private int newBuffer() {
    return places.rowBuffer(nest.newRowBuffer(), length);
  }

  private Addresses.Address element(int buffer) {
    return new Addresses.Address(buffer, Affine.register(register).plus(-1));
  }
}
