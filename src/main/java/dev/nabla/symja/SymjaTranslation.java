package dev.nabla.symja;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Traversal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Expressions as Symja's and Symja's as expressions, value by value the same over the reals.
 *
 * <p>Symja does not tell {@code N} from {@code n}, and {@code e}, {@code pi}, {@code D} mean
 * something to it: symbols are numbered there, and one translation keeps the numbers.
 */
public final class SymjaTranslation {
  /** Symja works on the written-out tree, and takes minutes for more. */
  private static final double LARGEST_TREE = 20_000;

  private final ExprPool pool;
  private final Map<Expr, ISymbol> symbols = new HashMap<>();
  private final Map<String, Expr> leaves = new HashMap<>();

  /** A translation of the expressions of one pool. */
  public SymjaTranslation(ExprPool pool) {
    this.pool = pool;
  }

  ExprPool pool() {
    return pool;
  }

  /**
   * The same expression in Symja.
   *
   * @throws NoCounterpartException naming what Symja has not
   */
  public IExpr toSymja(Expr root, Encoding encoding) {
    Expr written = new WrittenOut(pool).of(root);
    if (written.treeSize() > LARGEST_TREE) {
      throw NoCounterpartException.inSymja(
          "an expression of " + (long) written.treeSize() + " nodes when written out");
    }
    Map<Expr, IExpr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(written)) {
      if (isLeaf(node)) {
        images.put(node, symbol(node));
      } else {
        List<IExpr> operands = node.children().stream().map(images::get).toList();
        images.put(node, node.accept(new Outward(operands, encoding)));
      }
    }
    return images.get(written);
  }

  /**
   * The same expression here, over the reals.
   *
   * @throws NoCounterpartException naming what Nabla has not
   */
  public Expr fromSymja(IExpr root) {
    return new Inward(this).translate(root);
  }

  /** The symbol that stands for a scalar, an element with numeric subscripts, or an index. */
  ISymbol symbol(Expr leaf) {
    ISymbol known = symbols.get(leaf);
    if (known != null) {
      return known;
    }
    ISymbol fresh = F.Dummy("nabla" + symbols.size());
    symbols.put(leaf, fresh);
    leaves.put(fresh.toString(), leaf instanceof Index index ? free(index) : leaf);
    return fresh;
  }

  /** A bound index comes back as a free one, that no binder on the way can capture. */
  private Index free(Index index) {
    return index.isBound() ? pool.index("'b" + index.binder()) : index;
  }

  /** What a symbol of Symja's stands for here. */
  Optional<Expr> leaf(ISymbol symbol) {
    return Optional.ofNullable(leaves.get(symbol.toString()));
  }

  private static boolean isLeaf(Expr node) {
    return node instanceof Index || node instanceof Element;
  }
}
