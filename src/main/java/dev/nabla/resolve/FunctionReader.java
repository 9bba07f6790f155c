package dev.nabla.resolve;

import dev.nabla.function.JavaFunctions;
import dev.nabla.parse.TextParser;
import dev.nabla.source.Source;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Text → {@link ScalarFunction}: parses, resolves and writes out in scalars.
 *
 * <p>A text is read recursively, so one that may nest deeply is read on a thread with a stack that
 * holds all that {@link Nesting} and the parser let through.
 */
public final class FunctionReader {
  /** Reserved, not committed: the system hands out pages as the stack grows. */
  private static final long LARGE_STACK_BYTES = 512L << 20;

  /** What a text can nest with; more of them than this are read on the large stack. */
  private static final int MOST_ON_CALLERS_STACK = 150;

  private static final String NESTING_CHARACTERS = "([=^*√¬+-−⁺⁻";

  private final Source source;
  private final Optional<String> functionName;
  private final Map<String, Integer> sizes;
  private final JavaFunctions java;

  /**
   * A reader of one function.
   *
   * @param source the text
   * @param functionName the function to read; empty for the last one
   * @param sizes array sizes that override those of the text
   */
  public FunctionReader(Source source, Optional<String> functionName, Map<String, Integer> sizes) {
    this(source, functionName, sizes, JavaFunctions.none());
  }

  /**
   * A reader of one function that may call some from Java.
   *
   * @param source the text
   * @param functionName the function to read; empty for the last one
   * @param sizes array sizes that override those of the text
   * @param java functions from Java
   */
  public FunctionReader(
      Source source,
      Optional<String> functionName,
      Map<String, Integer> sizes,
      JavaFunctions java) {
    this.java = java;
    this.source = source;
    this.functionName = functionName;
    this.sizes = Map.copyOf(sizes);
  }

  /**
   * The function, written out in scalars.
   *
   * @throws dev.nabla.source.NablaException with the place, where the text is wrong
   */
  public ScalarFunction read() {
    return onLargeEnoughStack(() -> new Expander(resolve()).expand());
  }

  /**
   * The function with its sizes still symbols where they have no value.
   *
   * @throws dev.nabla.source.NablaException with the place, where the text is wrong
   */
  public IndexedFunction readIndexed() {
    return onLargeEnoughStack(this::resolve);
  }

  private IndexedFunction resolve() {
    return new Resolver(new TextParser(source).parseProgram(), sizes, java).resolve(functionName);
  }

  private <T> T onLargeEnoughStack(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    if (mayNestDeeply()) {
      Thread thread = new Thread(null, task, "nabla-reader", LARGE_STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
    } else {
      task.run();
    }
    return result(task);
  }

  /** An upper bound on the nesting that costs one pass over the text. */
  private boolean mayNestDeeply() {
    String text = source.text();
    int count = 0;
    for (int i = 0; i < text.length() && count <= MOST_ON_CALLERS_STACK; i++) {
      char symbol = text.charAt(i);
      boolean keyword = i > 0 && (text.startsWith("if", i) || text.startsWith("not", i));
      if (keyword || NESTING_CHARACTERS.indexOf(symbol) >= 0) {
        count++;
      }
    }
    return count > MOST_ON_CALLERS_STACK;
  }

  /** The result once it is there; an interruption is kept for the caller to see. */
  private static <T> T result(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException stopped) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
