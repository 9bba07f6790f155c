package dev.nabla.parse;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Program;
import dev.nabla.ast.StatedDerivative;
import dev.nabla.ast.StatedRule;
import dev.nabla.ast.Syntax;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parse tree of a file → {@link Program}. */
final class ProgramBuilder {
  private final Source source;
  private final SyntaxBuilder syntax;

  ProgramBuilder(Source source) {
    this.source = source;
    this.syntax = new SyntaxBuilder(source);
  }

  Program program(NablaParser.FileContext context) {
    List<Program.Dimension> dimensions = new ArrayList<>();
    List<Definition> definitions = new ArrayList<>();
    List<StatedDerivative> derivatives = new ArrayList<>();
    List<StatedRule> rules = new ArrayList<>();
    for (NablaParser.StatementContext statement : context.statement()) {
      if (statement instanceof NablaParser.DimensionsContext sizes) {
        for (NablaParser.SizeContext size : sizes.size()) {
          dimensions.add(
              new Program.Dimension(name(size.name()), syntax.expression(size.expression())));
        }
      } else if (statement instanceof NablaParser.FunctionContext function) {
        definitions.add(function(function));
      } else if (statement instanceof NablaParser.NamedValueContext value) {
        definitions.add(namedValue(value));
      } else if (statement instanceof NablaParser.StatedDerivativeContext stated) {
        derivatives.add(derivative(stated));
      } else if (statement instanceof NablaParser.StatedRuleContext stated) {
        rules.add(rule(stated));
      }
    }
    return new Program(
        source,
        List.copyOf(dimensions),
        List.copyOf(definitions),
        List.copyOf(derivatives),
        List.copyOf(rules));
  }

  /** The first name is the function's; one behind {@code in} is the last. */
  private StatedDerivative derivative(NablaParser.StatedDerivativeContext context) {
    List<Syntax.Name> names = context.name().stream().map(this::name).toList();
    int end = context.IN() == null ? names.size() : names.size() - 1;
    return new StatedDerivative(
        syntax.span(context),
        names.get(0),
        names.subList(1, end),
        context.IN() == null ? Optional.empty() : Optional.of(names.get(end)),
        syntax.expression(context.expression()));
  }

  private StatedRule rule(NablaParser.StatedRuleContext context) {
    List<Syntax> parts = syntax.expressions(context.expression());
    return new StatedRule(
        syntax.span(context),
        new Syntax.Name(syntax.span(context.ruleName()), context.ruleName().getText()),
        parts.get(0),
        parts.get(1),
        List.copyOf(parts.subList(2, parts.size())));
  }

  private Definition function(NablaParser.FunctionContext context) {
    return new Definition(
        syntax.span(context),
        name(context.name()),
        context.KEEP() != null,
        true,
        context.variables() == null
            ? List.of()
            : arguments(context.variables().argumentDeclaration()),
        context.parameters() == null
            ? List.of()
            : arguments(context.parameters().argumentDeclaration()),
        indices(context.resultIndices()),
        syntax.expression(context.expression()),
        locals(context.whereClause()));
  }

  private Definition namedValue(NablaParser.NamedValueContext context) {
    return new Definition(
        syntax.span(context),
        name(context.name()),
        false,
        false,
        List.of(),
        List.of(),
        indices(context.resultIndices()),
        syntax.expression(context.expression()),
        locals(context.whereClause()));
  }

  private List<Definition.Argument> arguments(
      List<NablaParser.ArgumentDeclarationContext> contexts) {
    return contexts.stream().map(this::argument).toList();
  }

  private Definition.Argument argument(NablaParser.ArgumentDeclarationContext context) {
    Syntax.Name name = name(context.name());
    List<Syntax> shape =
        context.shape() == null ? List.of() : syntax.expressions(context.shape().expression());
    List<Syntax.Comparison> assumptions = new ArrayList<>();
    int relation = 0;
    if (context.bound() != null) {
      String text = context.bound().getText();
      Syntax number = new Syntax.Literal(syntax.span(context.bound()), text.replace("-", ""));
      Syntax bound = text.startsWith("-") ? new Syntax.Negation(number.span(), number) : number;
      assumptions.add(assumption(bound, context.relation(relation++), name));
    }
    for (NablaParser.SumContext right : context.sum()) {
      assumptions.add(assumption(name, context.relation(relation++), syntax.sum(right)));
    }
    return new Definition.Argument(
        syntax.span(context),
        name,
        shape,
        Optional.ofNullable(context.property()).map(this::symmetry),
        List.copyOf(assumptions));
  }

  /** {@code symmetric} is no keyword: it is a name like any other elsewhere. */
  private Span symmetry(NablaParser.PropertyContext context) {
    String text = context.getText();
    if (!text.equals("symmetric") && !text.equals("sym")) {
      throw NablaException.at(
          source,
          syntax.span(context),
          "'" + text + "' is not known of an argument",
          "write A[n,n] symmetric for a symmetric matrix");
    }
    return syntax.span(context);
  }

  private static Syntax.Comparison assumption(
      Syntax left, NablaParser.RelationContext relation, Syntax right) {
    return new Syntax.Comparison(
        left.span().to(right.span()),
        List.of(left, right),
        List.of(SyntaxBuilder.relation(relation)));
  }

  private List<Syntax.IndexDeclaration> indices(NablaParser.ResultIndicesContext context) {
    return context == null
        ? List.of()
        : context.indexDeclaration().stream().map(this::index).toList();
  }

  private Syntax.IndexDeclaration index(NablaParser.IndexDeclarationContext context) {
    Syntax.Name name = name(context.name());
    Optional<Syntax.Range> range =
        context.sum().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Syntax.Range(
                    syntax.span(context),
                    name,
                    syntax.sum(context.sum(0)),
                    syntax.sum(context.sum(1))));
    return new Syntax.IndexDeclaration(syntax.span(context), name, range);
  }

  private List<Definition.Local> locals(NablaParser.WhereClauseContext context) {
    return context == null
        ? List.of()
        : context.local().stream()
            .map(
                local ->
                    new Definition.Local(
                        syntax.span(local),
                        name(local.name()),
                        indices(local.resultIndices()),
                        syntax.expression(local.expression())))
            .toList();
  }

  private Syntax.Name name(NablaParser.NameContext context) {
    return new Syntax.Name(syntax.span(context), Names.normalized(context.getText()));
  }
}
