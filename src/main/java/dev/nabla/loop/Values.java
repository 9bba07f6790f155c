package dev.nabla.loop;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Function;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Visitor;
import dev.nabla.function.FunctionTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Expressions as statements that compute them; a visit yields the register of the value.
 *
 * <p>Each value is computed once, in the outermost block where its indices are known and its
 * evaluation is allowed.
 */
final class Values implements Visitor<Integer> {
  private final NestBuilder nest;
  private final Functions functions;
  private final Addresses addresses;
  private final Conditions conditions;
  private final Products products;

  Values(NestBuilder nest, Places places, Packing packing, Functions functions) {
    this.nest = nest;
    this.functions = functions;
    this.addresses = new Addresses(nest, places, packing, this);
    this.conditions = new Conditions(nest, this);
    this.products = new Products(nest, this);
  }

  Addresses addresses() {
    return addresses;
  }

  Conditions conditions() {
    return conditions;
  }

  /** The register of the value. Operands come first, so that depth is no matter of the stack. */
  int number(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (isKnown(node)) {
        open.pop();
      } else if (pushMissing(node, open)) {
        open.pop();
        compute(node);
      }
    }
    return nest.current().find(root).orElseThrow();
  }

  private void compute(Expr node) {
    Scope home = nest.home(node);
    int register = nest.at(home, () -> rowElement(node).orElseGet(() -> node.accept(this)));
    home.remember(node, register);
  }

  /** The value of a reduction that was accumulated in a row before. */
  private Optional<Integer> rowElement(Expr node) {
    return nest.current()
        .find(new RowKey(node))
        .map(
            array -> {
              Index index = nest.current().innermostIndex().orElseThrow();
              return load(array, Affine.register(nest.indices().register(index)).plus(-1));
            });
  }

  private int load(int array, Affine position) {
    int target = nest.newDouble();
    nest.add(new Statement.Load(target, array, position));
    return target;
  }

  private boolean isKnown(Expr node) {
    return nest.current().find(node).isPresent();
  }

  private boolean pushMissing(Expr node, Deque<Expr> open) {
    boolean complete = true;
    for (Expr operand : operands(node)) {
      if (!isKnown(operand)) {
        open.push(operand);
        complete = false;
      }
    }
    return complete;
  }

  /** The operands that are needed in any case, and as numbers. */
  List<Expr> operands(Expr node) {
    if (node instanceof Product product) {
      return products.operands(product);
    }
    if (node instanceof Power power) {
      return Products.isChain(power) ? List.of(power.base()) : power.children();
    }
    if (node instanceof Sum sum) {
      return sum.terms().stream().map(products::withoutSign).toList();
    }
    return node instanceof Apply ? node.children() : List.of();
  }

  @Override
  public Integer visitNum(Num num) {
    return nest.constant(num.value().doubleValue());
  }

  @Override
  public Integer visitConstant(Constant constant) {
    return nest.constant(constant.name().value());
  }

  @Override
  public Integer visitIndex(Index index) {
    return toDouble(Affine.register(nest.indices().register(index)));
  }

  private int toDouble(Affine value) {
    int target = nest.newDouble();
    nest.add(new Statement.ToDouble(target, value));
    return target;
  }

  @Override
  public Integer visitElement(Element element) {
    Addresses.Address address = addresses.of(element);
    return load(address.array(), address.position());
  }

  /** The terms with a minus sign are subtracted; a first term without one comes first. */
  @Override
  public Integer visitSum(Sum sum) {
    List<Expr> added = new ArrayList<>();
    List<Expr> subtracted = new ArrayList<>();
    for (Expr term : sum.terms()) {
      (products.withoutSign(term) == term ? added : subtracted).add(term);
    }
    if (added.isEmpty()) {
      return nest.compute(Operation.NEGATE, total(subtracted), 0);
    }
    int total = total(added);
    for (Expr term : subtracted) {
      total = nest.compute(Operation.SUBTRACT, total, number(products.withoutSign(term)));
    }
    return total;
  }

  private int total(List<Expr> terms) {
    return Trees.combine(
        terms.stream().map(term -> number(products.withoutSign(term))).toList(),
        (a, b) -> nest.compute(Operation.ADD, a, b));
  }

  @Override
  public Integer visitProduct(Product product) {
    return products.lower(product);
  }

  @Override
  public Integer visitPower(Power power) {
    if (Products.isChain(power)) {
      return products.chain(power);
    }
    if (power.base() instanceof Constant constant && constant.name() == Constant.Name.E) {
      return call(FunctionTable.get("exp"), List.of(number(power.exponent())));
    }
    return nest.compute(Operation.POWER, number(power.base()), number(power.exponent()));
  }

  @Override
  public Integer visitApply(Apply apply) {
    List<Integer> arguments = apply.arguments().stream().map(this::number).toList();
    String name = apply.function().name();
    return name.equals("sqrt")
        ? nest.compute(Operation.SQUARE_ROOT, arguments.get(0), arguments.get(0))
        : call(apply.function(), arguments);
  }

  private int call(Function function, List<Integer> arguments) {
    int target = nest.newDouble();
    nest.add(new Statement.Call(target, functions.position(function), arguments));
    return target;
  }

  @Override
  public Integer visitSelect(Select select) {
    int condition = conditions.condition(select.condition());
    int target = nest.newDouble();
    nest.branch(
        condition,
        () -> nest.copy(target, number(select.whenTrue())),
        () -> nest.copy(target, number(select.whenFalse())));
    return target;
  }

  @Override
  public Integer visitReduce(Reduce reduce) {
    Facts.Opened opened = nest.facts().open(reduce);
    Affine lower = addresses.integer(opened.lower());
    Affine upper = addresses.integer(opened.upper());
    int total = nest.newDouble();
    nest.copy(total, identity(opened.operation()));
    nest.loop(
        opened.index(),
        lower,
        upper,
        () -> accumulate(opened.operation(), total, number(opened.body())));
    return total;
  }

  /** total := total ∘ value. */
  void accumulate(Reduce.Operation operation, int total, int value) {
    nest.add(new Statement.Compute(total, combination(operation), total, value));
  }

  static Operation combination(Reduce.Operation operation) {
    return switch (operation) {
      case SUM -> Operation.ADD;
      case PRODUCT -> Operation.MULTIPLY;
      case MAX -> Operation.MAXIMUM;
      case MIN -> Operation.MINIMUM;
    };
  }

  /** The register of the value of the empty reduction. */
  int identity(Reduce.Operation operation) {
    return nest.constant(
        switch (operation) {
          case SUM -> 0;
          case PRODUCT -> 1;
          case MAX -> Double.NEGATIVE_INFINITY;
          case MIN -> Double.POSITIVE_INFINITY;
        });
  }

  @Override
  public Integer visitArrayApply(ArrayApply application) {
    return number(nest.facts().formula(application));
  }

  @Override
  public Integer visitDelta(Delta delta) {
    int equal = conditions.compareIntegers(Compare.Relation.EQ, delta.left(), delta.right());
    return toDouble(Affine.register(equal));
  }

  @Override
  public Integer visitCompare(Compare compare) {
    throw new IllegalArgumentException("the condition " + compare + " stands where a number must");
  }

  @Override
  public Integer visitLogic(Logic logic) {
    throw new IllegalArgumentException("the condition " + logic + " stands where a number must");
  }

  /** Names the row of a reduction among what a block knows. */
  record RowKey(Expr reduction) {}
}
