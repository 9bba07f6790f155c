package dev.nabla.loop;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Logic;
import java.util.List;

/**
 * A statement of a nest of loops. It works on numbered registers for doubles, for integers (among
 * them truth values, 1 and 0), for arrays of doubles and for matrices as arrays of rows.
 */
sealed interface Statement {
  /** for (index = from; index &lt; below; index += step) body; the index keeps its last value. */
  record Loop(int index, Affine from, Affine below, int step, List<Statement> body)
      implements Statement {}

  /** if (condition) whenTrue else whenFalse. */
  record Branch(int condition, List<Statement> whenTrue, List<Statement> whenFalse)
      implements Statement {}

  /** target = operation(left, right), of doubles. */
  record Compute(int target, Operation operation, int left, int right) implements Statement {}

  /** target = function(arguments), a position in the program's functions. */
  record Call(int target, int function, List<Integer> arguments) implements Statement {}

  /** target = value, an integer as a double. */
  record ToDouble(int target, Affine value) implements Statement {}

  /** target = array[position]. */
  record Load(int target, int array, Affine position) implements Statement {}

  /** array[position] = value. */
  record Store(int array, Affine position, int value) implements Statement {}

  /** target[targetFrom …] = source[sourceFrom …], length numbers; none if it is negative. */
  record CopyRow(int source, Affine sourceFrom, int target, Affine targetFrom, Affine length)
      implements Statement {}

  /** The array target = matrix[row]. */
  record SelectRow(int target, int matrix, Affine row) implements Statement {}

  /** The integer target = value. */
  record Assign(int target, Affine value) implements Statement {}

  /**
   * The integer target = value, kept from the just-in-time compiler: that of Java 17 does not
   * vectorise a loop whose bounds are both constants. It stands outside of all loops.
   */
  record Limit(int target, int value) implements Statement {}

  /** The integer target = source, a double that must be whole, else the message is an error. */
  record ToInteger(int target, int source, String text) implements Statement {}

  /** An error unless 1 ≤ subscript ≤ size. */
  record Check(Affine subscript, int size, String text) implements Statement {}

  /** target = (left ∘ right), of doubles. */
  record Test(int target, Compare.Relation relation, int left, int right) implements Statement {}

  /** target = (difference ∘ 0), of integers. */
  record TestInteger(int target, Compare.Relation relation, Affine difference)
      implements Statement {}

  /** target = left ∧ right, left ∨ right, or ¬left. */
  record Connect(int target, Logic.Connective connective, int left, int right)
      implements Statement {}
}
