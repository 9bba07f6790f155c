package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.function.BesselLibrary;
import dev.nabla.function.FunctionLibrary;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of one's own on the command line: from Java, kept by name, with rules. */
class OwnFunctionsCommandTest {
  private static final String BESSEL = "f(x) = besselj0(x)";

  private static String run(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals("", run.err());
    assertEquals(0, run.status(), run.out());
    return run.out();
  }

  private static String error(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(2, run.status(), run.out());
    return run.err();
  }

  @Test
  void aClassOfTheClassPathGivesItsFunctions() {
    assertEquals(
        """
        Jacobian of f(x)

             ∂/∂x
        f [ -besselj1(x) ]
        """,
        run("jacobian", "-e", BESSEL, "--functions-from", BesselLibrary.class.getName()));
  }

  @Test
  void aWrongRuleIsFailureAndARightOneSuccess() {
    String right = "s(x) = x^2\nderivative of s(x) is 2*x";
    assertTrue(run("check", "--rules", "-e", right, "--points", "5").endsWith("(seed 1)\n"));
    CommandRun wrong =
        CommandRun.of("check", "--rules", "-e", right + "^2", "--points", "5", "--seed", "3");
    assertEquals(1, wrong.status());
    assertEquals(
        """
        rule                verdict    points
        derivative of s(x)  WRONG           3
          at x=-1: the derivative is -2, the rule gives 2
        FAIL  0 of 1 rules hold (seed 3)
        """,
        wrong.out());
  }

  @Test
  void rulesNeedAStatement() {
    assertEquals(
        "nabla: error: <expression> states no rule: write derivative of f(x) is …, or rule NAME:"
            + " LEFT is RIGHT\n",
        error("check", "--rules", "-e", "f(x) = x"));
  }

  @Test
  void aLibraryNeedsNoText() {
    String report =
        run("check", "--rules", "--points", "5", "--functions-from", BesselLibrary.class.getName());
    assertTrue(report.contains("PASS  2 of 2 rules hold"), report);
  }

  @Test
  void whatCannotBeLoadedIsToldByName(@TempDir Path folder) throws IOException {
    assertTrue(
        error("jacobian", "-e", BESSEL, "--functions-from", "no.such.Type")
            .startsWith("nabla: error: --functions-from no.such.Type: there is no such class"));
    assertEquals(
        "nabla: error: there is no file Missing.java\n",
        error("jacobian", "-e", BESSEL, "--functions-from", "Missing.java"));
    assertEquals(
        "nabla: error: there is no file missing.jar\n",
        error("jacobian", "-e", BESSEL, "--functions-from", "missing.jar"));
    Path broken = Files.writeString(folder.resolve("Broken.java"), "public class Broken {");
    assertTrue(
        error("jacobian", "-e", BESSEL, "--functions-from", broken.toString())
            .contains("Broken.java does not compile:"));
    Path empty = Files.writeString(folder.resolve("Empty.java"), "public class Empty {}");
    assertTrue(
        error("jacobian", "-e", BESSEL, "--functions-from", empty.toString())
            .contains("Empty has no function: write public static double f(double x)"));
  }

  @Test
  void theRulesOfTheTextShowTheirNames() {
    String text =
        "rule my-tangent: sin(x)*cos(x)^(-2) is tan(x)/cos(x)\nf(x, y) = x*sin(y)/cos(y)^2";
    String printed = run("jacobian", "-e", text, "--wrt", "x");
    assertTrue(printed.contains("tan(y)") == printed.contains("\nby rule my-tangent\n"), printed);
    String sinc = "keep sinc(x) = if x == 0 then 1 else sin(x)/x\nrule sinc: sin(x)/x is sinc(x)\n";
    String json =
        run("jacobian", "-e", sinc + "f(x, y) = y*sin(x)/x", "--wrt", "y", "--format", "json");
    assertTrue(json.contains("\"rules\" : [ \"sinc\" ]"), json);
    assertTrue(json.contains("\"conditions\" : [ \"x != 0\" ]"), json);
    String kept = run("jacobian", "-e", "keep s(x) = x^3\nf(x) = s(x)", "--format", "json");
    assertTrue(kept.contains("\"text\" : \"s'(x) = 3*x^2\""), kept);
  }

  @Test
  void aProcessFindsTheServicesOfItsClassPath(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("bessel.jar");
    writeLibrary(jar);
    List<String> own = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.endsWith("test-classes") && !entry.endsWith("-tc")) {
        own.add(entry);
      }
    }
    String path = String.join(File.pathSeparator, own);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String expected = "f [ -besselj1(x) ]";
    String services =
        output(
            java,
            "-cp",
            path + File.pathSeparator + jar,
            Main.class.getName(),
            "jacobian",
            "-e",
            BESSEL);
    assertTrue(services.contains(expected), services);
    String option =
        output(
            java,
            "-cp",
            path,
            Main.class.getName(),
            "jacobian",
            "-e",
            BESSEL,
            "--functions-from",
            jar.toString());
    assertTrue(option.contains(expected), option);
    String without = output(java, "-cp", path, Main.class.getName(), "jacobian", "-e", BESSEL);
    assertTrue(without.contains("'besselj0' is not declared"), without);
  }

  /** The library of the tests as a jar of its own. */
  private static void writeLibrary(Path jar) throws IOException {
    String type = BesselLibrary.class.getName();
    String file = type.replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream code = BesselLibrary.class.getClassLoader().getResourceAsStream(file)) {
      out.putNextEntry(new JarEntry(file));
      code.transferTo(out);
      out.putNextEntry(new JarEntry("META-INF/services/" + FunctionLibrary.class.getName()));
      out.write(type.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] out = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(out, StandardCharsets.UTF_8);
  }
}
