package dev.nabla.print;

import dev.nabla.expr.Function;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.function.KeptFunction;
import dev.nabla.print.LatexPiece.Join;
import dev.nabla.print.LatexPiece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls in LaTeX, from the template of the function table: a command, or a text with #1, #2. */
final class LatexFunctions {
  private static final Pattern ARGUMENT = Pattern.compile("#([1-9])");

  /** A template in delimiters of its own can take an exponent: |x|². */
  private static final Pattern DELIMITED = Pattern.compile("\\\\left.*\\\\right\\S+\\s*");

  private LatexFunctions() {}

  private static String template(Function function) {
    return Optional.of(function)
        .filter(ElementaryFunction.class::isInstance)
        .map(ElementaryFunction.class::cast)
        .or(() -> FunctionTable.find(function.name()))
        .map(ElementaryFunction::latex)
        .orElseGet(() -> named(function));
  }

  /** f, f' and f_x as people write them: a derivative takes no exponent before its argument. */
  private static String named(Function function) {
    String root = function instanceof KeptFunction kept ? kept.root() : function.name();
    String label = Label.of(root).latex();
    String name = label.startsWith("\\mathit{") ? "\\operatorname{" + root + "}" : label;
    return name + latexSuffix(function.name().substring(root.length()));
  }

  private static String latexSuffix(String suffix) {
    return suffix.startsWith("_") ? "_{" + suffix.substring(1).replace("_", "\\,") + "}" : suffix;
  }

  /** Whether the function is a command such as \sin, which takes an exponent: \sin^{2}(x). */
  static boolean isCommand(Function function) {
    boolean isDerivative = function instanceof KeptFunction kept && kept.order() > 0;
    return !isDerivative && template(function).indexOf('#') < 0;
  }

  static LatexPiece call(Function function, List<LatexPiece> arguments, Optional<Rope> exponent) {
    String template = template(function);
    return template.indexOf('#') < 0
        ? command(function, template, arguments, exponent)
        : filled(template, arguments);
  }

  private static LatexPiece command(
      Function function, String command, List<LatexPiece> arguments, Optional<Rope> exponent) {
    List<Rope> ropes = new ArrayList<>();
    double width = 1;
    boolean tall = false;
    for (LatexPiece argument : arguments) {
      if (!ropes.isEmpty()) {
        ropes.add(Rope.of(", "));
      }
      ropes.add(argument.rope());
      width += argument.width() + 1;
      tall |= argument.tall();
    }
    LatexPiece list = new LatexPiece(Rope.join(ropes), Level.CASES, width, tall, Join.LETTER);
    Rope power = exponent.map(rope -> rope.between("^{", "}")).orElse(Rope.of(""));
    Rope rope = Rope.join(Rope.of(command), power, list.parenthesized().rope());
    double nameWidth = function.name().length();
    return new LatexPiece(
        rope, Level.ATOM, width + nameWidth, tall || exponent.isPresent(), Join.LETTER);
  }

  private static LatexPiece filled(String template, List<LatexPiece> arguments) {
    List<Rope> ropes = new ArrayList<>();
    double width = 2;
    boolean tall = template.matches(".*(\\^|\\\\frac|\\\\sqrt).*");
    Matcher matcher = ARGUMENT.matcher(template);
    int end = 0;
    while (matcher.find()) {
      LatexPiece argument = arguments.get(matcher.group(1).charAt(0) - '1');
      ropes.add(Rope.of(template.substring(end, matcher.start())));
      ropes.add(argument.rope());
      width += argument.width();
      tall |= argument.tall();
      end = matcher.end();
    }
    ropes.add(Rope.of(template.substring(end)));
    Level level = DELIMITED.matcher(template).matches() ? Level.ATOM : Level.FACTOR;
    return new LatexPiece(Rope.join(ropes), level, width, tall, Join.LETTER);
  }
}
