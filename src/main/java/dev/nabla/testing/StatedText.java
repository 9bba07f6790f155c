package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the language over some variables that calls functions from Java: each call, from the
 * inside out, becomes one more variable.
 *
 * @param steps the calls, in the order in which they are evaluated
 * @param whole the text with their results as variables
 */
record StatedText(List<Step> steps, ScalarFunction whole) {
  /** One call of a function from Java, its arguments over the variables and earlier results. */
  record Step(JavaValues function, ScalarFunction arguments) {}

  private static final String RESULT = "fromJava";

  /** The text, whose calls of {@code functions} are taken out. */
  static StatedText of(String text, List<String> variables, Map<String, JavaValues> functions) {
    new TextParser(new Source("<derivative>", text)).parseExpression();
    List<String> names = new ArrayList<>(variables);
    List<Step> steps = new ArrayList<>();
    String rest = text;
    Pattern calls =
        Pattern.compile("(?<![\\w'])(" + String.join("|", functions.keySet()) + ")\\s*\\(");
    for (Optional<Call> call = lastCall(rest, calls); call.isPresent(); ) {
      JavaValues function = functions.get(call.get().name());
      String arguments = call.get().arguments();
      steps.add(new Step(function, read(names, "[" + arguments + "]")));
      String result = RESULT + steps.size();
      names.add(result);
      rest = rest.substring(0, call.get().start()) + result + rest.substring(call.get().end());
      call = lastCall(rest, calls);
    }
    return new StatedText(steps, read(names, rest));
  }

  private record Call(String name, String arguments, int start, int end) {}

  /** The call that starts last has no other inside. */
  private static Optional<Call> lastCall(String text, Pattern calls) {
    Optional<Call> last = Optional.empty();
    Matcher matcher = calls.matcher(text);
    while (matcher.find()) {
      int depth = 1;
      int end = matcher.end();
      while (depth > 0) {
        char symbol = text.charAt(end++);
        depth += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
      }
      String arguments = text.substring(matcher.end(), end - 1);
      last = Optional.of(new Call(matcher.group(1), arguments, matcher.start(), end));
    }
    return last;
  }

  private static ScalarFunction read(List<String> names, String text) {
    Source source =
        new Source("<derivative>", "derivative(" + String.join(", ", names) + ") = " + text);
    return new FunctionReader(source, Optional.empty(), Map.of()).read();
  }

  /** The value at a point of the variables. */
  Optional<BigDecimal> value(List<BigDecimal> point, int digits) {
    List<BigDecimal> known = new ArrayList<>(point);
    for (Step step : steps) {
      Optional<List<BigDecimal>> arguments = values(step.arguments(), known, digits);
      Optional<BigDecimal> result = arguments.flatMap(at -> step.function().at(at, digits));
      if (result.isEmpty()) {
        return result;
      }
      known.add(result.get());
    }
    return values(whole, known, digits).map(values -> values.get(0));
  }

  private static Optional<List<BigDecimal>> values(
      ScalarFunction function, List<BigDecimal> point, int digits) {
    Graph graph = new Graph(List.copyOf(function.inputs()), function.outputs());
    HighPrecisionEvaluator evaluator = new HighPrecisionEvaluator(graph, point, digits);
    List<BigDecimal> values = new ArrayList<>();
    for (Expr output : function.outputs()) {
      if (!(evaluator.value(output) instanceof Outcome.Real real)) {
        return Optional.empty();
      }
      values.add(real.value());
    }
    return Optional.of(values);
  }
}
