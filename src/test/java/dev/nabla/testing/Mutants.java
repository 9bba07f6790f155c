package dev.nabla.testing;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.FunctionTable;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.TemplateParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All single mutations of a text of the language: one place of it is changed. */
final class Mutants {
  /** Each function is taken for the one behind it. */
  private static final Map<String, String> NEIGHBOURS = neighbours();

  private final ExprPool pool = new ExprPool();
  private final Expr original;
  private final List<Expr> placeholders = new ArrayList<>();
  private final Set<Expr> mutants = new LinkedHashSet<>();

  /** The mutants of a text over some names. */
  Mutants(String text, List<String> names) {
    Map<String, Expr> arguments = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Expr symbol = pool.element(new Symbol(names.get(i), Symbol.Kind.PARAMETER, i));
      placeholders.add(symbol);
      arguments.put(names.get(i), symbol);
    }
    Template template = TemplateParser.parse(text, names);
    original = template.instantiate(pool, arguments);
    collect();
  }

  private static Map<String, String> neighbours() {
    Map<String, String> neighbours = new HashMap<>();
    for (String family :
        List.of(
            "sin cos",
            "tan cot",
            "sec csc",
            "sinh cosh",
            "tanh coth",
            "sech csch",
            "exp expm1",
            "log log1p",
            "erf erfc",
            "gamma lgamma",
            "digamma trigamma",
            "min max",
            "abs relu",
            "sign abs",
            "sigmoid softplus",
            "cbrt abs",
            "hypot atan2",
            "polygamma max")) {
      String[] names = family.split(" ");
      neighbours.put(names[0], names[1]);
      neighbours.putIfAbsent(names[1], names[0]);
    }
    return neighbours;
  }

  /** Their texts; none of them is canonically the original. */
  List<String> texts() {
    return mutants.stream().map(this::text).toList();
  }

  private String text(Expr expr) {
    return new TextPrinter()
        .print(
            new FormulaBuilder(NumberStyle.fractions(), List.of(expr), Set.of("x", "y"))
                .build(expr));
  }

  private void collect() {
    add(pool.negate(original));
    add(pool.zero());
    add(pool.one());
    add(pool.scale(Rational.of(2), original));
    add(pool.sum(original, pool.one()));
    mutants(original).forEach(this::add);
  }

  /** The node changed, or one of its operands; each occurrence of a node by itself. */
  private List<Expr> mutants(Expr node) {
    List<Expr> all = new ArrayList<>(changes(node));
    for (int i = 0; i < node.children().size(); i++) {
      for (Expr changed : mutants(node.children().get(i))) {
        List<Expr> children = new ArrayList<>(node.children());
        children.set(i, changed);
        all.add(node.rebuild(pool, children));
      }
    }
    return all;
  }

  private void add(Expr mutant) {
    if (mutant != original) {
      mutants.add(mutant);
    }
  }

  private List<Expr> changes(Expr node) {
    List<Expr> changes = new ArrayList<>();
    if (node instanceof Num num) {
      // Signs, coefficients and exponents.
      changes.add(pool.num(num.value().add(Rational.ONE)));
      changes.add(pool.num(num.value().subtract(Rational.ONE)));
      changes.add(pool.num(num.value().negate()));
      changes.add(pool.num(num.value().multiply(Rational.of(2))));
    } else if (node instanceof Constant constant) {
      changes.add(pool.one());
      Stream.of(Constant.Name.values())
          .filter(other -> other != constant.name())
          .forEach(other -> changes.add(pool.constant(other)));
    } else if (node instanceof Element) {
      changes.add(pool.one());
      changes.add(pool.negate(node));
      placeholders.stream().filter(other -> other != node).forEach(changes::add);
    } else if (node instanceof Sum || node instanceof Product) {
      changes.add(pool.negate(node));
      for (int i = 0; i < node.children().size(); i++) {
        List<Expr> fewer = new ArrayList<>(node.children());
        Expr dropped = fewer.remove(i);
        changes.add(node.rebuild(pool, fewer));
        fewer.add(i, pool.negate(dropped));
        changes.add(node.rebuild(pool, fewer));
      }
    } else if (node instanceof Apply apply) {
      changes.addAll(ofCall(apply));
    } else if (node instanceof Select select) {
      Expr yes = select.whenTrue();
      Expr no = select.whenFalse();
      changes.add(pool.select(select.condition(), no, yes));
      changes.add(select.whenTrue());
      changes.add(select.whenFalse());
    } else if (node instanceof Compare compare) {
      for (Compare.Relation relation : Compare.Relation.values()) {
        changes.add(pool.compare(relation, compare.left(), compare.right()));
      }
      changes.add(pool.compare(compare.relation(), compare.right(), compare.left()));
    }
    return changes;
  }

  private List<Expr> ofCall(Apply apply) {
    List<Expr> changes = new ArrayList<>(apply.arguments());
    FunctionTable.find(NEIGHBOURS.getOrDefault(apply.function().name(), "none"))
        .filter(other -> other.arity() == apply.arguments().size())
        .ifPresent(other -> changes.add(pool.apply(other, apply.arguments())));
    if (apply.arguments().size() == 2) {
      changes.add(pool.apply(apply.function(), apply.arguments().get(1), apply.arguments().get(0)));
    }
    return changes;
  }
}
