package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ∂e/∂x one operation after the other: what the chain rule makes of e while the derivatives of some
 * of its parts are still to be taken.
 *
 * <p>Each line is what a {@link Differentiator} gives that takes those derivatives as given, as
 * symbols of their own; the last one takes none as given.
 */
public final class ChainSteps {
  /** Behind every declared name, so that what is still to be derived stands last in a product. */
  private static final int FIRST_ORDER = 1 << 24;

  private final ExprPool pool;
  private final Element variable;
  private final Expr root;
  private final DerivativeTemplates templates;
  private final Map<Expr, Expr> pending = new LinkedHashMap<>();
  private final Map<Expr, Expr> operandOf = new LinkedHashMap<>();
  private final Set<Expr> active = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();
  private final Expr first;

  /**
   * before = after, two forms of the whole derivative.
   *
   * @param rule the name of what was used
   * @param part the derivative that was taken, a symbol of {@link #operands}
   * @param isElementary whether a person takes this derivative together with what it stands in
   */
  public record Step(String rule, Expr before, Expr after, Expr part, boolean isElementary) {}

  /** The steps to ∂root/∂variable by the rules of the function table. */
  public ChainSteps(ExprPool pool, Element variable, Expr root) {
    this(pool, variable, root, DerivativeTemplates.standard());
  }

  /** The steps by other rules for the elementary functions. */
  public ChainSteps(ExprPool pool, Element variable, Expr root, DerivativeTemplates templates) {
    this.pool = pool;
    this.variable = variable;
    this.root = root;
    this.templates = templates;
    List<Expr> nodes = new ArrayList<>();
    Differentiator differentiator = new Differentiator(pool, List.of(variable), templates);
    differentiator.jacobian(List.of(root));
    for (Expr node : reached()) {
      if (node == root || differentiator.isActive(node)) {
        nodes.add(node);
      }
      if (differentiator.isActive(node)) {
        active.add(node);
      }
    }
    nodes.forEach(node -> pending.put(node, symbol(node)));
    pending.forEach((node, symbol) -> operandOf.put(symbol, node));
    this.first = pending.get(root);
    expand(new RuleNames(active::contains));
  }

  /** ∂root/∂variable, still to be taken. */
  public Expr first() {
    return first;
  }

  /** The steps, in the order in which a person takes them: from the outside in, left to right. */
  public List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** Which expression is still to be differentiated where one of these symbols stands. */
  public Map<Expr, Expr> operands() {
    return Collections.unmodifiableMap(operandOf);
  }

  /** The derivative, as a {@link Differentiator} gives it. */
  public Expr result() {
    return steps.get(steps.size() - 1).after();
  }

  /** The nodes that are differentiated on their own, outermost first. */
  private Set<Expr> reached() {
    Set<Expr> reached = new LinkedHashSet<>(List.of(root));
    List<Expr> open = new ArrayList<>(reached);
    for (int i = 0; i < open.size(); i++) {
      for (Expr operand : Differentiator.operands(open.get(i))) {
        if (reached.add(operand)) {
          open.add(operand);
        }
      }
    }
    return reached;
  }

  /** A symbol that depends on the indices on which the derivative of the node does. */
  private Expr symbol(Expr node) {
    Set<Expr> indices = new LinkedHashSet<>();
    for (Expr root : List.of(node, (Expr) variable)) {
      for (Expr part : Traversal.postOrder(root)) {
        if (part instanceof Index index && !index.isBound()) {
          indices.add(index);
        }
      }
    }
    int number = pending.size();
    Symbol symbol = new Symbol("∂" + number, Symbol.Kind.PLACEHOLDER, FIRST_ORDER + number);
    return pool.element(symbol, List.copyOf(indices));
  }

  private void expand(RuleNames names) {
    Map<Expr, Expr> left = new LinkedHashMap<>(pending);
    List<Expr> open = new ArrayList<>(List.of(root));
    Expr before = first;
    while (!open.isEmpty()) {
      Expr node = open.remove(open.size() - 1);
      Expr part = left.remove(node);
      if (part != null) {
        Expr after = derivative(left);
        steps.add(
            new Step(names.of(node), before, after, part, node != root && isElementary(node)));
        before = after;
        pushOperands(node, open);
      }
    }
  }

  /** The elementary ones come first, so they lie on top. */
  private void pushOperands(Expr node, List<Expr> open) {
    List<Expr> operands = new ArrayList<>(Differentiator.operands(node));
    operands.removeIf(operand -> !active.contains(operand));
    Collections.reverse(operands);
    operands.stream().filter(operand -> !isElementary(operand)).forEach(open::add);
    operands.stream().filter(this::isElementary).forEach(open::add);
  }

  private Expr derivative(Map<Expr, Expr> left) {
    Map<Expr, SparseRow> given = new LinkedHashMap<>();
    left.forEach((node, symbol) -> given.put(node, new SparseRow(new int[] {0}, List.of(symbol))));
    SparseRow row =
        new Differentiator(pool, List.of(variable), templates, given)
            .jacobian(List.of(root))
            .get(0);
    return row.size() == 0 ? pool.zero() : row.entry(0);
  }

  /** x, x^n, f(x), or such times a constant. */
  private boolean isElementary(Expr node) {
    List<Expr> operands = Differentiator.operands(node);
    List<Expr> moving = operands.stream().filter(active::contains).toList();
    if (node instanceof Element) {
      return true;
    }
    return moving.size() == 1
        && (node instanceof Product
            ? isElementary(moving.get(0))
            : moving.get(0) instanceof Element && isPlain(node));
  }

  private static boolean isPlain(Expr node) {
    return node instanceof Power || node instanceof Apply;
  }
}
