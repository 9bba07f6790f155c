package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
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

  ExpressionResolver(Model model, Source source, Scope scope, Calls calls) {
    this.model = model;
    this.pool = model.pool();
    this.source = source;
    this.scope = scope;
    this.calls = calls;
    this.juxtaposer = new Juxtaposer(source, this::isValue, calls::isFunction);
  }

  Source source() {
    return source;
  }

  Scope scope() {
    return scope;
  }

  ExpressionResolver in(Scope inner) {
    return new ExpressionResolver(model, source, inner, calls);
  }

  /** Whether the name is a value here: declared names first, then π and e. */
  private boolean isValue(String name) {
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
    Value value = product(syntax);
    model.nesting().leave();
    return value;
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
      return power(power);
    } else if (syntax instanceof Syntax.SquareRoot root) {
      return squareRoot(root);
    } else if (syntax instanceof Syntax.Subscript subscript) {
      return subscript(subscript);
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
    if (calls.isFunction(name.text())) {
      throw calls.bareFunction(this, name);
    }
    throw calls.undeclared(this, name);
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

  private Value power(Syntax.Power power) {
    Value base = resolve(power.base());
    if (!base.isScalar() && isTransposeMark(power)) {
      return model.arrays().transpose(source, base, power.span());
    }
    List<Syntax> exponentFactors = juxtaposer.factors(power.exponent());
    if (exponentFactors.size() > 1) {
      String text = text(power.exponent().span());
      throw error(
          power.exponent().span(),
          "'"
              + text(power.span())
              + "' can be read with all of '"
              + text
              + "' as the exponent, or only its first factor",
          "write ^(" + text + ") or a * between the factors");
    }
    Value exponent = resolve(power.exponent());
    if (!base.isScalar() && !power.elementwise()) {
      return model.arrays().matrixPower(source, base, exponent.body(), power.span());
    }
    Span span = power.span();
    if (base.body() instanceof Num b
        && b.value().isZero()
        && exponent.body() instanceof Num n
        && n.value().signum() < 0) {
      throw error(span, "division by zero: a negative power of 0");
    }
    return model
        .arrays()
        .elementwise(
            source,
            "power",
            List.of(base, exponent),
            List.of(power.base().span(), power.exponent().span()),
            bodies -> powerOf(bodies.get(0), bodies.get(1)));
  }

  private boolean isTransposeMark(Syntax.Power power) {
    return power.exponent() instanceof Syntax.Name name
        && name.text().equals("T")
        && scope.find("T").isEmpty();
  }

  /** e^x is exp(x), so that it has one form. */
  private Expr powerOf(Expr base, Expr exponent) {
    if (base instanceof Constant constant && constant.name() == Constant.Name.E) {
      return exponent == pool.one() ? base : pool.apply(FunctionTable.get("exp"), exponent);
    }
    return pool.power(base, exponent);
  }

  private Value squareRoot(Syntax.SquareRoot root) {
    List<Syntax> factors = juxtaposer.factors(root.operand());
    if (factors.size() > 1 && !(root.operand() instanceof Syntax.Call)) {
      String text = text(root.operand().span());
      throw error(
          root.span(),
          "it is not clear how far this root reaches",
          "write √(" + text + ") or put a * behind its operand");
    }
    Value operand = resolve(root.operand());
    return operand.withBody(pool.sqrt(number(operand, root.operand().span())));
  }

  private Value subscript(Syntax.Subscript subscript) {
    Value base = resolve(subscript.base());
    if (base.rank() != subscript.indices().size()) {
      throw error(
          subscript.span(),
          base.describe()
              + " takes "
              + base.rank()
              + " indices, not "
              + subscript.indices().size());
    }
    List<Expr> indices = new ArrayList<>();
    for (int d = 0; d < base.rank(); d++) {
      indices.add(index(subscript.indices().get(d), base.sizes().get(d)));
    }
    return Value.scalar(model.arrays().at(base, indices));
  }

  private Expr index(Syntax syntax, Expr size) {
    if (syntax instanceof Syntax.Name name
        && scope.find(name.text()).orElse(null) instanceof Binding.IndexName index
        && !index.runsOver(size, syntax.span())) {
      throw error(
          syntax.span(),
          "index '"
              + name.text()
              + "' runs over sizes "
              + Value.sizeText(index.size().get())
              + " and "
              + Value.sizeText(size),
          "sizes must be equal, or write the range: " + name.text() + " = 1.." + "…");
    }
    Expr index = resolveScalar(syntax, "an index");
    if (!isIntegral(index)) {
      throw error(syntax.span(), "an index is an integer made of indices, sizes and whole numbers");
    }
    if (index instanceof Num i
        && (i.value().signum() <= 0
            || (size instanceof Num n && i.value().compareTo(n.value()) > 0))) {
      throw error(
          syntax.span(),
          "index " + i.value() + " is outside 1.." + Value.sizeText(size),
          "indices start at 1");
    }
    return index;
  }

  private static boolean isIntegral(Expr index) {
    for (Expr node : Traversal.postOrder(index)) {
      boolean leaf =
          node instanceof Index
              || (node instanceof Num num && num.value().isInteger())
              || (node instanceof Element element
                  && element.symbol().kind() == Symbol.Kind.DIMENSION);
      boolean inner =
          node instanceof Sum
              || node instanceof Product
              || (node instanceof Power power && power.hasIntegerExponent());
      if (!leaf && !inner) {
        return false;
      }
    }
    return true;
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
      if (!element.sizes().equals(elements.get(0).sizes())) {
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
    Value whenTrue = resolve(conditional.whenTrue());
    Value whenFalse = resolve(conditional.whenFalse());
    return model
        .arrays()
        .elementwise(
            source,
            "the branches",
            List.of(whenTrue, whenFalse),
            List.of(conditional.whenTrue().span(), conditional.whenFalse().span()),
            bodies -> pool.select(condition, bodies.get(0), bodies.get(1)));
  }

  /** A condition on scalars. */
  Expr condition(Syntax syntax) {
    if (syntax instanceof Syntax.Parentheses parentheses) {
      return condition(parentheses.inner());
    }
    if (syntax instanceof Syntax.Comparison comparison) {
      return comparison(comparison);
    }
    if (syntax instanceof Syntax.Logic logic) {
      List<Expr> operands = logic.operands().stream().map(this::condition).toList();
      return pool.logic(
          switch (logic.connective()) {
            case AND -> Logic.Connective.AND;
            case OR -> Logic.Connective.OR;
            case NOT -> Logic.Connective.NOT;
          },
          operands);
    }
    if (syntax instanceof Syntax.Name name && scope.find(name.text()).isEmpty()) {
      if (name.text().equals("true")) {
        return pool.truth();
      }
      if (name.text().equals("false")) {
        return pool.falsehood();
      }
    }
    throw error(syntax.span(), "a condition is expected here", "write a comparison such as x > 0");
  }

  private Expr comparison(Syntax.Comparison comparison) {
    List<Expr> operands = new ArrayList<>();
    for (Syntax operand : comparison.operands()) {
      operands.add(resolveScalar(operand, "a side of a comparison"));
    }
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < comparison.relations().size(); i++) {
      Expr left = operands.get(i);
      Expr right = operands.get(i + 1);
      parts.add(
          switch (comparison.relations().get(i)) {
            case LESS -> pool.compare(Compare.Relation.LT, left, right);
            case LESS_OR_EQUAL -> pool.compare(Compare.Relation.LE, left, right);
            case GREATER -> pool.compare(Compare.Relation.LT, right, left);
            case GREATER_OR_EQUAL -> pool.compare(Compare.Relation.LE, right, left);
            case EQUAL -> pool.compare(Compare.Relation.EQ, left, right);
            case UNEQUAL -> pool.compare(Compare.Relation.NE, left, right);
          });
    }
    return pool.logic(Logic.Connective.AND, parts);
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
