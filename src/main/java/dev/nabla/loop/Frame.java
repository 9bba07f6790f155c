package dev.nabla.loop;

import dev.nabla.tape.FunctionHandles;
import java.util.List;

/** The registers of a nest. */
class Frame {
  final double[] doubles;
  final int[] integers;
  private final double[][] arrays;
  private final double[][] rows;
  private final double[][][] matrices;
  final FunctionHandles functions;

  Frame(Nest nest, double[][] buffers, Scratch scratch, FunctionHandles functions) {
    this.functions = functions;
    doubles = new double[nest.doubles()];
    nest.constants().forEach((register, value) -> doubles[register] = value);
    integers = new int[nest.integers()];
    rows = new double[nest.rows() + 1][];
    arrays = new double[Layout.FIRST_FLAT + scratch.flats().length][];
    System.arraycopy(buffers, 0, arrays, 0, buffers.length);
    System.arraycopy(scratch.flats(), 0, arrays, buffers.length, scratch.flats().length);
    matrices = scratch.matrices();
  }

  final double[] array(int register) {
    return register < 0 ? rows[-register] : arrays[register];
  }

  final void run(List<Statement> statements) {
    statements.forEach(this::run);
  }

  private void run(Statement statement) {
    if (statement instanceof Statement.Loop loop) {
      int below = loop.below().value(integers);
      int i = loop.from().value(integers);
      for (; i < below; i += loop.step()) {
        integers[loop.index()] = i;
        run(loop.body());
      }
      integers[loop.index()] = i;
    } else if (statement instanceof Statement.Branch branch) {
      run(integers[branch.condition()] != 0 ? branch.whenTrue() : branch.whenFalse());
    } else if (statement instanceof Statement.CopyRow copy) {
      copyRow(copy);
    } else if (!runNumber(statement)) {
      runInteger(statement);
    }
  }

  void copyRow(Statement.CopyRow copy) {
    int length = copy.length().value(integers);
    if (length > 0) {
      System.arraycopy(
          array(copy.source()),
          copy.sourceFrom().value(integers),
          array(copy.target()),
          copy.targetFrom().value(integers),
          length);
    }
  }

  boolean runNumber(Statement statement) {
    if (statement instanceof Statement.Compute compute) {
      doubles[compute.target()] =
          compute.operation().apply(doubles[compute.left()], doubles[compute.right()]);
    } else if (statement instanceof Statement.Call call) {
      double x = doubles[call.arguments().get(0)];
      doubles[call.target()] =
          call.arguments().size() == 1
              ? functions.call(call.function(), x)
              : functions.call(call.function(), x, doubles[call.arguments().get(1)]);
    } else if (statement instanceof Statement.ToDouble convert) {
      doubles[convert.target()] = convert.value().value(integers);
    } else if (statement instanceof Statement.Load load) {
      doubles[load.target()] = array(load.array())[load.position().value(integers)];
    } else if (statement instanceof Statement.Store store) {
      array(store.array())[store.position().value(integers)] = doubles[store.value()];
    } else {
      return false;
    }
    return true;
  }

  private void runInteger(Statement statement) {
    if (statement instanceof Statement.SelectRow select) {
      rows[-select.target()] = matrices[select.matrix()][select.row().value(integers)];
    } else if (statement instanceof Statement.Assign assign) {
      integers[assign.target()] = assign.value().value(integers);
    } else if (statement instanceof Statement.Limit limit) {
      integers[limit.target()] = limit.value();
    } else if (statement instanceof Statement.ToInteger convert) {
      integers[convert.target()] = Failures.whole(doubles[convert.source()], convert.text());
    } else if (statement instanceof Statement.Check check) {
      Failures.check(check.subscript().value(integers), check.size(), check.text());
    } else if (statement instanceof Statement.Test test) {
      boolean holds = test.relation().holds(doubles[test.left()], doubles[test.right()]);
      integers[test.target()] = holds ? 1 : 0;
    } else if (statement instanceof Statement.TestInteger test) {
      boolean holds = test.relation().holds(test.difference().value(integers));
      integers[test.target()] = holds ? 1 : 0;
    } else if (statement instanceof Statement.Connect connect) {
      int left = integers[connect.left()];
      int right = integers[connect.right()];
      integers[connect.target()] =
          switch (connect.connective()) {
            case AND -> left & right;
            case OR -> left | right;
            case NOT -> 1 - left;
          };
    } else {
      throw new IllegalStateException(statement + " is no statement of a nest");
    }
  }
}
