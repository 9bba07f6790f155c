package dev.nabla.testing;

import dev.nabla.ast.Definition;
import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.parse.TextParser;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A function that is defined in the language, with its derivatives in the language. */
final class DefinedFunction implements FunctionUnderTest {
  private static final String ALWAYS = "0 < 1";
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-25");

  private final String definition;
  private final List<String> derivatives;
  private final String condition;
  private final Definition subject;
  private final ScalarFunction rule;
  private final List<Expr> inputs;

  private DefinedFunction(String definition, List<String> derivatives, String condition) {
    this.definition = definition;
    this.derivatives = List.copyOf(derivatives);
    this.condition = condition;
    List<Definition> definitions =
        new TextParser(new Source("<rule>", definition)).parseProgram().definitions();
    this.subject = definitions.get(definitions.size() - 1);
    this.rule = read();
    this.inputs = List.copyOf(rule.inputs());
  }

  /** The function of a definition, with a derivative for each of its variables. */
  static DefinedFunction of(String definition, List<String> derivatives) {
    return new DefinedFunction(definition, derivatives, ALWAYS);
  }

  @Override
  public DefinedFunction where(String other) {
    String both = condition.equals(ALWAYS) ? other : "(" + condition + ") and (" + other + ")";
    return new DefinedFunction(definition, derivatives, both);
  }

  @Override
  public DefinedFunction using(JavaValues values) {
    throw new IllegalArgumentException(
        name()
            + " is defined in the language, where there is no "
            + values.name()
            + " from Java: give its values from Java too");
  }

  // ---- reading

  /** One function whose values are f, ∂f/∂x, … and a number that is 1 where the rule is stated. */
  private ScalarFunction read() {
    List<Definition.Argument> arguments = new ArrayList<>(subject.variables());
    arguments.addAll(subject.parameters());
    if (derivatives.isEmpty() || subject.variables().size() != derivatives.size()) {
      throw new IllegalArgumentException(
          String.format(
              "%s has %d variables and %d derivatives: state one for each",
              name(), subject.variables().size(), derivatives.size()));
    }
    List<String> names = arguments.stream().map(argument -> argument.name().text()).toList();
    List<String> values = new ArrayList<>(List.of(name() + "(" + String.join(", ", names) + ")"));
    values.addAll(derivatives);
    values.add("if " + condition + " then 1 else 0");
    String declared =
        definition.substring(
            arguments.get(0).span().start(), arguments.get(arguments.size() - 1).span().end());
    String whole = name() + "Rule(" + declared + ") = [" + String.join(",\n  ", values) + "]";
    Source source = new Source("<rule>", definition.stripTrailing() + "\n" + whole);
    ScalarFunction read = new FunctionReader(source, Optional.empty(), Map.of()).read();
    if (read.outputs().size() != values.size() || read.variableCount() != derivatives.size()) {
      throw new IllegalArgumentException("a derivative rule is of numbers, not of arrays");
    }
    return read;
  }

  @Override
  public String name() {
    return subject.name().text();
  }

  @Override
  public List<String> variables() {
    return rule.inputs().stream().map(input -> input.symbol().name()).toList();
  }

  private Expr function() {
    return rule.outputs().get(0);
  }

  private List<Expr> stated() {
    return rule.outputs().subList(1, rule.outputs().size() - 1);
  }

  // ---- values

  @Override
  public Optional<BigDecimal> value(List<BigDecimal> point) {
    return number(function(), point);
  }

  @Override
  public Optional<BigDecimal> stated(int variable, List<BigDecimal> point) {
    return number(stated().get(variable), point);
  }

  private Optional<BigDecimal> number(Expr root, List<BigDecimal> point) {
    HighPrecisionEvaluator values = evaluator(point);
    Expr flag = rule.outputs().get(rule.outputs().size() - 1);
    return ChainCheck.isStated(values, rule.assumptions(), flag)
            && values.value(root) instanceof Outcome.Real real
        ? Optional.of(real.value())
        : Optional.empty();
  }

  private HighPrecisionEvaluator evaluator(List<BigDecimal> point) {
    List<Expr> roots = new ArrayList<>(rule.outputs());
    roots.addAll(rule.assumptions());
    return new HighPrecisionEvaluator(new Graph(inputs, roots), point, DIGITS);
  }

  @Override
  public BigDecimal tolerance() {
    return TOLERANCE;
  }

  // ---- laws

  @Override
  public Verdict agreement(List<Double> point) {
    if (value(point.stream().map(BigDecimal::new).toList()).isEmpty()) {
      return new Verdict.Undefined("outside the domain of the rule");
    }
    List<Integer> positions = IntStream.range(0, rule.variableCount()).boxed().toList();
    return new NumericAgreement(inputs, function(), positions, stated())
        .at(point.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public List<Law<?>> ownLaws() {
    List<Law<?>> laws = new ArrayList<>();
    laws.add(chain());
    try {
      laws.add(equations("against its definition", engine(List.of(function())).get(0), stated()));
      laws.addAll(mixedPartials());
    } catch (UnsupportedOperationException withoutRule) {
      // A function without a derivative of its own occurs: the numbers have to do.
      return laws;
    }
    return laws;
  }

  private List<List<Expr>> engine(List<Expr> functions) {
    List<List<Expr>> rows = new ArrayList<>();
    for (SparseRow row : new Differentiator(rule.pool(), rule.variables()).jacobian(functions)) {
      List<Expr> entries = new ArrayList<>();
      for (int j = 0; j < rule.variableCount(); j++) {
        int position = row.position(j);
        entries.add(position < 0 ? rule.pool().zero() : row.entry(position));
      }
      rows.add(entries);
    }
    return rows;
  }

  /** ∂(∂f/∂x)/∂y = ∂(∂f/∂y)/∂x of what is stated. */
  private List<Law<?>> mixedPartials() {
    List<List<Expr>> second = engine(stated());
    List<Expr> left = new ArrayList<>();
    List<Expr> right = new ArrayList<>();
    for (int i = 0; i < second.size(); i++) {
      for (int j = 0; j < i; j++) {
        left.add(second.get(i).get(j));
        right.add(second.get(j).get(i));
      }
    }
    return left.isEmpty()
        ? List.of()
        : List.of(equations("by the symmetry of mixed partials", left, right));
  }

  private Law<RulePoint> equations(String what, List<Expr> left, List<Expr> right) {
    return new Law<>(
        "derivative of " + name() + " " + what,
        RulePoint.any(variables()),
        point -> {
          if (value(point.decimals()).isEmpty()) {
            return new Verdict.Undefined("outside the domain of the rule");
          }
          List<Verdict> verdicts = new ArrayList<>();
          for (int i = 0; i < left.size(); i++) {
            verdicts.add(new Equation(left.get(i), right.get(i)).at(inputs, point.decimals()));
          }
          return Verdict.all(verdicts);
        });
  }

  /** D(f(g(x), …)) = ∂f/∂x(g(x), …)·Dg + … for random g, against differences of the whole. */
  private Law<Case> chain() {
    List<String> names =
        rule.variableCount() == 1
            ? List.of("g")
            : IntStream.rangeClosed(1, rule.variableCount()).mapToObj(i -> "g" + i).toList();
    List<String> parameters = variables().subList(rule.variableCount(), inputs.size());
    Cases cases =
        Cases.of(new Expressions(Vocabulary.smooth(), 1, 2), 1, rule.variableCount())
            .named(names)
            .withCoefficients(parameters.toArray(new String[0]));
    String inner = String.join(", ", names.stream().map(name -> name + "(x)").toList());
    return new Law<>(
        "derivative of " + name() + " in the chain rule, " + name() + "(" + inner + ")",
        cases,
        new ChainCheck(rule)::verdict);
  }
}
