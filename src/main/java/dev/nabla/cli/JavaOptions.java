package dev.nabla.cli;

import dev.nabla.function.JavaFunctions;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import picocli.CommandLine.Option;

/** Which functions from Java a text may call. */
final class JavaOptions {
  @Option(
      names = "--functions-from",
      paramLabel = "CLASS",
      split = ",",
      description = {
        "Functions from Java: a class on the class path, a .java file, or a jar or directory of",
        "classes with its FunctionLibrary services. Those of the class path are there anyway."
      })
  private List<String> sources = List.of();

  /** The functions of all sources and of the services on the class path. */
  JavaFunctions read() {
    List<URL> places = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (String source : sources) {
      Path path = Path.of(source);
      if (source.endsWith(".java")) {
        places.add(url(compiled(path)));
        classes.add(path.getFileName().toString().replaceAll("\\.java$", ""));
      } else if (source.endsWith(".jar") || Files.isDirectory(path)) {
        if (!Files.exists(path)) {
          throw new WrongInput("there is no file " + source);
        }
        places.add(url(path));
      } else {
        classes.add(source);
      }
    }
    ClassLoader own = JavaOptions.class.getClassLoader();
    ClassLoader loader =
        places.isEmpty() ? own : new URLClassLoader(places.toArray(URL[]::new), own);
    JavaFunctions functions = JavaFunctions.installed(loader);
    for (String name : classes) {
      functions = JavaFunctions.of(load(name, loader)).and(functions);
    }
    return functions;
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new WrongInput(path + " is no place of classes");
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError missing) {
      throw new WrongInput(
          "--functions-from "
              + name
              + ": there is no such class on the class path; a source file ends in .java,"
              + " and -cp takes jars before dev.nabla.cli.Main");
    }
  }

  /** A directory with the classes of a source file; it goes when the process ends. */
  private static Path compiled(Path source) {
    if (!Files.exists(source)) {
      throw new WrongInput("there is no file " + source);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new WrongInput("this Java has no compiler for " + source + ": take a JDK");
    }
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    try {
      Path classes = Files.createTempDirectory("nabla-functions");
      int status =
          compiler.run(
              null,
              messages,
              messages,
              "-proc:none",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString(),
              source.toString());
      deleteAtExit(classes);
      if (status != 0) {
        throw new WrongInput(
            source + " does not compile:\n" + messages.toString(StandardCharsets.UTF_8).strip());
      }
      return classes;
    } catch (IOException unwritable) {
      throw new WrongInput("cannot write the classes of " + source + " to a temporary directory");
    }
  }

  /** Parents first: the files are deleted in the opposite order. */
  private static void deleteAtExit(Path classes) throws IOException {
    try (var files = Files.walk(classes)) {
      files.map(Path::toFile).forEach(File::deleteOnExit);
    }
  }
}
