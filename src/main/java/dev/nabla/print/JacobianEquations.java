package dev.nabla.print;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.array.JacobianBlock;
import dev.nabla.array.NamedParts;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.simplify.Effort;
import dev.nabla.simplify.Simplification;
import dev.nabla.simplify.Simplifier;
import java.util.List;
import java.util.Set;

/**
 * A Jacobian of arrays as equations, one or two for each variable: in index notation, ∂f[i]/∂x[j] =
 * …, or in matrix notation, ∂f/∂x = ….
 */
public final class JacobianEquations {
  private final ArrayJacobian jacobian;
  private final Matrix.Kind kind;
  private final Layout layout;
  private final Effort effort;

  /**
   * The equations of one Jacobian.
   *
   * @param jacobian the Jacobian
   * @param kind what it is of its function
   * @param layout the layout of matrices
   */
  public JacobianEquations(ArrayJacobian jacobian, Matrix.Kind kind, Layout layout, Effort effort) {
    this.effort = effort;
    this.jacobian = jacobian;
    this.kind = kind;
    this.layout = layout;
  }

  /** ∂f[i, …]/∂x[j, …] = … for each variable. */
  public Equations inIndexNotation() {
    NamedParts parts =
        NamedParts.withRepeated(pool(), jacobian.names(), elements(), reserved())
            .map(this::simplified);
    return withKept(new IndexEquations(jacobian, kind, parts, reserved()).equations());
  }

  /** ∂f/∂x = … in whole arrays; where there is no such form, the index notation. */
  public Equations inMatrixNotation() {
    NamedParts parts = NamedParts.known(pool(), jacobian.names(), elements()).map(this::simplified);
    IndexEquations indexed = new IndexEquations(jacobian, kind, parts, reserved());
    return withKept(
        new MatrixEquations(jacobian, kind, layout, parts, reserved(), indexed).equations());
  }

  private Equations withKept(Equations equations) {
    return KeptDefinitions.with(
        equations, pool(), elements(), NumberStyle.of(jacobian.function().written()), reserved());
  }

  /** With its parts named, an expression may be written shorter; no condition is gained by that. */
  private Expr simplified(Expr root) {
    Simplification simplification =
        new Simplifier(
                pool(), jacobian.function().assumptions(), effort, jacobian.function().rules())
            .simplify(root);
    return simplification.sideConditions().isEmpty() ? simplification.expr() : root;
  }

  private ExprPool pool() {
    return jacobian.function().pool();
  }

  private List<Expr> elements() {
    return jacobian.blocks().stream().map(JacobianBlock::element).toList();
  }

  private Set<String> reserved() {
    return jacobian.function().names();
  }
}
