package dev.nabla.cli;

import dev.nabla.Nabla;
import dev.nabla.simplify.Rule;
import dev.nabla.simplify.RuleFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nabla rules}: the rules of simplification, with the conditions under which they hold. */
@Command(
    name = "rules",
    description = {
      "Lists the rules by which results are simplified, with their conditions.",
      "Single letters stand for any expression."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  nabla rules --family hyperbolic",
      "  nabla rules cosh               rules with cosh in them",
      "  nabla rules 'sqrt(a^2'         rules with this in them"
    })
final class RulesCommand implements Runnable {
  /** The forms of the list. */
  enum Format {
    TEXT(RuleListing::toText),
    MARKDOWN(RuleListing::toMarkdown),
    JSON(RuleListing::toJson);

    @SuppressWarnings("ImmutableEnumChecker") // the method references hold nothing
    private final Function<List<RuleFamily>, String> form;

    Format(Function<List<RuleFamily>, String> form) {
      this.form = form;
    }
  }

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "Only this family, such as circular, or the first letters of its name.")
  private Optional<String> family = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, markdown or json. Default: text.")
  private Format format;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only rules with this in their name or in one of their sides.")
  private Optional<String> word = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    List<RuleFamily> chosen =
        family.map(RulesCommand::named).orElse(Nabla.rules()).stream()
            .map(each -> word.map(text -> with(each, text)).orElse(each))
            .filter(each -> !each.rules().isEmpty())
            .toList();
    if (chosen.isEmpty()) {
      throw new WrongInput(
          "no rule has '"
              + word.orElse("")
              + "' in it; nabla rules lists them all, such as 'sin(a)^2', spaces left out");
    }
    spec.commandLine().getOut().print(format.form.apply(chosen));
  }

  private static List<RuleFamily> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<RuleFamily> found =
        Nabla.rules().stream().filter(each -> each.name().startsWith(lower)).toList();
    if (found.isEmpty() || lower.isBlank()) {
      throw new WrongInput(
          "there is no family '"
              + name
              + "'; the families are "
              + Nabla.rules().stream().map(RuleFamily::name).collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static RuleFamily with(RuleFamily family, String word) {
    String wanted = bare(word);
    List<Rule> rules =
        family.rules().stream()
            .filter(
                rule ->
                    rule.name().contains(wanted)
                        || bare(rule.left()).contains(wanted)
                        || bare(rule.right()).contains(wanted))
            .toList();
    return new RuleFamily(family.name(), family.title(), rules);
  }

  private static String bare(String text) {
    return text.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
