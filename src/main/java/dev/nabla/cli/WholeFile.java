package dev.nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that a command writes: it is there whole or not at all.
 *
 * @param option the option that names it, for messages
 * @param path where it is to stand
 */
record WholeFile(String option, Path path) {
  /** Writes the text of a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  /** Writes a draft beside the file, and moves it there at the end. */
  void write(Content content) {
    requireWritable();
    Path folder = path.toAbsolutePath().getParent();
    try {
      Path draft = folder.resolve("." + path.getFileName() + "." + UUID.randomUUID());
      try {
        try (Writer writer =
            Files.newBufferedWriter(draft, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
          content.writeTo(writer);
        }
        move(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException failed) {
      throw new WrongInput(option + " " + path + ": cannot write there: " + failed);
    }
  }

  /**
   * Refuses what no file can stand in.
   *
   * @throws WrongInput for a directory, a device, or a folder that is not there
   */
  void requireWritable() {
    if (Files.isDirectory(path)) {
      throw new WrongInput(option + " " + path + " is a directory; name a file in it");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new WrongInput(option + " " + path + " is no ordinary file");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new WrongInput(option + " " + path + ": there is no directory " + folder);
    }
  }

  private void move(Path draft) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherwise) {
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
