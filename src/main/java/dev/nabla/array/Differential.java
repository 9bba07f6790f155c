package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.resolve.IndexedFunction;
import java.util.List;

/**
 * Products with a block in closed form, its deltas contracted: df = Σ_j ∂f/∂x[j]·dx[j], the product
 * J·v, and x̄ = Σ_i u[i]·∂f[i]/∂x, the product uᵀJ.
 */
public final class Differential {
  private final ArrayDifferentiator differentiator;
  private final ExprPool pool;

  public Differential(IndexedFunction function) {
    this.differentiator = new ArrayDifferentiator(function);
    this.pool = function.pool();
  }

  /** J·v over the block's rows; v is an array shaped like the variable. */
  public Expr tangent(JacobianBlock block, Symbol v) {
    return contracted(block, block.columns(), v, block.rows());
  }

  /** uᵀJ over the block's columns; u is an array shaped like the output. */
  public Expr cotangent(JacobianBlock block, Symbol u) {
    return contracted(block, block.rows(), u, block.columns());
  }

  private Expr contracted(JacobianBlock block, List<Axis> summed, Symbol symbol, List<Axis> kept) {
    List<Expr> indices = List.copyOf(summed.stream().map(Axis::index).toList());
    Expr product = pool.product(block.element(), pool.element(symbol, indices));
    for (int d = summed.size() - 1; d >= 0; d--) {
      Axis axis = summed.get(d);
      product =
          pool.reduce(Reduce.Operation.SUM, axis.index(), axis.lower(), axis.upper(), product);
    }
    return differentiator.readable(product, kept);
  }
}
