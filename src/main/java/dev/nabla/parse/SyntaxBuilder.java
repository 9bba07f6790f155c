package dev.nabla.parse;

import dev.nabla.ast.Syntax;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** Parse tree of an expression → {@link Syntax}; a rule with one operand leaves no node. */
final class SyntaxBuilder {
  private static final Map<String, Syntax.Operator> OPERATORS =
      Map.of(
          "*", Syntax.Operator.TIMES,
          "·", Syntax.Operator.TIMES,
          "⋅", Syntax.Operator.TIMES,
          "×", Syntax.Operator.TIMES,
          "/", Syntax.Operator.DIVIDE,
          "÷", Syntax.Operator.DIVIDE,
          ".*", Syntax.Operator.ELEMENTWISE_TIMES,
          "⊙", Syntax.Operator.ELEMENTWISE_TIMES,
          "./", Syntax.Operator.ELEMENTWISE_DIVIDE);

  private static final int MOST_SUFFIXES = 64;

  private final Source source;

  SyntaxBuilder(Source source) {
    this.source = source;
  }

  Span span(ParserRuleContext context) {
    return Places.span(context.getStart(), context.getStop());
  }

  Syntax expression(NablaParser.ExpressionContext context) {
    if (context instanceof NablaParser.ConditionalContext conditional) {
      return new Syntax.Conditional(
          span(context),
          expression(conditional.expression(0)),
          expression(conditional.expression(1)),
          expression(conditional.expression(2)));
    }
    return disjunction(((NablaParser.PlainContext) context).disjunction());
  }

  private Syntax disjunction(NablaParser.DisjunctionContext context) {
    if (context.conjunction().size() == 1) {
      return conjunction(context.conjunction(0));
    }
    List<Syntax> operands = context.conjunction().stream().map(this::conjunction).toList();
    return new Syntax.Logic(span(context), Syntax.Connective.OR, operands);
  }

  private Syntax conjunction(NablaParser.ConjunctionContext context) {
    if (context.negation().size() == 1) {
      return negation(context.negation(0));
    }
    List<Syntax> operands = context.negation().stream().map(this::negation).toList();
    return new Syntax.Logic(span(context), Syntax.Connective.AND, operands);
  }

  private Syntax negation(NablaParser.NegationContext context) {
    if (context instanceof NablaParser.NotContext not) {
      return new Syntax.Logic(
          span(context), Syntax.Connective.NOT, List.of(negation(not.negation())));
    }
    return comparison(((NablaParser.AffirmationContext) context).comparison());
  }

  private Syntax comparison(NablaParser.ComparisonContext context) {
    if (context.sum().size() == 1) {
      return sum(context.sum(0));
    }
    return new Syntax.Comparison(
        span(context),
        context.sum().stream().map(this::sum).toList(),
        context.relation().stream().map(SyntaxBuilder::relation).toList());
  }

  static Syntax.Relation relation(NablaParser.RelationContext context) {
    return switch (context.getText()) {
      case "<" -> Syntax.Relation.LESS;
      case "<=", "≤" -> Syntax.Relation.LESS_OR_EQUAL;
      case ">" -> Syntax.Relation.GREATER;
      case ">=", "≥" -> Syntax.Relation.GREATER_OR_EQUAL;
      case "==" -> Syntax.Relation.EQUAL;
      default -> Syntax.Relation.UNEQUAL;
    };
  }

  Syntax sum(NablaParser.SumContext context) {
    if (context.term().size() == 1) {
      return term(context.term(0));
    }
    // The accessors look through all children: asked for one by one they would take n² steps.
    List<NablaParser.TermContext> terms = context.term();
    List<NablaParser.SignContext> signs = context.sign();
    List<Syntax.Addend> addends = new ArrayList<>(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      boolean negative = i > 0 && isMinus(signs.get(i - 1));
      addends.add(new Syntax.Addend(negative, term(terms.get(i))));
    }
    return new Syntax.Sum(span(context), addends);
  }

  private static boolean isMinus(NablaParser.SignContext context) {
    return !context.getText().equals("+");
  }

  private Syntax term(NablaParser.TermContext context) {
    List<NablaParser.SignedContext> operands = context.signed();
    List<NablaParser.OperatorContext> operators = context.operator();
    Syntax first = signed(operands.get(0));
    if (operators.isEmpty()) {
      return first;
    }
    List<Syntax.Step> steps = new ArrayList<>(operators.size());
    for (int i = 0; i < operators.size(); i++) {
      NablaParser.OperatorContext operator = operators.get(i);
      Syntax operand = signed(operands.get(i + 1));
      steps.add(new Syntax.Step(OPERATORS.get(operator.getText()), span(operator), operand));
    }
    return new Syntax.Term(span(context), first, steps);
  }

  private Syntax signed(NablaParser.SignedContext context) {
    if (context instanceof NablaParser.Sign_Context sign) {
      Syntax operand = signed(sign.signed());
      return isMinus(sign.sign()) ? new Syntax.Negation(span(context), operand) : operand;
    }
    return juxtaposition(((NablaParser.UnsignedContext) context).juxtaposition());
  }

  private Syntax juxtaposition(NablaParser.JuxtapositionContext context) {
    if (context.power().size() == 1) {
      return power(context.power(0));
    }
    List<Syntax> factors = context.power().stream().map(this::power).toList();
    return new Syntax.Juxtaposition(span(context), factors);
  }

  private Syntax power(NablaParser.PowerContext context) {
    Syntax base = postfix(context.postfix());
    if (context.exponent() == null) {
      return base;
    }
    boolean elementwise = context.getChild(1).getText().equals(".^");
    return new Syntax.Power(span(context), base, exponent(context.exponent()), elementwise);
  }

  private Syntax exponent(NablaParser.ExponentContext context) {
    if (context instanceof NablaParser.SignedExponentContext signed) {
      Syntax operand = exponent(signed.exponent());
      return isMinus(signed.sign()) ? new Syntax.Negation(span(context), operand) : operand;
    }
    return power(((NablaParser.PlainExponentContext) context).power());
  }

  private Syntax postfix(NablaParser.PostfixContext context) {
    Syntax base = primary(context.primary());
    List<NablaParser.SuffixContext> suffixes = context.suffix();
    if (suffixes.size() > MOST_SUFFIXES) {
      throw NablaException.at(
          source,
          span(suffixes.get(MOST_SUFFIXES)),
          "more than " + MOST_SUFFIXES + " indices, powers and primes follow one another here",
          "name the inner parts in a where clause: … where t = …, u = …");
    }
    for (NablaParser.SuffixContext suffix : suffixes) {
      Span span = base.span().to(span(suffix));
      if (suffix instanceof NablaParser.SubscriptContext subscript) {
        base = new Syntax.Subscript(span, base, indices(subscript.subscriptIndex()));
      } else if (suffix instanceof NablaParser.SuperscriptContext superscript) {
        base = new Syntax.Power(span, base, superscript(superscript), false);
      } else if (base instanceof Syntax.Transpose primed && primed.base() instanceof Syntax.Name) {
        base = new Syntax.Transpose(span, primed.base(), primed.primes() + suffix.getText());
      } else {
        base = new Syntax.Transpose(span, base, suffix.getText());
      }
    }
    return base;
  }

  private List<Syntax> indices(List<NablaParser.SubscriptIndexContext> contexts) {
    List<Syntax> indices = new ArrayList<>(contexts.size());
    for (NablaParser.SubscriptIndexContext context : contexts) {
      indices.add(
          context instanceof NablaParser.OneIndexContext one
              ? expression(one.expression())
              : new Syntax.WholeAxis(span(context)));
    }
    return indices;
  }

  private Syntax superscript(NablaParser.SuperscriptContext context) {
    StringBuilder digits = new StringBuilder();
    boolean negative = false;
    for (char symbol : context.getText().toCharArray()) {
      if (symbol == 'ⁿ') {
        Syntax name = new Syntax.Name(span(context), "n");
        return negative ? new Syntax.Negation(span(context), name) : name;
      } else if (symbol == '⁻') {
        negative = true;
      } else if (symbol != '⁺') {
        digits.append("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(symbol));
      }
    }
    Syntax number = new Syntax.Literal(span(context), digits.toString());
    return negative ? new Syntax.Negation(span(context), number) : number;
  }

  private Syntax primary(NablaParser.PrimaryContext context) {
    Span span = span(context);
    if (context instanceof NablaParser.NumberContext) {
      return new Syntax.Literal(span, context.getText());
    }
    if (context instanceof NablaParser.VariableContext variable) {
      return name(variable.identifier());
    }
    if (context instanceof NablaParser.CallContext call) {
      List<Syntax> arguments = call.argument().stream().map(this::argument).toList();
      return new Syntax.Call(span, name(call.identifier()), arguments);
    }
    if (context instanceof NablaParser.ParenthesesContext parentheses) {
      return new Syntax.Parentheses(span, expression(parentheses.expression()));
    }
    if (context instanceof NablaParser.ArrayContext array) {
      return new Syntax.Array(
          span, array.row().stream().map(row -> expressions(row.expression())).toList());
    }
    NablaParser.SquareRootContext root = (NablaParser.SquareRootContext) context;
    return new Syntax.SquareRoot(span, primary(root.primary()));
  }

  private Syntax argument(NablaParser.ArgumentContext context) {
    if (context instanceof NablaParser.RangeArgumentContext range) {
      return new Syntax.Range(
          span(context), name(range.identifier()), sum(range.sum(0)), sum(range.sum(1)));
    }
    return expression(((NablaParser.PlainArgumentContext) context).expression());
  }

  List<Syntax> expressions(List<NablaParser.ExpressionContext> contexts) {
    return contexts.stream().map(this::expression).toList();
  }

  Syntax.Name name(NablaParser.IdentifierContext context) {
    return new Syntax.Name(span(context), Names.normalized(context.getText()));
  }
}
