package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.NumberTooLargeException;
import dev.nabla.expr.Rational;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link Syntax} → {@link Value}, within the names of one scope. */
final class ExpressionResolver {
  private final Model model;
  private final ExprPool pool;
  private final Source source;
  private final Scope scope;
  private final Calls calls;
  private final Juxtaposer juxtaposer;
  private final PowerResolver powers;

  ExpressionResolver(Model model, Source source, Scope scope, Calls calls) {
    this.model = model;
    this.pool = model.pool();
    this.source = source;
    this.scope = scope;
    this.calls = calls;
    this.juxtaposer = new Juxtaposer(source, this::isValue, calls::isFunction);
    this.powers = new PowerResolver(this, model, juxtaposer);
  }

  Source source() {
    return source;
  }

  PowerResolver powers() {
    return powers;
  }

  Scope scope() {
    return scope;
  }

  ExpressionResolver in(Scope inner) {
    return new ExpressionResolver(model, source, inner, calls);
  }

  /** Whether the name is a value here: declared names first, then π and e. */
  boolean isValue(String name) {
    return scope.find(name).isPresent()
        || (!calls.isDeclaredFunction(name) && constant(name).isPresent());
  }

  static Optional<Constant.Name> constant(String name) {
    return switch (name) {
      case "pi", "π" -> Optional.of(Constant.Name.PI);
      case "e" -> Optional.of(Constant.Name.E);
      default -> Optional.empty();
    };
  }

  NablaException error(Span span, String message) {
    return NablaException.at(source, span, message);
  }

  NablaException error(Span span, String message, String hint) {
    return NablaException.at(source, span, message, hint);
  }

  /** A number or an array of numbers. */
  Value resolve(Syntax syntax) {
    model.nesting().enter(source, syntax.span());
    try {
      return product(syntax);
    } catch (NumberTooLargeException tooLarge) {
      throw error(syntax.span(), tooLarge.getMessage(), "keep exact numbers below 1e2000");
    } finally {
      model.nesting().leave();
    }
  }

  private Value product(Syntax syntax) {
    List<Syntax> factors = juxtaposer.factors(syntax);
    Value result = resolveFactor(factors.get(0));
    for (Syntax factor : factors.subList(1, factors.size())) {
      Value next = resolveFactor(factor);
      result = model.arrays().multiply(source, result, next, syntax.span());
    }
    return result;
  }

  /** A scalar; {@code what} names it in the message otherwise. */
  Expr resolveScalar(Syntax syntax, String what) {
    Value value = resolve(syntax);
    if (!value.isScalar()) {
      throw error(syntax.span(), what + " must be a scalar, not " + value.describe());
    }
    return value.body();
  }

  private Value resolveFactor(Syntax syntax) {
    if (syntax instanceof Syntax.Literal literal) {
      return Value.scalar(literal(literal));
    } else if (syntax instanceof Syntax.Name name) {
      return name(name);
    } else if (syntax instanceof Syntax.Parentheses parentheses) {
      return resolve(parentheses.inner());
    } else if (syntax instanceof Syntax.Call call) {
      return calls.call(this, call);
    } else if (syntax instanceof Syntax.Sum sum) {
      return sum(sum);
    } else if (syntax instanceof Syntax.Term term) {
      return new Terms(this, model, juxtaposer).resolve(term);
    } else if (syntax instanceof Syntax.Negation negation) {
      Value operand = resolve(negation.operand());
      return operand.withBody(pool.negate(number(operand, negation.operand().span())));
    } else if (syntax instanceof Syntax.Power power) {
      return powers.resolve(power);
    } else if (syntax instanceof Syntax.SquareRoot root) {
      return powers.root(root);
    } else if (syntax instanceof Syntax.Subscript subscript) {
      return new SubscriptResolver(this, model).resolve(subscript);
    } else if (syntax instanceof Syntax.Transpose transpose) {
      return model.arrays().transpose(source, resolve(transpose.base()), transpose.span());
    } else if (syntax instanceof Syntax.Array array) {
      return array(array);
    } else if (syntax instanceof Syntax.Conditional conditional) {
      return conditional(conditional);
    } else if (syntax instanceof Syntax.Range range) {
      throw error(
          range.span(), "a range stands only in sum, prod, max and min", "write sum(i = 1..n, …)");
    }
    if (syntax instanceof Syntax.WholeAxis) {
      throw error(syntax.span(), "':' stands only for an index, as in A[i, :]");
    }
    throw error(
        syntax.span(), "a condition is not a number", "write if … then 1 else 0 for its indicator");
  }

  private Expr literal(Syntax.Literal literal) {
    Rational value = Literals.value(source, literal);
    if (!literal.text().chars().allMatch(Character::isDigit)) {
      model.written().putIfAbsent(value, literal.text());
    }
    return pool.num(value);
  }

  private Value name(Syntax.Name name) {
    Optional<Binding> binding = scope.find(name.text());
    if (binding.isPresent()) {
      return bound(name, binding.get());
    }
    if (calls.isDeclaredFunction(name.text())) {
      throw calls.bareFunction(this, name);
    }
    Optional<Constant.Name> constant = constant(name.text());
    if (constant.isPresent()) {
      return Value.scalar(pool.constant(constant.get()));
    }
    if (name.text().equals("eye")) {
      return new ConstantArrays(model).identity(this, name);
    }
    if (calls.isFunction(name.text())) {
      throw calls.bareFunction(this, name);
    }
    throw new UndeclaredName(this, calls, name).error();
  }

  private Value bound(Syntax.Name name, Binding binding) {
    if (binding instanceof Binding.Known known) {
      return known.value();
    }
    if (binding instanceof Binding.IndexName index) {
      return Value.scalar(index.index());
    }
    Binding.Deferred deferred = (Binding.Deferred) binding;
    if (deferred.isActive()) {
      throw error(name.span(), "'" + name.text() + "' is defined by itself");
    }
    return deferred.value();
  }

  private Value sum(Syntax.Sum sum) {
    List<Value> values = new ArrayList<>(sum.addends().size());
    List<Span> spans = new ArrayList<>(sum.addends().size());
    for (Syntax.Addend addend : sum.addends()) {
      Value value = resolve(addend.term());
      Expr body = number(value, addend.term().span());
      values.add(addend.negative() ? value.withBody(pool.negate(body)) : value);
      spans.add(addend.term().span());
    }
    return model.arrays().elementwise(source, "sum", values, spans, pool::sum);
  }

  private Value array(Syntax.Array array) {
    List<Value> rows = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (List<Syntax> row : array.rows()) {
      List<Value> elements = row.stream().map(this::resolve).toList();
      List<Span> places = row.stream().map(Syntax::span).toList();
      rows.add(stack(elements, places));
      spans.add(places.get(0).to(places.get(places.size() - 1)));
    }
    return rows.size() == 1 ? rows.get(0) : stack(rows, spans);
  }

  private Value stack(List<Value> elements, List<Span> spans) {
    List<Value> plain = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Value element = elements.get(i);
      number(element, spans.get(i));
      if (!model.equality().equal(element.sizes(), elements.get(0).sizes())) {
        throw error(
            spans.get(i),
            "the parts of an array must have one shape: this is "
                + element.describe()
                + ", the first is "
                + elements.get(0).describe());
      }
      plain.add(new Value(element.sizes(), element.body()));
    }
    return model.arrays().stack(plain);
  }

  private Value conditional(Syntax.Conditional conditional) {
    Expr condition = condition(conditional.condition());
    // What a condition on indices or sizes excludes need not exist.
    boolean guards = SubscriptResolver.isDecidedBySizes(condition);
    if (guards) {
      model.enterGuard();
    }
    int before = model.vanished().count();
    Value whenTrue = resolve(conditional.whenTrue());
    model.vanished().restrict(before, condition, true);
    int between = model.vanished().count();
    Value whenFalse = resolve(conditional.whenFalse());
    model.vanished().restrict(between, condition, false);
    if (guards) {
      model.leaveGuard();
    }
    return model
        .arrays()
        .elementwise(
            source,
            "the branches",
            List.of(whenTrue, whenFalse),
            List.of(conditional.whenTrue().span(), conditional.whenFalse().span()),
            bodies -> pool.select(condition, bodies.get(0), bodies.get(1)));
  }

  Expr condition(Syntax syntax) {
    return new ConditionResolver(this, pool).resolve(syntax);
  }

  /** The body of a value that must be a number. */
  Expr number(Value value, Span span) {
    if (value.body() instanceof Compare || value.body() instanceof Logic) {
      throw error(span, "a condition is not a number");
    }
    return value.body();
  }

  String text(Span span) {
    return source.text().substring(span.start(), Math.min(span.end(), source.text().length()));
  }
}
