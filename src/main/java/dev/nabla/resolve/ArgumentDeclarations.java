package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The arguments of the subject as symbols: their sizes, and what is assumed about them. */
final class ArgumentDeclarations {
  private final ExprPool pool;
  private final DefinitionResolver definitions;
  private final Source source;
  private final Scope scope;
  private final List<Expr> assumptions = new ArrayList<>();
  private final Set<Symbol> symmetric = new LinkedHashSet<>();
  private int order;

  ArgumentDeclarations(Model model, DefinitionResolver definitions, Source source) {
    this.pool = model.pool();
    this.definitions = definitions;
    this.source = source;
    this.scope = definitions.globals().inner();
  }

  /** Where the arguments declared so far are known. */
  Scope scope() {
    return scope;
  }

  List<Expr> assumptions() {
    return List.copyOf(assumptions);
  }

  Set<Symbol> symmetric() {
    return Set.copyOf(symmetric);
  }

  /** Names the sizes: those that stand alone first, then those within others, as in 2*n. */
  void nameSizes(List<Definition.Argument> arguments) {
    List<Syntax> sizes = arguments.stream().flatMap(a -> a.shape().stream()).toList();
    sizes.forEach(
        size -> {
          if (size instanceof Syntax.Name name) {
            nameSize(name);
          }
        });
    sizes.forEach(this::nameSizesIn);
  }

  private void nameSizesIn(Syntax size) {
    if (size instanceof Syntax.Name name) {
      ExpressionResolver resolver = definitions.expressions(source, scope);
      Juxtaposer juxtaposer = new Juxtaposer(source, resolver::isValue, text -> false);
      if (juxtaposer.factors(name).size() == 1 && !resolver.isValue(name.text())) {
        nameSize(name);
      }
    } else if (size instanceof Syntax.Sum sum) {
      sum.addends().forEach(addend -> nameSizesIn(addend.term()));
    } else if (size instanceof Syntax.Term term) {
      nameSizesIn(term.first());
      term.steps().forEach(step -> nameSizesIn(step.operand()));
    } else if (size instanceof Syntax.Juxtaposition juxtaposition) {
      juxtaposition.factors().forEach(this::nameSizesIn);
    } else if (size instanceof Syntax.Power power) {
      nameSizesIn(power.base());
    } else if (size instanceof Syntax.Parentheses parentheses) {
      nameSizesIn(parentheses.inner());
    }
  }

  /** A size without a value becomes a symbol. */
  private void nameSize(Syntax.Name name) {
    if (scope.find(name.text()).isEmpty()) {
      Expr symbol = pool.element(new Symbol(name.text(), Symbol.Kind.DIMENSION, -1));
      scope.bind(name.text(), new Binding.Known(Value.scalar(symbol)));
    }
  }

  List<IndexedFunction.Argument> declare(List<Definition.Argument> arguments, Symbol.Kind kind) {
    List<IndexedFunction.Argument> declared = new ArrayList<>();
    for (Definition.Argument argument : arguments) {
      declared.add(declare(argument, kind));
    }
    return List.copyOf(declared);
  }

  private IndexedFunction.Argument declare(Definition.Argument argument, Symbol.Kind kind) {
    String name = argument.name().text();
    List<Expr> sizes = new ArrayList<>();
    for (Syntax size : argument.shape()) {
      sizes.add(size(size));
    }
    if (isSize(name)) {
      throw NablaException.at(
          source,
          argument.name().span(),
          "'" + name + "' is a size here and an argument too",
          "give one of them another name; a size is a number in expressions");
    }
    if (scope.bindsHere(name)) {
      throw NablaException.at(source, argument.name().span(), "'" + name + "' is declared twice");
    }
    Symbol symbol = new Symbol(name, kind, order++);
    Value value = DefinitionResolver.argument(pool, symbol, sizes);
    declareSymmetry(argument, symbol, sizes);
    scope.bind(name, new Binding.Known(value));
    // An assumption on an array is one on each element: its name stands for the element there.
    Scope elementScope = scope.inner();
    elementScope.bind(name, new Binding.Known(Value.scalar(value.body())));
    for (Syntax.Comparison assumption : argument.assumptions()) {
      assumptions.add(definitions.expressions(source, elementScope).condition(assumption));
    }
    return new IndexedFunction.Argument(symbol, List.copyOf(sizes));
  }

  private boolean isSize(String name) {
    return scope.find(name).orElse(null) instanceof Binding.Known known
        && known.value().body() instanceof Element element
        && element.symbol().kind() == Symbol.Kind.DIMENSION;
  }

  private void declareSymmetry(Definition.Argument argument, Symbol symbol, List<Expr> sizes) {
    if (argument.symmetry().isEmpty()) {
      return;
    }
    if (sizes.size() != 2 || sizes.get(0) != sizes.get(1)) {
      throw NablaException.at(
          source,
          argument.symmetry().get(),
          "only a square matrix can be symmetric: '" + symbol.name() + "' is not one",
          "write " + symbol.name() + "[n,n] symmetric");
    }
    if (symbol.kind() == Symbol.Kind.VARIABLE) {
      throw NablaException.at(
          source,
          argument.symmetry().get(),
          "a variable cannot be symmetric: its elements are differentiated one by one",
          "declare it as a parameter, behind ';', or write ("
              + symbol.name()
              + " + "
              + symbol.name()
              + "')/2 where it is used");
    }
    symmetric.add(symbol);
  }

  private Expr size(Syntax syntax) {
    Expr size = definitions.expressions(source, scope).resolveScalar(syntax, "a size");
    if (!DefinitionResolver.isSize(size) || !SubscriptResolver.isOfSizes(size)) {
      throw NablaException.at(
          source, syntax.span(), "a size is a whole number from 1, not " + Value.sizeText(size));
    }
    return size;
  }
}
