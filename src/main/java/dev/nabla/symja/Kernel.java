package dev.nabla.symja;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A Symja that answers one question at a time, each within its time limit.
 *
 * <p>Every question has a daemon thread of its own. One that does not stop when its time is over is
 * abandoned, so it can hold up neither the caller nor the end of the JVM.
 */
final class Kernel {
  /** Symja evaluates by recursion. */
  private static final long STACK_BYTES = 256L << 20;

  /** Between being told to stop and being abandoned. */
  private static final long GRACE_MILLIS = 200;

  /** More threads that do not stop leave no processor for the next question. */
  private static final int MOST_ABANDONED = 4;

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final String LOGGING = "log4j2.loggerContextFactory";

  private static final String SLF4J = "slf4j.internal.verbosity";

  private final List<Thread> abandoned = new ArrayList<>();

  /** Starts Symja, which takes a second or two the first time. */
  Kernel() {
    beQuiet();
    start();
  }

  /** Without a logging implementation, Log4j and SLF4J complain on standard error. */
  private static void beQuiet() {
    boolean isConfigured =
        System.getProperty(LOGGING) != null
            || Kernel.class.getResource("/org/apache/logging/log4j/core/LoggerContext.class")
                != null;
    if (!isConfigured) {
      System.setProperty(LOGGING, "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
      System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
    }
    if (System.getProperty(SLF4J) == null) {
      System.setProperty(SLF4J, "ERROR");
    }
  }

  /**
   * Its own threads are not daemons and live on for a minute: it has to do without. The first
   * questions load its rules, which is not to count as the time of anybody's question.
   */
  private void start() {
    Config.JAS_NO_THREADS = true;
    Config.TIMECONSTRAINED_NO_THREAD = true;
    IExpr x = F.Dummy("x");
    IExpr derivative = Counterparts.call(S.D, Counterparts.call(S.Sin, x), x);
    ask(Counterparts.call(S.FullSimplify, derivative), START_LIMIT);
  }

  /** The value of {@code question}, or why there is none within {@code limit}. */
  Answer ask(IExpr question, Duration limit) {
    abandoned.removeIf(thread -> !thread.isAlive());
    if (abandoned.size() >= MOST_ABANDONED) {
      return new Answer.Silence("Symja does not stop working on earlier questions");
    }
    EvalEngine engine = new EvalEngine(true);
    engine.setQuietMode(true);
    CompletableFuture<IExpr> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              EvalEngine.set(engine);
              answer.complete(engine.evaluate(question));
            },
            "symja",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((dead, reason) -> answer.completeExceptionally(reason));
    thread.start();
    try {
      return new Answer.Value(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      stop(thread, engine);
      return new Answer.Silence("no answer within " + seconds(limit));
    } catch (ExecutionException failure) {
      return new Answer.Silence("Symja failed: " + describe(failure.getCause()));
    } catch (InterruptedException wanted) {
      stop(thread, engine);
      Thread.currentThread().interrupt();
      return new Answer.Silence("interrupted");
    }
  }

  private void stop(Thread thread, EvalEngine engine) {
    engine.stopRequest();
    thread.interrupt();
    try {
      thread.join(GRACE_MILLIS);
      abandoned.add(thread);
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String describe(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return message == null || message.isBlank() ? name : name + ": " + firstLine(message);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static String seconds(Duration limit) {
    double seconds = limit.toMillis() / 1000.0;
    return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : "" + seconds) + " s";
  }
}
