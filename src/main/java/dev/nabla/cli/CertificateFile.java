package dev.nabla.cli;

import dev.nabla.Certificate;
import java.nio.file.Path;

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
    file(path).write(writer -> writer.write(CertificateWriter.write(certificate)));
  }

  /**
   * Refuses what no certificate can stand in.
   *
   * @throws WrongInput for a directory, a device, or a folder that is not there
   */
  static void requireWritable(Path path) {
    file(path).requireWritable();
  }

  private static WholeFile file(Path path) {
    return new WholeFile("--certificate", path);
  }
}
