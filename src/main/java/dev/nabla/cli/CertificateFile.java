package dev.nabla.cli;

import dev.nabla.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A certificate in a file, which is there whole or not at all. */
final class CertificateFile {
  private CertificateFile() {}

  static Certificate read(Path path) {
    String name = path.toString();
    String text = InputOptions.decode(name, InputOptions.readFile(path));
    try {
      return CertificateReader.read(text);
    } catch (WrongInput wrong) {
      throw new WrongInput(name + ": " + wrong.getMessage());
    } catch (IllegalArgumentException wrong) {
      throw new WrongInput(name + ": " + wrong.getMessage());
    }
  }

  static void write(Path path, Certificate certificate) {
    requireWritable(path);
    byte[] bytes = CertificateWriter.write(certificate).getBytes(StandardCharsets.UTF_8);
    Path folder = path.toAbsolutePath().getParent();
    try {
      Path draft = folder.resolve("." + path.getFileName() + "." + UUID.randomUUID());
      try {
        Files.write(draft, bytes, StandardOpenOption.CREATE_NEW);
        move(draft, path);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException failed) {
      throw new WrongInput("--certificate " + path + ": cannot write there: " + failed);
    }
  }

  /**
   * Refuses what no certificate can stand in.
   *
   * @throws WrongInput for a directory, a device, or a folder that is not there
   */
  static void requireWritable(Path path) {
    if (Files.isDirectory(path)) {
      throw new WrongInput("--certificate " + path + " is a directory; name a file in it");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new WrongInput("--certificate " + path + " is no ordinary file");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new WrongInput("--certificate " + path + ": there is no directory " + folder);
    }
  }

  private static void move(Path draft, Path path) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherwise) {
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
