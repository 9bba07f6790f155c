package dev.nabla.symja;

import dev.nabla.check.PointSampler;
import dev.nabla.expr.Expr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Symja's ∂f/∂x beside ours: symbolically where Symja proves them equal, numerically everywhere,
 * and where they differ with the verdict of differences of f.
 */
public final class SymjaOracle {
  /** Whoever answers: Symja, or in tests somebody who is wrong. */
  interface Source {
    Reply derivative(Expr function, Expr variable, Duration limit);

    Reply difference(Expr left, Expr right, Duration limit);
  }

  private final OracleModel model;
  private final Function<Expr, String> text;
  private final Duration limit;
  private final Source source;

  /**
   * Symja's opinion on {@code model}.
   *
   * @param text how to write an expression in the report
   * @param limit the time for one entry
   * @throws MissingSymjaException if Symja is not on the class path
   */
  public SymjaOracle(OracleModel model, Function<Expr, String> text, Duration limit) {
    this(model, text, limit, symja(model));
  }

  SymjaOracle(OracleModel model, Function<Expr, String> text, Duration limit, Source source) {
    this.model = model;
    this.text = text;
    this.limit = limit;
    this.source = source;
  }

  private static Source symja(OracleModel model) {
    return new Symja(model.pool(), model.variables(), model.assumptions());
  }

  /** Asks for every entry, and compares values at points of the domain. */
  public OracleReport run(int points, long seed) {
    List<double[]> drawn = points(points, seed);
    List<OracleReport.Entry> entries = new ArrayList<>();
    for (int row = 0; row < model.functions().size(); row++) {
      for (int column = 0; column < model.wrt().size(); column++) {
        entries.add(entry(row, column, drawn));
      }
    }
    return new OracleReport(entries, model.inputNames(), drawn.size(), seed);
  }

  private List<double[]> points(int count, long seed) {
    PointSampler sampler = new PointSampler(model.variables(), model.assumptions(), seed);
    List<double[]> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sampler.next().ifPresent(drawn::add);
    }
    return drawn;
  }

  private OracleReport.Entry entry(int row, int column, List<double[]> points) {
    long start = System.nanoTime();
    Expr ours = model.partial(row, column);
    Reply reply = source.derivative(model.functions().get(row), model.variable(column), limit);
    String label = model.label(row, column);
    if (reply instanceof Reply.Expression answer && !answer.expr().isIndexed()) {
      Expr theirs = answer.expr();
      Duration left = limit.minusNanos(System.nanoTime() - start);
      Opinion opinion = compared(row, column, theirs, points, left);
      return new OracleReport.Entry(label, text.apply(ours), text.apply(theirs), opinion);
    }
    Opinion silent =
        new Opinion.Silent(
            reply instanceof Reply.None none ? none.reason() : "Symja's answer is a sum");
    return new OracleReport.Entry(label, text.apply(ours), "", silent);
  }

  private Opinion compared(int row, int column, Expr theirs, List<double[]> points, Duration left) {
    boolean proved = isProved(model.partial(row, column), theirs, left);
    Arbitration arbitration = new Arbitration(model, row, column, theirs);
    points.forEach(arbitration::compareAt);
    Optional<Opinion.Dispute> dispute = arbitration.worst();
    if (dispute.isPresent()) {
      return new Opinion.Disagrees(theirs, dispute.get());
    }
    if (proved) {
      return new Opinion.Proved(arbitration.agreements());
    }
    return arbitration.agreements() > 0
        ? new Opinion.Agrees(arbitration.agreements())
        : new Opinion.Silent("no point at which both forms have a value");
  }

  private boolean isProved(Expr ours, Expr theirs, Duration left) {
    return ours == theirs
        || (left.toMillis() > 0
            && source.difference(ours, theirs, left) instanceof Reply.Expression difference
            && difference.expr() == model.pool().zero());
  }
}
