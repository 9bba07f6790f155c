package dev.nabla.cli;

import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import dev.nabla.check.RuleReport;
import dev.nabla.function.JavaFunctions;
import dev.nabla.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which function a command works on: from a file, from the command line or standard input. */
final class InputOptions {
  @Mixin private JavaOptions java = new JavaOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A .nabla file, or - for standard input.")
  private String file;

  @Option(
      names = {"-e", "--expression"},
      paramLabel = "TEXT",
      description = "The function itself: 'f(x,y) = [x^2*y, x*y^2]'.")
  private String expression;

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "The function to work on; by default the last one.")
  private String function;

  @Option(
      names = "--dim",
      paramLabel = "NAME=SIZE",
      split = ",",
      description = "Sizes of arrays: --dim n=8,m=3; they override those in the file.")
  private Map<String, String> sizes = new LinkedHashMap<>();

  @Option(
      names = "--wrt",
      paramLabel = "NAME",
      split = ",",
      description = "The variables to differentiate by; by default all, in declared order.")
  private List<String> variables = List.of();

  /** The variables that were asked for; empty for all. */
  List<String> variables() {
    return variables;
  }

  /** The functions from Java that the text may call. */
  JavaFunctions java() {
    return java.read();
  }

  VectorFunction read() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    sizes.forEach((name, size) -> numbers.put(name.strip(), size(name, size)));
    return Nabla.parse(source(), Optional.ofNullable(function), numbers, java.read());
  }

  /** Tests the rules of the text, if there is one, and of the functions from Java. */
  RuleReport checkRules(int points, long seed) {
    JavaFunctions functions = java.read();
    boolean isTextGiven = file != null || expression != null;
    Source text =
        isTextGiven || functions.names().isEmpty() ? source() : new Source("<no text>", "");
    RuleReport report = Nabla.checkRules(text, functions, points, seed);
    if (report.entries().isEmpty()) {
      throw new WrongInput(
          text.name()
              + " states no rule: write derivative of f(x) is …, or rule NAME: LEFT is RIGHT");
    }
    return report;
  }

  /** Different small sizes for those that have no value, so that axes are told apart. */
  static Map<String, Integer> smallSizes(List<String> names) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String name : names) {
      sizes.put(name, 2 + (sizes.size() + 1) % 3);
    }
    return sizes;
  }

  private static int size(String name, String text) {
    try {
      int size = Integer.parseInt(text.strip());
      if (size >= 1) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // The message below names it.
    }
    throw new WrongInput("--dim " + name + "=" + text + ": a size is a whole number from 1");
  }

  Source source() {
    if (expression != null) {
      if (file != null) {
        throw new WrongInput("give a FILE or -e TEXT, not both");
      }
      return new Source("<expression>", expression);
    }
    if (file == null) {
      throw new WrongInput("which function? Give a FILE, -e 'f(x) = …', or - for standard input");
    }
    if (file.equals("-")) {
      return new Source("<stdin>", decode("standard input", readAll(System.in)));
    }
    return new Source(file, decode(file, readFile(Path.of(file))));
  }

  private static byte[] readAll(InputStream stream) {
    try {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new WrongInput("cannot read standard input: " + broken.getMessage());
    }
  }

  static byte[] readFile(Path path) {
    if (Files.isDirectory(path)) {
      throw new WrongInput(path + " is a directory, not a file");
    }
    if (!Files.exists(path)) {
      throw new WrongInput("there is no file " + path);
    }
    try {
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new WrongInput("cannot read " + path + ": permission or device error");
    }
  }

  static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new WrongInput(name + " is not UTF-8 text");
    }
  }
}
