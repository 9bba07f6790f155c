package dev.nabla.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.cli.CommandRun;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows only output that was really produced: its examples are run again. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern BLOCK =
      Pattern.compile("```console\n\\$ ([^\n]*)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FUNCTIONS =
      Pattern.compile("<!-- functions -->\n.*?<!-- /functions -->", Pattern.DOTALL);
  private static final String PROGRAM = "java -jar target/nabla.jar ";

  @Test
  void everyExamplePrintsWhatTheReadmeSays() throws Exception {
    String text = Files.readString(README);
    String actual =
        FUNCTIONS
            .matcher(BLOCK.matcher(text).replaceAll(match -> quoted(rerun(match.group(1)))))
            .replaceAll(quoted("<!-- functions -->\n" + functionTable() + "<!-- /functions -->"));
    if (System.getProperty("goldens", "verify").equals("update") && System.getenv("CI") == null) {
      Files.writeString(README, actual);
    }
    assertEquals(Files.readString(README), actual);
    assertTrue(BLOCK.matcher(text).results().count() >= 8);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static String rerun(String command) {
    return "```console\n$ " + command + "\n" + output(command) + "```";
  }

  private static String output(String command) {
    int pipe = command.indexOf(" | ");
    if (command.startsWith("echo ") && pipe > 0) {
      String input = words(command.substring(0, pipe)).get(1) + "\n";
      return run(command.substring(pipe + 3), input);
    }
    if (command.startsWith(PROGRAM)) {
      return run(command, "");
    }
    return golden(command);
  }

  /** The Java samples are run by their own test, against these goldens. */
  private static String golden(String command) {
    String prefix = "java -cp target/nabla.jar samples/";
    assertTrue(command.startsWith(prefix) && command.endsWith(".java"), command);
    String name = command.substring(prefix.length(), command.length() - ".java".length());
    try {
      return Files.readString(Path.of("src", "test", "goldens", name + ".out"));
    } catch (java.io.IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private static String run(String command, String input) {
    List<String> words = words(command.substring(PROGRAM.length()));
    CommandRun run =
        CommandRun.withInput(input.getBytes(StandardCharsets.UTF_8), words.toArray(new String[0]));
    return run.out() + run.err();
  }

  /** The words of a command line; single quotes hold one together. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }

  private static String derivative(ElementaryFunction function, int argument) {
    try {
      return "`" + function.derivative(argument) + "`";
    } catch (UnsupportedOperationException none) {
      return "none";
    }
  }

  private static String functionTable() {
    StringBuilder table = new StringBuilder("| function | what it is | derivative | domain |\n");
    table.append("|---|---|---|---|\n");
    for (ElementaryFunction function : FunctionTable.documented()) {
      List<String> derivatives = new ArrayList<>();
      for (int i = 0; i < function.arity(); i++) {
        derivatives.add(derivative(function, i));
      }
      table.append("| `").append(function.name());
      table.append(function.arity() == 1 ? "(x)" : "(x, y)").append("` | ");
      table.append(function.description()).append(" | ");
      table.append(String.join(", ", derivatives)).append(" | ");
      table.append(function.domain().equals("true") ? "all reals" : "`" + function.domain() + "`");
      table.append(" |\n");
    }
    return table.toString();
  }
}
