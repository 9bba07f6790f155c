package dev.nabla.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** How much of a file has been read: a bar on standard error, if that is a terminal. */
final class Progress implements AutoCloseable {
  private static final int UNKNOWN = -1;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /** A bar for a file, or for standard input, whose length is not known. */
  static Progress of(String input) throws IOException {
    if (!isErrorTerminal()) {
      return new Progress(Optional.empty());
    }
    Path path = Path.of(input);
    long length = Files.isRegularFile(path) ? Files.size(path) : UNKNOWN;
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(input)
                .setInitialMax(length)
                .setUnit("MB", 1_000_000)
                .clearDisplayOnFinish()
                .build()));
  }

  /** Asks the command {@code test}: Java itself tells of standard input and output alone. */
  private static boolean isErrorTerminal() {
    try {
      Process test = new ProcessBuilder("test", "-t", "2").inheritIO().start();
      return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The same stream; what is read of it moves the bar. */
  InputStream counting(InputStream stream) {
    return bar.<InputStream>map(shown -> new Counting(stream, shown)).orElse(stream);
  }

  private static final class Counting extends FilterInputStream {
    private final ProgressBar bar;

    Counting(InputStream stream, ProgressBar bar) {
      super(stream);
      this.bar = bar;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bar.stepBy(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      bar.stepBy(Math.max(0, read));
      return read;
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
