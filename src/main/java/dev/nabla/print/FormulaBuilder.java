package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import dev.nabla.expr.Visitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expression → {@link Formula}: the same mathematics with its signs, fractions and roots drawn out
 * and its operands in reading order. Nothing is simplified: reading the formula gives back the same
 * node.
 */
public final class FormulaBuilder {
  private final IndexNames indexNames;
  private final ReadingFacts facts = new ReadingFacts();
  private final TermOrder termOrder = new TermOrder(facts);
  private final Map<Expr, Formula> formulas = new HashMap<>();
  private final FormulaNumbers numbers;
  private final FormulaProducts products;
  private final Annotations annotations;
  private final Visitor<Formula> builder = new Builder();

  /**
   * A builder for expressions that are shown together.
   *
   * @param style how numbers are written
   * @param roots every expression that will be built: their indices get names together
   * @param reserved declared names, which no index may have
   */
  public FormulaBuilder(NumberStyle style, Collection<? extends Expr> roots, Set<String> reserved) {
    this.indexNames = IndexNames.choose(roots, reserved);
    this.numbers = new FormulaNumbers(style);
    this.products = new FormulaProducts(numbers, new FactorOrder(facts), formulas::get);
    this.annotations = Annotations.NONE;
    buildAll(Traversal.postOrder(List.copyOf(roots)));
  }

  private FormulaBuilder(FormulaBuilder other, Annotations annotations) {
    this.indexNames = other.indexNames;
    this.numbers = other.numbers;
    this.products = new FormulaProducts(numbers, new FactorOrder(facts), formulas::get);
    this.annotations = annotations;
  }

  /** A builder of annotated formulas; its indices have the same names. */
  public FormulaBuilder annotated(Annotations others) {
    return new FormulaBuilder(this, others);
  }

  /** The formula of one of the roots, or of a part of one. */
  public Formula build(Expr root) {
    if (!formulas.containsKey(root)) {
      buildAll(Traversal.postOrder(root));
    }
    return formulas.get(root);
  }

  private void buildAll(List<Expr> nodes) {
    for (Expr node : nodes) {
      if (!formulas.containsKey(node)) {
        facts.note(node);
        Formula formula = ofNode(node);
        boolean isMarked = annotations.marked().contains(node);
        formulas.put(node, isMarked ? new Formula.Marked(formula) : formula);
      }
    }
  }

  private Formula ofNode(Expr node) {
    Annotations.Pending pending = annotations.pending().get(node);
    return pending == null
        ? node.accept(builder)
        : new Formula.Partial(build(pending.variable()), build(pending.operand()));
  }

  private final class Builder implements Visitor<Formula> {
    private Formula of(Expr child) {
      return formulas.get(child);
    }

    private List<Formula> of(List<Expr> children) {
      return children.stream().map(formulas::get).toList();
    }

    @Override
    public Formula visitNum(Num num) {
      return numbers.signed(num.value());
    }

    @Override
    public Formula visitConstant(Constant constant) {
      return new Formula.NamedConstant(constant.name());
    }

    @Override
    public Formula visitIndex(Index index) {
      return new Formula.Name(indexNames.name(index));
    }

    @Override
    public Formula visitElement(Element element) {
      String name = element.symbol().name();
      return element.indices().isEmpty()
          ? new Formula.Name(name)
          : new Formula.Entry(name, of(element.indices()));
    }

    /** A leading minus reads badly: −x² + 1 is written 1 − x². */
    @Override
    public Formula visitSum(Sum sum) {
      List<Formula.Term> terms = new ArrayList<>(sum.terms().size());
      for (Expr term : termOrder.sorted(sum.terms())) {
        Formula formula = of(term);
        terms.add(
            formula instanceof Formula.Negation negation
                ? new Formula.Term(true, negation.operand())
                : new Formula.Term(false, formula));
      }
      if (terms.get(0).negative()) {
        for (int i = 1; i < terms.size(); i++) {
          if (!terms.get(i).negative()) {
            terms.add(0, terms.remove(i));
            break;
          }
        }
      }
      return new Formula.Addition(List.copyOf(terms));
    }

    @Override
    public Formula visitProduct(Product product) {
      return products.formula(product.factors());
    }

    @Override
    public Formula visitPower(Power power) {
      return products.formula(List.of(power));
    }

    @Override
    public Formula visitApply(Apply apply) {
      return new Formula.Call(apply.function(), of(apply.arguments()));
    }

    @Override
    public Formula visitSelect(Select select) {
      return new Formula.Cases(
          of(select.condition()), of(select.whenTrue()), of(select.whenFalse()));
    }

    @Override
    public Formula visitReduce(Reduce reduce) {
      return new Formula.Reduction(
          reduce.operation(),
          indexNames.name(reduce.index()),
          of(reduce.lower()),
          of(reduce.upper()),
          of(reduce.body()));
    }

    /** softmax(x)[i] of a whole named array, else with the indices of its axes. */
    @Override
    public Formula visitArrayApply(ArrayApply apply) {
      List<Formula> subscripts = of(apply.subscripts());
      if (apply.body() instanceof Element element && isWhole(apply, element)) {
        Formula array = new Formula.Name(element.symbol().name());
        return new Formula.ArrayCall(apply.function(), List.of(), array, subscripts);
      }
      List<Formula.IndexRange> ranges =
          apply.axes().stream()
              .map(
                  axis ->
                      new Formula.IndexRange(
                          indexNames.name(axis.index()), of(axis.lower()), of(axis.upper())))
              .toList();
      return new Formula.ArrayCall(apply.function(), ranges, of(apply.body()), subscripts);
    }

    /** Symbols know no sizes here; that an axis starts at 1 tells a whole array from a part. */
    private boolean isWhole(ArrayApply apply, Element element) {
      return element.indices().equals(apply.axes().stream().map(Axis::index).toList())
          && apply.axes().stream().allMatch(Axis::isWhole);
    }

    @Override
    public Formula visitDelta(Delta delta) {
      boolean areIndices = delta.left() instanceof Index && delta.right() instanceof Index;
      boolean turned =
          areIndices
              && indexNames
                      .name((Index) delta.left())
                      .compareTo(indexNames.name((Index) delta.right()))
                  > 0;
      return turned
          ? new Formula.Kronecker(of(delta.right()), of(delta.left()))
          : new Formula.Kronecker(of(delta.left()), of(delta.right()));
    }

    /** 0 &lt; x is written x &gt; 0: the number stands on the right. */
    @Override
    public Formula visitCompare(Compare compare) {
      Formula left = of(compare.left());
      Formula right = of(compare.right());
      boolean turned = isNumber(compare.left()) && !isNumber(compare.right());
      return switch (compare.relation()) {
        case LT ->
            turned
                ? new Formula.Relation(Formula.Sign.GREATER, right, left)
                : new Formula.Relation(Formula.Sign.LESS, left, right);
        case LE ->
            turned
                ? new Formula.Relation(Formula.Sign.GREATER_OR_EQUAL, right, left)
                : new Formula.Relation(Formula.Sign.LESS_OR_EQUAL, left, right);
        case EQ -> new Formula.Relation(Formula.Sign.EQUAL, left, right);
        case NE -> new Formula.Relation(Formula.Sign.UNEQUAL, left, right);
      };
    }

    private boolean isNumber(Expr expr) {
      return expr instanceof Num || expr instanceof Constant;
    }

    @Override
    public Formula visitLogic(Logic logic) {
      return new Formula.Connection(logic.connective(), of(logic.operands()));
    }
  }
}
