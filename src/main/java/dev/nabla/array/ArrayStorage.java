package dev.nabla.array;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an array lives: element [i₁, …, i_r], counted from 1, is at position offset + Σ_d (i_d − 1)
 * · stride_d of its buffer.
 *
 * @param symbol the array
 * @param sizes the size of each axis
 * @param buffer the buffer
 * @param offset the position of the first element; numbers and sizes only
 * @param strides the distance between neighbours along each axis; numbers and sizes only
 */
public record ArrayStorage(
    Symbol symbol, List<Expr> sizes, Buffer buffer, Expr offset, List<Expr> strides) {
  /** The flat arrays of doubles that an evaluator works on. */
  public enum Buffer {
    /** The arguments' elements, row-major, in declared order. */
    INPUTS,
    /** The tangent or cotangent that a product with the Jacobian takes. */
    SEED,
    /** The function's value, row-major. */
    VALUES,
    /** The result: the dense Jacobian, row-major, its nonzeros, or a product with it. */
    PARTIALS,
    /** What is computed on the way. */
    SCRATCH
  }

  /** A row-major array that starts at an offset of its buffer. */
  public static ArrayStorage rowMajor(
      ExprPool pool, Symbol symbol, List<Expr> sizes, Buffer buffer, Expr offset) {
    List<Expr> strides = new ArrayList<>();
    Expr stride = pool.one();
    for (int d = sizes.size() - 1; d >= 0; d--) {
      strides.add(0, stride);
      stride = pool.product(stride, sizes.get(d));
    }
    return new ArrayStorage(symbol, List.copyOf(sizes), buffer, offset, List.copyOf(strides));
  }
}
