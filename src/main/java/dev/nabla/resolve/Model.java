package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.StatedDerivative;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.function.JavaFunctions;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the definitions of one program share while they are resolved. */
final class Model {
  private final ExprPool pool = new ExprPool();
  private final SizeEquality equality = new SizeEquality(pool);
  private final ArrayAlgebra arrays = new ArrayAlgebra(pool, equality);
  private final IndexInputs indexInputs = new IndexInputs(equality);
  private final NamedParts parts = new NamedParts(pool);
  private final Vanished vanished = new Vanished(pool);
  private final Map<String, Definition> definitions;
  private final List<StatedDerivative> stated;
  private final JavaFunctions java;
  private final Map<String, Expr> sizes = new LinkedHashMap<>();
  private final Map<Rational, String> written = new HashMap<>();
  private final IdentityHashMap<Definition, Map<List<Value>, Value>> calls =
      new IdentityHashMap<>();
  private final IdentityHashMap<Definition, Map<List<Value>, List<Expr>>> vanishedInCalls =
      new IdentityHashMap<>();
  private final Nesting nesting = new Nesting();
  private int freshIndices;
  private int guards;

  /** A model of a text without definitions, such as a rule. */
  Model(JavaFunctions java) {
    this(Map.of(), List.of(), java);
  }

  /** A model of a file with these functions, named values and stated derivatives. */
  Model(Map<String, Definition> definitions, List<StatedDerivative> stated, JavaFunctions java) {
    this.definitions = definitions;
    this.stated = stated;
    this.java = java;
    pool.onLeftOut(Optional.of(vanished::add));
  }

  /** The derivatives that the file states. */
  List<StatedDerivative> stated() {
    return stated;
  }

  /** The functions from Java. */
  JavaFunctions java() {
    return java;
  }

  /** What the text holds and its value does without. */
  Vanished vanished() {
    return vanished;
  }

  /** From here on, what expressions do without is no longer the text's. */
  void close() {
    pool.onLeftOut(Optional.empty());
  }

  /** What vanished in the calls of a definition, by their arguments. */
  Map<List<Value>, List<Expr>> vanishedInCalls(Definition definition) {
    return vanishedInCalls.computeIfAbsent(definition, key -> new HashMap<>());
  }

  ExprPool pool() {
    return pool;
  }

  ArrayAlgebra arrays() {
    return arrays;
  }

  /** Which sizes are equal. */
  SizeEquality equality() {
    return equality;
  }

  /** The parameters that are used as indices. */
  IndexInputs indexInputs() {
    return indexInputs;
  }

  /** The arrays that were given a name. */
  NamedParts parts() {
    return parts;
  }

  /** Whether what is read now counts only where some condition on indices holds. */
  boolean isGuarded() {
    return guards > 0;
  }

  void enterGuard() {
    guards++;
  }

  void leaveGuard() {
    guards--;
  }

  /** The functions and named values of the file, by name. */
  Map<String, Definition> definitions() {
    return definitions;
  }

  /** The sizes that were given a value. */
  Map<String, Expr> sizes() {
    return sizes;
  }

  /** How each decimal was written, so that it prints the same. */
  Map<Rational, String> written() {
    return written;
  }

  Nesting nesting() {
    return nesting;
  }

  /** The values of one definition by its arguments: each call is resolved once. */
  Map<List<Value>, Value> calls(Definition definition) {
    return calls.computeIfAbsent(definition, key -> new HashMap<>());
  }

  /** The definitions of which some call has been resolved. */
  Set<Definition> called() {
    return calls.keySet();
  }

  Optional<Definition> function(String name) {
    return Optional.ofNullable(definitions.get(name)).filter(Definition::isFunction);
  }

  /** An index that no expression holds yet. */
  Index freshIndex(String name) {
    return pool.index(name + "#" + freshIndices++);
  }
}
