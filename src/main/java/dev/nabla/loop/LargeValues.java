package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Apply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts an assignment of a large value into several: parts of the value that are evaluated in any
 * case become scratch arrays of their own over the same axes.
 *
 * <p>HotSpot compiles no method of more than 8,000 bytes.
 */
final class LargeValues {
  /** A value that counts no more than this is made in one method. */
  private static final double LARGEST = 160;

  private static final double LOAD = 3;

  private final ExprPool pool;
  private final Places places;
  private final Step.Assignment assignment;
  private final List<Integer> sizes;
  private final Map<Expr, Expr> images = new HashMap<>();
  private final Map<Expr, Double> weights = new HashMap<>();
  private final List<Step.Assignment> parts = new ArrayList<>();

  private LargeValues(
      ExprPool pool, Places places, Step.Assignment assignment, List<Integer> sizes) {
    this.pool = pool;
    this.places = places;
    this.assignment = assignment;
    this.sizes = sizes;
  }

  /** The assignments that together do what one does, in order. */
  static List<Step.Assignment> split(ExprPool pool, Places places, Step.Assignment assignment) {
    if (assignment.value().treeSize() <= LARGEST) {
      return List.of(assignment);
    }
    Optional<List<Integer>> sizes = sizes(assignment.axes());
    return sizes.isPresent()
        ? new LargeValues(pool, places, assignment, sizes.get()).split()
        : List.of(assignment);
  }

  /** The largest value of each index, if all are known and count from 1. */
  private static Optional<List<Integer>> sizes(List<Axis> axes) {
    Indices indices = new Indices();
    List<Integer> sizes = new ArrayList<>();
    for (Axis axis : axes) {
      indices.declare(axis.index(), axis.lower(), axis.upper());
      Optional<Integer> least = indices.withoutData(axis.lower()).flatMap(indices::smallest);
      Optional<Integer> most = indices.withoutData(axis.upper()).flatMap(indices::largest);
      if (least.isEmpty() || most.isEmpty() || least.get() < 1 || most.get() < 1) {
        return Optional.empty();
      }
      sizes.add(most.get());
    }
    return Optional.of(sizes);
  }

  private List<Step.Assignment> split() {
    for (Expr node : evaluated()) {
      Expr image = image(node);
      boolean isRoot = node == assignment.value();
      images.put(node, weight(image) > LARGEST && !isRoot ? part(image) : image);
    }
    parts.add(assign(assignment.target(), assignment.subscripts(), images.get(assignment.value())));
    return parts;
  }

  /** What is evaluated in any case, operands first. */
  private List<Expr> evaluated() {
    Set<Expr> seen = new HashSet<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(assignment.value()));
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (seen.add(node) && !isWhole(node)) {
        node.children().forEach(open::push);
      }
    }
    List<Expr> nodes = new ArrayList<>(seen);
    nodes.sort(Comparator.comparingInt(Expr::id));
    return nodes;
  }

  /** Whether a node's operands stay with it: they are lazy, bound, or no numbers. */
  private static boolean isWhole(Expr node) {
    return !(node instanceof Sum
        || node instanceof Product
        || node instanceof Power
        || node instanceof Apply);
  }

  private Expr image(Expr node) {
    if (isWhole(node)) {
      return node;
    }
    List<Expr> operands = node.children().stream().map(images::get).toList();
    boolean isWide = node instanceof Sum || node instanceof Product;
    return node.rebuild(pool, isWide ? grouped(node, operands) : operands);
  }

  /** The operands of a sum or product, so many at a time as a part can take. */
  private List<Expr> grouped(Expr node, List<Expr> operands) {
    double total = operands.stream().mapToDouble(this::weight).sum();
    if (total <= LARGEST) {
      return operands;
    }
    List<Expr> groups = new ArrayList<>();
    List<Expr> group = new ArrayList<>();
    double weight = 0;
    for (Expr operand : operands) {
      if (!group.isEmpty() && weight + weight(operand) > LARGEST) {
        groups.add(part(node, group));
        group.clear();
        weight = 0;
      }
      group.add(operand);
      weight += weight(operand);
    }
    groups.add(part(node, group));
    return grouped(node, groups);
  }

  /** A part for some of the operands of a node; what is light already needs none. */
  private Expr part(Expr node, List<Expr> group) {
    Expr only = group.get(0);
    if (group.size() > 1) {
      return part(node.rebuild(pool, group));
    }
    return weight(only) <= LOAD ? only : part(only);
  }

  private double weight(Expr expr) {
    Double known = weights.get(expr);
    if (known == null) {
      known = weightOf(expr);
      weights.put(expr, known);
    }
    return known;
  }

  private double weightOf(Expr expr) {
    if (expr instanceof Element) {
      return LOAD;
    }
    if (expr instanceof Reduce || expr instanceof Select) {
      return 2.0 * Traversal.postOrder(expr).size();
    }
    double weight = 1;
    for (Expr child : expr.children()) {
      weight += isWhole(expr) ? LOAD : weight(child);
    }
    return weight;
  }

  /** The element of a new array that holds the value. */
  private Expr part(Expr value) {
    // The blanks keep the name apart from all that others choose.
    String name = "part " + parts.size() + " of " + assignment.target().name();
    Symbol symbol = new Symbol(places.freeName(name), Symbol.Kind.ARRAY, 0);
    places.addScratch(symbol, sizes);
    List<Expr> subscripts = new ArrayList<>();
    assignment.axes().forEach(axis -> subscripts.add(axis.index()));
    parts.add(assign(symbol, subscripts, value));
    return pool.element(symbol, subscripts);
  }

  private Step.Assignment assign(Symbol target, List<Expr> subscripts, Expr value) {
    return new Step.Assignment(target, assignment.axes(), assignment.guard(), subscripts, value);
  }
}
