package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBatchTest {
  private static final String PRODUCT = "f(x, y) = x*y";

  @TempDir private Path folder;

  private static CommandRun eval(String csv, String... arguments) {
    String[] all =
        Stream.concat(Stream.of("eval", "--csv", "-"), Stream.of(arguments)).toArray(String[]::new);
    return CommandRun.withInput(csv.getBytes(StandardCharsets.UTF_8), all);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aRowOfResultsForEachRowOfPoints() {
    CommandRun run = eval("y,x\n2,3\n\n0.1,-1e300\n", "-e", PRODUCT);
    assertEquals("", run.err());
    assertEquals("f,∂f/∂x,∂f/∂y\n6.0,2.0,3.0\n-1.0E299,0.1,-1.0E300\n", run.out());
  }

  @Test
  void elementsAreNamedByTheirIndices() {
    String csv = "\"W[1,1]\",\"W[1,2]\",x[1],x[2]\r\n1,2,3,4\r\n";
    CommandRun run = eval(csv, "-e", "f(x[2]; W[1,2]) = W*x");
    assertEquals("f[1],∂f[1]/∂x[1],∂f[1]/∂x[2]\n11.0,1.0,2.0\n", run.out());
    CommandRun rolled = eval(csv, "--evaluator", "rolled", "-e", "f(x[2]; W[1,2]) = W*x");
    assertEquals(run.out(), rolled.out());
  }

  @Test
  void whatAllPointsShareIsGivenOnce() {
    assertEquals(
        "f,∂f/∂x,∂f/∂y\n6.0,2.0,3.0\n", eval("x\n3\n", "-e", PRODUCT, "--at", "y=2").out());
    assertEquals(
        "f,∂f/∂x,∂f/∂y\n15.0,5.0,3.0\n", eval("x,y\n3,5\n", "-e", PRODUCT, "--at", "y=2").out());
  }

  @Test
  void noPointsGiveAHeaderAlone() {
    assertEquals("f,∂f/∂x,∂f/∂y\n", eval("x,y\n", "-e", PRODUCT).out());
  }

  @Test
  void manyBlocksStayInOrder() throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 10_000; i++) {
      text.append(i).append(",1\n");
    }
    Path in = file("in.csv", text.toString());
    Path out = folder.resolve("out.csv");
    CommandRun run =
        CommandRun.of("eval", "--csv", in.toString(), "-o", out.toString(), "-e", PRODUCT);
    assertEquals("", run.err() + run.out());
    List<String> lines = Files.readAllLines(out);
    assertEquals(10_001, lines.size());
    for (int i = 0; i < 10_000; i++) {
      assertEquals((double) i + ",1.0," + (double) i, lines.get(i + 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,z/1,2 | line 1, column 2: there is no input 'z'; there is x, y",
        "x,x/1,2 | line 1, column 2: 'x' stands there twice",
        "x/1 | line 1: no column for y; add it, or give all points the same by --at y=…",
        "x,y/1,2/3 | line 3: 1 fields below a header of 2",
        "x,y/1,2/3,4,5 | line 3: 3 fields below a header of 2",
        "x,y/1,2/3,four | line 3, column 2 (y): 'four' is not a number; write one such as 0.5",
        "x,y/1, | line 2, column 2 (y): '' is not a number",
      })
  void aMistakeIsOneMessageWithItsPlace(String csv, String message) throws IOException {
    Path in = file("in.csv", csv.replace('/', '\n'));
    Path out = folder.resolve("out.csv");
    CommandRun run =
        CommandRun.of("eval", "--csv", in.toString(), "-o", out.toString(), "-e", PRODUCT);
    assertEquals(2, run.status());
    assertTrue(run.err().contains(in + ", " + message), run.err());
    assertFalse(Files.exists(out));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(in), files.toList());
    }
  }

  @Test
  void whatIsThereStaysIfItCannotBeReplaced() throws IOException {
    Path out = file("out.csv", "old");
    assertEquals(2, eval("x,y\n1,a\n", "-o", out.toString(), "-e", PRODUCT).status());
    assertEquals("old", Files.readString(out));
    assertEquals(0, eval("x,y\n1,2\n", "-o", out.toString(), "-e", PRODUCT).status());
    assertEquals("f,∂f/∂x,∂f/∂y\n2.0,2.0,1.0\n", Files.readString(out));
  }

  @Test
  void aFileThatIsNoTableIsRefused() throws IOException {
    assertTrue(eval("", "-e", PRODUCT).err().contains("names the inputs: x,y"));
    CommandRun missing = CommandRun.of("eval", "--csv", "nowhere.csv", "-e", PRODUCT);
    assertTrue(missing.err().contains("there is no file nowhere.csv"), missing.err());
    Path binary = Files.write(folder.resolve("in.csv"), new byte[] {'x', ',', (byte) 0xff, '\n'});
    CommandRun garbled = CommandRun.of("eval", "--csv", binary.toString(), "-e", PRODUCT);
    assertTrue(garbled.err().contains("is not UTF-8 text"), garbled.err());
  }

  @Test
  void anIndexThatIsNoneIsNamedWithItsPoint() {
    CommandRun run = eval("t\n1\n2\n9\n", "-e", "f(x[3]; t) = x[t]*x[1]", "--at", "x=[1,2,3]");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("point 2: "), run.err());
  }
}
