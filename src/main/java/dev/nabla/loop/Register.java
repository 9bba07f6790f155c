package dev.nabla.loop;

import java.util.List;
import java.util.Set;

/** A register of a nest. */
record Register(Kind kind, int number) {
  /** What a register holds. */
  enum Kind {
    DOUBLE("D"),
    INTEGER("I"),
    ARRAY("[D"),
    MATRIX("[[D");

    private final String descriptor;

    Kind(String descriptor) {
      this.descriptor = descriptor;
    }

    /** The type in a method's descriptor. */
    String descriptor() {
      return descriptor;
    }
  }

  static Register ofDouble(int number) {
    return new Register(Kind.DOUBLE, number);
  }

  static Register ofInteger(int number) {
    return new Register(Kind.INTEGER, number);
  }

  static Register ofArray(int number) {
    return new Register(Kind.ARRAY, number);
  }

  static Register ofMatrix(int number) {
    return new Register(Kind.MATRIX, number);
  }

  /** Adds the registers that statements read and those that they set. */
  static void collect(List<Statement> statements, Set<Register> read, Set<Register> set) {
    statements.forEach(statement -> collect(statement, read, set));
  }

  private static void collect(Statement statement, Set<Register> read, Set<Register> set) {
    if (statement instanceof Statement.Loop loop) {
      add(loop.from(), read);
      add(loop.below(), read);
      if (loop.step() > 1) {
        set.add(ofInteger(loop.index()));
      }
      collect(loop.body(), read, set);
      if (!loop.from().mentions(loop.index())) {
        // The index is this loop's own; another loop over it gives it another value.
        read.remove(ofInteger(loop.index()));
      }
    } else if (statement instanceof Statement.Branch branch) {
      read.add(ofInteger(branch.condition()));
      collect(branch.whenTrue(), read, set);
      collect(branch.whenFalse(), read, set);
    } else if (!collectNumber(statement, read, set)) {
      collectInteger(statement, read, set);
    }
  }

  private static boolean collectNumber(Statement statement, Set<Register> read, Set<Register> set) {
    if (statement instanceof Statement.Compute compute) {
      read.add(ofDouble(compute.left()));
      if (compute.operation().operands() > 1) {
        read.add(ofDouble(compute.right()));
      }
      set.add(ofDouble(compute.target()));
    } else if (statement instanceof Statement.Call call) {
      call.arguments().forEach(argument -> read.add(ofDouble(argument)));
      set.add(ofDouble(call.target()));
    } else if (statement instanceof Statement.ToDouble convert) {
      add(convert.value(), read);
      set.add(ofDouble(convert.target()));
    } else if (statement instanceof Statement.Load load) {
      read.add(ofArray(load.array()));
      add(load.position(), read);
      set.add(ofDouble(load.target()));
    } else if (statement instanceof Statement.Store store) {
      read.add(ofArray(store.array()));
      add(store.position(), read);
      read.add(ofDouble(store.value()));
    } else {
      return false;
    }
    return true;
  }

  private static void collectInteger(Statement statement, Set<Register> read, Set<Register> set) {
    if (statement instanceof Statement.CopyRow copy) {
      read.add(ofArray(copy.source()));
      read.add(ofArray(copy.target()));
      add(copy.sourceFrom(), read);
      add(copy.targetFrom(), read);
      add(copy.length(), read);
    } else if (statement instanceof Statement.SelectRow select) {
      read.add(ofMatrix(select.matrix()));
      add(select.row(), read);
      set.add(ofArray(select.target()));
    } else if (statement instanceof Statement.Assign assign) {
      add(assign.value(), read);
      set.add(ofInteger(assign.target()));
    } else if (statement instanceof Statement.Limit limit) {
      set.add(ofInteger(limit.target()));
    } else if (statement instanceof Statement.ToInteger convert) {
      read.add(ofDouble(convert.source()));
      set.add(ofInteger(convert.target()));
    } else if (statement instanceof Statement.Check check) {
      add(check.subscript(), read);
    } else if (statement instanceof Statement.Test test) {
      read.add(ofDouble(test.left()));
      read.add(ofDouble(test.right()));
      set.add(ofInteger(test.target()));
    } else if (statement instanceof Statement.TestInteger test) {
      add(test.difference(), read);
      set.add(ofInteger(test.target()));
    } else if (statement instanceof Statement.Connect connect) {
      read.add(ofInteger(connect.left()));
      read.add(ofInteger(connect.right()));
      set.add(ofInteger(connect.target()));
    } else {
      throw new IllegalStateException(statement + " is no statement of a nest");
    }
  }

  private static void add(Affine form, Set<Register> read) {
    form.coefficients().keySet().forEach(number -> read.add(ofInteger(number)));
  }
}
