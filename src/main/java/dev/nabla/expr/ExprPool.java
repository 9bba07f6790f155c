package dev.nabla.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Makes the nodes of one model, each structure once: within a pool, equal expressions are {@code
 * ==}.
 *
 * <p>The pool canonicalises (flattens, sorts, collects like terms and powers, computes exactly with
 * numbers); it never expands a product. Not thread-safe.
 */
public final class ExprPool {
  private Expr[] table = new Expr[1 << 10];
  private int size;
  private long requests;
  private final Expr zero = num(Rational.ZERO);
  private final Expr one = num(Rational.ONE);
  private final Expr minusOne = num(Rational.MINUS_ONE);
  private final Expr truth = internLogic(Logic.Connective.AND, List.of());
  private final Expr falsehood = internLogic(Logic.Connective.OR, List.of());
  private Optional<Consumer<Expr>> leftOut = Optional.empty();

  /** The number of nodes made so far; every id is smaller. */
  public int size() {
    return size;
  }

  /** How many nodes were asked for so far, new or known: a measure of work. */
  public long requests() {
    return requests;
  }

  /**
   * Who is told what canonical forms do without though it may lack a value: u of 0·u, of u − u, of
   * u⁰ and of 1ᵘ. Empty for nobody.
   */
  public void onLeftOut(Optional<Consumer<Expr>> listener) {
    leftOut = listener;
  }

  void leaveOut(Expr expr) {
    leftOut.ifPresent(listener -> listener.accept(expr));
  }

  // ---- leaves

  public Expr zero() {
    return zero;
  }

  public Expr one() {
    return one;
  }

  public Expr num(Rational value) {
    return intern(id -> new Num(id, value));
  }

  public Expr num(long value) {
    return num(Rational.of(value));
  }

  public Expr constant(Constant.Name name) {
    return intern(id -> new Constant(id, name));
  }

  /** The free index called {@code name}. */
  public Index index(String name) {
    return index(name, 0);
  }

  Index index(String name, int binder) {
    return (Index) intern(id -> new Index(id, name, binder));
  }

  /** The scalar symbol, which has no indices. */
  public Expr element(Symbol symbol) {
    return element(symbol, List.of());
  }

  /** symbol[indices]. */
  public Expr element(Symbol symbol, List<Expr> indices) {
    List<Expr> copy = List.copyOf(indices);
    return intern(id -> new Element(id, symbol, copy));
  }

  // ---- arithmetic

  /** Σ terms; 0 if there are none. */
  public Expr sum(Collection<Expr> terms) {
    return new Sums(this).of(terms);
  }

  public Expr sum(Expr... terms) {
    return sum(Arrays.asList(terms));
  }

  /** left − right. */
  public Expr subtract(Expr left, Expr right) {
    return sum(left, negate(right));
  }

  public Expr negate(Expr expr) {
    return scale(Rational.MINUS_ONE, expr);
  }

  /** ∏ factors; 1 if there are none. */
  public Expr product(Collection<Expr> factors) {
    return new Products(this).of(factors);
  }

  public Expr product(Expr... factors) {
    return product(Arrays.asList(factors));
  }

  /** numerator · denominator⁻¹. */
  public Expr divide(Expr numerator, Expr denominator) {
    return product(numerator, reciprocal(denominator));
  }

  /** expr⁻¹. */
  public Expr reciprocal(Expr expr) {
    return power(expr, minusOne);
  }

  public Expr power(Expr base, Expr exponent) {
    return new Powers(this).of(base, exponent);
  }

  public Expr power(Expr base, long exponent) {
    return power(base, num(exponent));
  }

  /** √expr, which is expr^(1/2). */
  public Expr sqrt(Expr expr) {
    return power(expr, num(Rational.HALF));
  }

  /** factor · expr; the numeric coefficient of a product is multiplied, nothing is expanded. */
  public Expr scale(Rational factor, Expr expr) {
    if (expr instanceof Num num) {
      return num(num.value().multiply(factor));
    }
    if (factor.isZero()) {
      leaveOut(expr);
      return zero;
    }
    if (expr instanceof Product product && product.factors().get(0) instanceof Num num) {
      Rational coefficient = num.value().multiply(factor);
      Expr rest = withoutCoefficient(product);
      return coefficient.isOne() ? rest : withCoefficient(coefficient, rest);
    }
    return factor.isOne() ? expr : withCoefficient(factor, expr);
  }

  private Expr withCoefficient(Rational coefficient, Expr rest) {
    if (rest instanceof Product product) {
      Expr[] factors = new Expr[product.factors().size() + 1];
      factors[0] = num(coefficient);
      for (int i = 1; i < factors.length; i++) {
        factors[i] = product.factors().get(i - 1);
      }
      return internProduct(List.of(factors));
    }
    return internProduct(List.of(num(coefficient), rest));
  }

  /** The product of all factors but the number in front. */
  public Expr withoutCoefficient(Product product) {
    List<Expr> factors = product.factors();
    if (!(factors.get(0) instanceof Num)) {
      return product;
    }
    return factors.size() == 2
        ? factors.get(1)
        : internProduct(List.copyOf(factors.subList(1, factors.size())));
  }

  // ---- functions, conditions, indices

  public Expr apply(Function function, List<Expr> arguments) {
    if (function.arity() != arguments.size()) {
      throw new IllegalArgumentException(
          function.name() + " takes " + function.arity() + " arguments, not " + arguments.size());
    }
    List<Expr> copy = List.copyOf(arguments);
    return intern(id -> new Apply(id, function, copy));
  }

  public Expr apply(Function function, Expr... arguments) {
    return apply(function, Arrays.asList(arguments));
  }

  /** if condition then whenTrue else whenFalse. */
  public Expr select(Expr condition, Expr whenTrue, Expr whenFalse) {
    if (condition == truth || whenTrue == whenFalse) {
      return whenTrue;
    }
    if (condition == falsehood) {
      return whenFalse;
    }
    return intern(id -> new Select(id, condition, whenTrue, whenFalse));
  }

  /** The condition that always holds. */
  public Expr truth() {
    return truth;
  }

  /** The condition that never holds. */
  public Expr falsehood() {
    return falsehood;
  }

  public Expr compare(Compare.Relation relation, Expr left, Expr right) {
    if (left instanceof Num a && right instanceof Num b) {
      return relation.holds(a.value().compareTo(b.value())) ? truth : falsehood;
    }
    return intern(id -> new Compare(id, relation, left, right));
  }

  public Expr logic(Logic.Connective connective, List<Expr> operands) {
    return new Conditions(this).of(connective, operands);
  }

  public Expr not(Expr condition) {
    return logic(Logic.Connective.NOT, List.of(condition));
  }

  /** δ(left, right): 1 where two index expressions are equal, else 0. */
  public Expr delta(Expr left, Expr right) {
    // Term by term, so that i − (i + 1) is a number as (i + 1) − i is.
    List<Expr> terms = new ArrayList<>(List.of(left));
    for (Expr term : right instanceof Sum sum ? sum.terms() : List.of(right)) {
      terms.add(negate(term));
    }
    if (sum(terms) instanceof Num num) {
      return num.value().isZero() ? one : zero;
    }
    boolean ordered = CanonicalOrder.INSTANCE.compare(left, right) < 0;
    return intern(id -> new Delta(id, ordered ? left : right, ordered ? right : left));
  }

  /**
   * The reduction of {@code body} over index = lower..upper. The index, free or bound, is renamed
   * to the height of the body.
   */
  public Expr reduce(Reduce.Operation operation, Index index, Expr lower, Expr upper, Expr body) {
    Index bound = index("", body.height() + 1);
    Expr renamed = bound == index ? body : new Substitution(this, index, bound).apply(body);
    return intern(id -> new Reduce(id, operation, bound, lower, upper, renamed));
  }

  /**
   * function(a)[subscripts], where a has the element {@code body} at the indices of its axes; they
   * are renamed to the heights above the body.
   */
  public Expr arrayApply(
      ArrayFunction function, List<Axis> axes, Expr body, List<Expr> subscripts) {
    if (axes.size() != function.argumentRank() || subscripts.size() != function.resultRank()) {
      throw new IllegalArgumentException(function.text() + " of a wrong number of axes");
    }
    Map<Expr, Expr> renaming = new HashMap<>();
    List<Expr> children = new ArrayList<>();
    for (int d = 0; d < axes.size(); d++) {
      Axis axis = axes.get(d);
      Index bound = index("", body.height() + d + 1);
      renaming.put(axis.index(), bound);
      children.addAll(List.of(bound, axis.lower(), axis.upper()));
    }
    children.add(new Substitution(this, renaming).apply(body));
    children.addAll(subscripts);
    List<Expr> copy = List.copyOf(children);
    return intern(id -> new ArrayApply(id, function, copy));
  }

  // ---- interning

  Expr internSum(List<Expr> terms) {
    List<Expr> copy = List.copyOf(terms);
    return intern(id -> new Sum(id, copy));
  }

  Expr internProduct(List<Expr> factors) {
    List<Expr> copy = List.copyOf(factors);
    return intern(id -> new Product(id, copy));
  }

  Expr internPower(Expr base, Expr exponent) {
    return intern(id -> new Power(id, base, exponent));
  }

  Expr internLogic(Logic.Connective connective, List<Expr> operands) {
    List<Expr> copy = List.copyOf(operands);
    return intern(id -> new Logic(id, connective, copy));
  }

  /** A power whose exponent was collected from factors, so that it is canonical already. */
  Expr collectedPower(Expr base, Expr exponent) {
    return exponent == one ? base : internPower(base, exponent);
  }

  private Expr intern(IntFunction<Expr> maker) {
    requests++;
    Expr candidate = maker.apply(size);
    int mask = table.length - 1;
    int slot = candidate.hashCode() & mask;
    while (table[slot] != null) {
      if (table[slot].sameStructure(candidate)) {
        return table[slot];
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = candidate;
    size++;
    if (size * 2 > table.length) {
      grow();
    }
    return candidate;
  }

  private void grow() {
    Expr[] old = table;
    table = new Expr[old.length * 2];
    int mask = table.length - 1;
    for (Expr expr : old) {
      if (expr != null) {
        int slot = expr.hashCode() & mask;
        while (table[slot] != null) {
          slot = (slot + 1) & mask;
        }
        table[slot] = expr;
      }
    }
  }
}
