package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is there whole or not at all, and what stands in its way is said. */
class CertificateFileTest {
  @TempDir private Path folder;

  private static CommandRun certify(Path file, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "check",
                    "-e",
                    "f(x) = x^2/x",
                    "--points",
                    "5",
                    "--certificate",
                    file.toString()),
                Stream.of(more))
            .toList();
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCertificateIsWrittenAndReproduced() throws IOException {
    Path file = folder.resolve("out.json");
    Files.writeString(file, "an older one");
    CommandRun run = certify(file);
    assertEquals(0, run.status(), run.err());
    assertEquals(List.of("out.json"), files());
    CommandRun again = CommandRun.of("check", "--reproduce", file.toString());
    assertEquals("PASS  the certificate of f is reproduced: 2 entries\n", again.out(), again.err());
    assertEquals(0, again.status());
  }

  @Test
  void whatDiffersIsPrintedAndTheStatusIsOne() throws IOException {
    Path file = folder.resolve("out.json");
    certify(file);
    Files.writeString(
        file, Files.readString(file).replace("\"right\" : \"1\"", "\"right\" : \"2\""));
    CommandRun run = CommandRun.of("check", "--reproduce", file.toString());
    assertEquals(
        """
        differs: ∂f/∂x, closed form: the certificate says 2, this run 1
        FAIL  the certificate of f is not reproduced
        """,
        run.out(),
        run.err());
    assertEquals(1, run.status());
  }

  @Test
  void aFailedCheckIsRecordedAsOne() {
    Path file = folder.resolve("out.json");
    String text = "f(x) = log(-1 - x^2)";
    CommandRun run =
        CommandRun.of("check", "-e", text, "--points", "2", "--certificate", file.toString());
    assertEquals(1, run.status(), run.out() + run.err());
    CommandRun again = CommandRun.of("check", "--reproduce", file.toString());
    assertEquals(1, again.status());
    assertTrue(again.out().contains("records a check that failed"), again.out());
  }

  @Test
  void openSizesAndOptionsAreInTheCertificate() throws IOException {
    Path file = folder.resolve("out.json");
    String text = "f(x[n], y[m]) = sum(x)*sum(y)^2";
    CommandRun run =
        CommandRun.of(
            "check",
            "-e",
            text,
            "--wrt",
            "y",
            "--dim",
            "m=2",
            "--points",
            "3",
            "--seed",
            "5",
            "--evaluator",
            "rolled",
            "--certificate",
            file.toString());
    assertEquals(0, run.status(), run.err());
    String json = Files.readString(file).replaceAll("\\s+", "");
    assertTrue(json.contains("\"sizes\":{\"m\":2,\"n\":3},\"variables\":[\"y\"]"), json);
    assertTrue(json.contains("\"evaluator\":\"rolled\""), json);
    assertTrue(json.contains("\"seed\":5,\"requested\":3"), json);
    assertEquals(0, CommandRun.of("check", "--reproduce", file.toString()).status());
  }

  private void assertRefused(String message, CommandRun run) throws IOException {
    assertEquals(2, run.status(), run.out() + run.err());
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
    assertEquals(List.of(), files());
  }

  @Test
  void whatStandsInTheWayIsSaid() throws IOException {
    assertRefused("is a directory", certify(folder));
    assertRefused("there is no directory", certify(folder.resolve("missing/out.json")));
    assertRefused("no ordinary file", certify(Path.of("/dev/null")));
    String missing = folder.resolve("missing.json").toString();
    assertRefused("there is no file", CommandRun.of("check", "--reproduce", missing));
    assertRefused("is a directory", CommandRun.of("check", "--reproduce", folder.toString()));
    assertRefused(
        "leave --seed away", CommandRun.of("check", "--seed", "2", "--reproduce", missing));
  }
}
