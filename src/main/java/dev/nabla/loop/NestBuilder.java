package dev.nabla.loop;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The registers and the blocks of a nest while it is built. */
final class NestBuilder {
  /** A shorter loop is better unrolled as a whole. */
  private static final int SHORTEST_VECTORISED = 16;

  /** Names the register of a limit among what a block knows. */
  private record Limit(int value) {}

  private final Indices indices;
  private final Facts facts;
  private final Map<Integer, Double> constants = new HashMap<>();
  private final Map<Long, Integer> constantRegisters = new HashMap<>();
  private int doubles;
  private int rowBuffers;
  private int selectedRows;
  private Scope current = Scope.outermost();

  NestBuilder(Indices indices, Facts facts) {
    this.indices = indices;
    this.facts = facts;
  }

  Indices indices() {
    return indices;
  }

  Facts facts() {
    return facts;
  }

  Scope current() {
    return current;
  }

  int newDouble() {
    return doubles++;
  }

  int newRowBuffer() {
    return rowBuffers++;
  }

  /** A register for an array that is selected from a matrix: −1, −2, … until all are placed. */
  int newRow() {
    selectedRows++;
    return -selectedRows;
  }

  int constant(double value) {
    return constantRegisters.computeIfAbsent(
        Double.doubleToRawLongBits(value),
        bits -> {
          int register = newDouble();
          constants.put(register, value);
          return register;
        });
  }

  boolean isConstant(int register, double value) {
    return Double.valueOf(value).equals(constants.get(register));
  }

  int compute(Operation operation, int left, int right) {
    int target = newDouble();
    add(new Statement.Compute(target, operation, left, right));
    return target;
  }

  /** target := value, a register that other statements set as well. */
  void copy(int target, int value) {
    add(new Statement.Compute(target, Operation.COPY, value, value));
  }

  void add(Statement statement) {
    current.add(statement);
  }

  /** The register of a value, computed unless it is known. */
  int once(Expr expr, Supplier<Integer> computation) {
    Scope home = home(expr);
    return home.find(expr)
        .orElseGet(
            () -> {
              int register = at(home, computation);
              home.remember(expr, register);
              return register;
            });
  }

  /** Does something where an expression is at home. */
  <T> T at(Scope scope, Supplier<T> action) {
    Scope saved = current;
    current = scope;
    T result = action.get();
    current = saved;
    return result;
  }

  /** for (index = lower; index ≤ upper; index++) body. */
  void loop(Index index, Affine lower, Affine upper, Runnable body) {
    boolean runs = indices.smallest(upper.minus(lower)).filter(further -> further >= 0).isPresent();
    loop(index, lower, upper.plus(1), 1, runs, body);
  }

  /**
   * for (index = from; index &lt; below; index += step) body.
   *
   * @param runs whether the body runs at least once
   */
  void loop(Index index, Affine from, Affine below, int step, boolean runs, Runnable body) {
    int register = indices.register(index);
    Scope outer = current;
    Scope inner = outer.loop(index, runs);
    inner.defines(register);
    current = inner;
    body.run();
    current = outer;
    Affine limit = isVectorised(inner, from, below) ? limit(below.constant()) : below;
    add(Walk.along(new Statement.Loop(register, from, limit, step, inner.statements())));
  }

  private static boolean isVectorised(Scope body, Affine from, Affine below) {
    return from.isConstant()
        && below.isConstant()
        && below.constant() - from.constant() >= SHORTEST_VECTORISED
        && body.statements().stream().noneMatch(inner -> inner instanceof Statement.Loop);
  }

  private Affine limit(int value) {
    Scope outermost = current.outermostAround();
    Limit key = new Limit(value);
    int register =
        outermost
            .find(key)
            .orElseGet(
                () -> {
                  int made = indices.newRegister();
                  outermost.add(new Statement.Limit(made, value));
                  outermost.remember(key, made);
                  return made;
                });
    return Affine.register(register);
  }

  /** if (condition) whenTrue else whenFalse. */
  void branch(int condition, Runnable whenTrue, Runnable whenFalse) {
    List<Statement> first = block(whenTrue);
    List<Statement> second = block(whenFalse);
    add(new Statement.Branch(condition, first, second));
  }

  private List<Statement> block(Runnable content) {
    Scope outer = current;
    Scope inner = outer.branch();
    current = inner;
    content.run();
    current = outer;
    return inner.statements();
  }

  /** The register of an integer, computed as far outside as its parts are known. */
  int hoisted(Affine form) {
    Scope home = current.home(form);
    return home.find(form)
        .orElseGet(
            () -> {
              int register = indices.newRegister();
              home.add(new Statement.Assign(register, form));
              home.defines(register);
              home.remember(form, register);
              return register;
            });
  }

  /** Where an expression may be computed ahead of its turn. */
  Scope home(Expr expr) {
    return current.home(expr, facts);
  }

  Nest build() {
    return new Nest(
        new ArrayList<>(current.statements()), constants, doubles, indices.count(), selectedRows);
  }
}
