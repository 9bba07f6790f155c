package dev.nabla.testing;

import dev.nabla.compile.BytecodeCompiler;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.tape.Interpreter;
import dev.nabla.tape.Partial;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** f and its Jacobian from bytecode against those from the interpreter of the same tape. */
final class EvaluatorAgreement {
  private EvaluatorAgreement() {}

  /** Whether they agree to the bit, NaN with NaN. */
  static Verdict of(Setting s) {
    List<Partial> partials = new ArrayList<>();
    for (SparseRow row : s.rows(s.functions())) {
      for (Expr entry : s.dense(row)) {
        partials.add(new Partial(partials.size(), entry));
      }
    }
    int rows = s.functions().size();
    Tape tape = TapeBuilder.build(s.inputs(), s.functions(), partials);
    double[][] interpreted = {new double[rows], new double[partials.size()]};
    double[][] compiled = {new double[rows], new double[partials.size()]};
    new Interpreter(tape).evaluate(s.doubles(), interpreted[0], interpreted[1]);
    BytecodeCompiler.compile(tape).evaluate(s.doubles(), compiled[0], compiled[1]);
    return Arrays.deepEquals(interpreted, compiled)
        ? Verdict.holds()
        : new Verdict.Broken(
            "compiled "
                + Arrays.deepToString(compiled)
                + ", interpreted "
                + Arrays.deepToString(interpreted));
  }
}
