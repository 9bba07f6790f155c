package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  private static CommandRun assertRefused(String message, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals("", run.out(), "nothing half-done is printed");
    assertEquals(2, run.status());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertFalse(run.err().contains("defect"), run.err());
    return run;
  }

  @Test
  void standardInputIsAFile() {
    CommandRun run =
        CommandRun.withInput("f(x) = x^2".getBytes(StandardCharsets.UTF_8), "jacobian", "-");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("2*x"), run.out());
  }

  @Test
  void functionAndSizesAreChosen() {
    String text = "f(x[n]) = sum(x); g(y) = y^2";
    CommandRun run =
        CommandRun.of(
            "jacobian", "-e", text, "--function", "f", "--dim", "n=2", "--format", "latex");
    assertEquals("\\begin{bmatrix}\n1 & 1\n\\end{bmatrix}\n", run.out(), run.err());
  }

  @Test
  void jsonHoldsLabelsAndForms() {
    CommandRun run = CommandRun.of("jacobian", "-e", "f(x) = x^2", "--format", "json");
    assertTrue(run.out().contains("\"columns\" : [ \"x\" ]"), run.out());
    assertTrue(run.out().contains("\"text\" : [ [ \"2*x\" ] ]"), run.out());
  }

  @Test
  void evalPrintsValuesAndPartials() {
    CommandRun run = CommandRun.of("eval", "samples/quickstart.nabla", "--at", "x=1,y=2");
    assertEquals(
        """
              value  ∂/∂x  ∂/∂y
        f[1]    2.0   4.0   1.0
        f[2]    4.0   4.0   4.0
        """,
        run.out(),
        run.err());
  }

  @Test
  void hessianValuesAreTheGradient() {
    CommandRun run = CommandRun.of("hessian", "-e", "f(x,y) = x^2*y", "--format", "latex");
    assertEquals(
        "\\begin{bmatrix}\n2 y & 2 x \\\\\n2 x & 0\n\\end{bmatrix}\n", run.out(), run.err());
  }

  @Test
  void aFailedCheckHasStatusOne() {
    CommandRun run = CommandRun.of("check", "-e", "f(x) = log(-1 - x^2)");
    assertEquals(1, run.status(), run.out() + run.err());
  }

  @Test
  void wrongInputIsOneMessageAndStatusTwo(@TempDir Path folder) throws Exception {
    Path binary = folder.resolve("binary.nabla");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Path empty = Files.createFile(folder.resolve("empty.nabla"));
    assertRefused("no file", "jacobian", folder.resolve("missing.nabla").toString());
    assertRefused("is a directory", "jacobian", folder.toString());
    assertRefused("not UTF-8", "jacobian", binary.toString());
    assertRefused("no function", "jacobian", empty.toString());
    assertRefused("which function", "jacobian");
    assertRefused("not both", "jacobian", "-e", "f(x) = x", "samples/polar.nabla");
    assertRefused("1:8: error: 'y' is not declared", "jacobian", "-e", "f(x) = y");
    assertRefused("is not a variable", "jacobian", "-e", "f(x; a) = a*x", "--wrt", "a");
    assertRefused("needs a function with one output", "gradient", "samples/polar.nabla");
    assertRefused("a size is a whole number", "jacobian", "-e", "f(x) = x", "--dim", "n=0");
    assertRefused("has no value", "jacobian", "-e", "f(x[n]) = sum(x)", "--notation", "entries");
    assertRefused("has no value", "eval", "-e", "f(x, y) = x", "--at", "x=1");
    assertRefused("is not a number", "eval", "-e", "f(x) = x", "--at", "x=one");
    assertRefused("no argument 'z'", "eval", "-e", "f(x) = x", "--at", "z=1");
    assertRefused("nabla jacobian", "jacobia");
    assertRefused("--format", "jacobian", "-e", "f(x) = x", "--format", "pdf");
  }

  @Test
  void helpNamesEveryCommand() {
    String help = CommandRun.of("--help").out();
    for (String command : new String[] {"jacobian", "gradient", "hessian", "eval", "check"}) {
      assertTrue(help.contains(command), help);
    }
    assertTrue(CommandRun.of("generate-completion").out().contains("complete"));
  }
}
