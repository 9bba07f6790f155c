package dev.nabla.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lets loops walk all their arrays from the same start: a[i + 7] := f(x[i - 1], x[i + 1]) reads
 * copies of x and writes a row of its own, which is copied to a.
 *
 * <p>The just-in-time compiler of Java 17 vectorises no other loop, and that of Java 25 makes the
 * better code; to copy a row costs a small part of what its arithmetic does, one by one.
 */
final class Alignment {
  /** Shorter loops do not make up for their copies. */
  private static final int SHORTEST = 32;

  /** Vectors have at most so many doubles. */
  private static final int LONGEST_VECTOR = 8;

  /** Elements so far apart do not meet in one iteration of an unrolled loop. */
  private static final int APART = 256;

  /** Where the first element of an array stands for an index from 1 on. */
  private static final int USUAL_START = -1;

  /** An element that is gathered or scattered costs about so many operations of vectors. */
  private static final int GATHERED = 4;

  private final LoopProgram program;
  private final List<Integer> flats;
  private final Streams streams;
  private final List<Integer> rows = new ArrayList<>();

  private Alignment(LoopProgram program) {
    this.program = program;
    this.flats = new ArrayList<>(program.layout().flats());
    this.streams = new Streams(flats);
  }

  /** The same program, its loops aligned. */
  static LoopProgram apply(LoopProgram program) {
    return new Alignment(program).apply();
  }

  private LoopProgram apply() {
    List<Action> actions = new ArrayList<>();
    for (Action action : program.actions()) {
      actions.add(action instanceof Nest nest ? new OfNest(nest).apply() : action);
    }
    actions.addAll(0, streams.nests());
    Layout layout = program.layout();
    return new LoopProgram(
        List.copyOf(actions),
        program.functions(),
        new Layout(layout.buffers(), List.copyOf(flats), layout.matrices()));
  }

  /** The array of the n-th row that a loop needs for itself; loops share these. */
  private int row(int n, int length) {
    while (rows.size() <= n) {
      rows.add(streams.newArray(0));
    }
    int flat = rows.get(n) - Layout.FIRST_FLAT;
    flats.set(flat, Math.max(flats.get(flat), length));
    return rows.get(n);
  }

  /** The caller's arrays that are only read. */
  private static boolean isConstant(int array) {
    return array == 0 || array == 1;
  }

  /** A nest while its loops are aligned. */
  private final class OfNest {
    private final Nest nest;
    private final Map<Integer, Integer> limits = new HashMap<>();
    private int doubles;
    private int integers;
    private int rowsInUse;

    OfNest(Nest nest) {
      this.nest = nest;
      this.doubles = nest.doubles();
      this.integers = nest.integers();
    }

    Nest apply() {
      List<Statement> body = aligned(nest.body());
      return new Nest(body, nest.constants(), doubles, integers, nest.rows());
    }

    private List<Statement> aligned(List<Statement> statements) {
      List<Statement> result = new ArrayList<>();
      for (Statement statement : statements) {
        if (statement instanceof Statement.Limit limit) {
          limits.put(limit.target(), limit.value());
        }
        if (statement instanceof Statement.Loop loop) {
          Optional<WalkedLoop> walked = WalkedLoop.of(loop);
          Optional<List<Statement>> copy = walked.flatMap(one -> length(loop).flatMap(one::asCopy));
          if (copy.isPresent()) {
            result.addAll(copy.get());
          } else if (walked.filter(this::isWorthIt).isPresent()) {
            align(walked.get(), result);
          } else {
            result.add(
                new Statement.Loop(
                    loop.index(), loop.from(), loop.below(), loop.step(), aligned(loop.body())));
          }
        } else if (statement instanceof Statement.Branch branch) {
          result.add(
              new Statement.Branch(
                  branch.condition(), aligned(branch.whenTrue()), aligned(branch.whenFalse())));
        } else {
          result.add(statement);
        }
      }
      return List.copyOf(result);
    }

    private Optional<Integer> number(Affine form) {
      Affine known = form;
      for (int register : form.coefficients().keySet()) {
        Integer value = limits.get(register);
        if (value == null) {
          return Optional.empty();
        }
        known = known.substitute(register, Affine.constant(value));
      }
      return Optional.of(known.constant());
    }

    /** The number of iterations, where it is known and not negative. */
    private Optional<Integer> length(Statement.Loop loop) {
      return number(loop.below().minus(loop.from())).filter(length -> length >= 0);
    }

    private boolean isWorthIt(WalkedLoop walked) {
      Statement.Loop loop = walked.loop();
      Optional<Integer> from = number(loop.from());
      Optional<Integer> below = number(loop.below());
      if (from.isEmpty()
          || below.isEmpty()
          || below.get() - from.get() < SHORTEST
          || walked.isInPlace()
          || (walked.accesses().stream().map(WalkedLoop.Access::rest).distinct().count() < 2
              && walked.accesses().stream().allMatch(access -> access.stride() == 1))) {
        return false;
      }
      int start = start(walked);
      int cost = 0;
      for (WalkedLoop.Access access : walked.accesses()) {
        boolean isShared = isConstant(access.array()) && access.rest().isConstant();
        cost += isShared || fits(access, start) ? 0 : access.stride() == 1 ? 1 : GATHERED;
      }
      boolean helps =
          cost > 0 || walked.accesses().stream().anyMatch(access -> !fits(access, start));
      return helps && cost <= walked.operations() + 1;
    }

    private boolean fits(WalkedLoop.Access access, int start) {
      if (access.stride() != 1 || !access.rest().isConstant()) {
        return false;
      }
      int distance = Math.abs(access.rest().constant() - start);
      return distance == 0 || (distance % LONGEST_VECTOR == 0 && distance >= APART);
    }

    /** What is added to the index, so that as little as possible is copied. */
    private int start(WalkedLoop walked) {
      int from = number(walked.loop().from()).orElseThrow();
      TreeSet<Integer> candidates = new TreeSet<>();
      candidates.add(from + USUAL_START >= 0 ? USUAL_START : -from);
      for (WalkedLoop.Access access : walked.accesses()) {
        if (access.stride() == 1 && access.rest().isConstant()) {
          candidates.add(access.rest().constant());
        }
      }
      int best = candidates.first();
      for (int candidate : candidates) {
        boolean isCheaper = cost(walked, candidate) < cost(walked, best);
        best = isCheaper ? candidate : best;
      }
      return best;
    }

    /** Copies, and gathered elements that no other loop has in the same place. */
    private int cost(WalkedLoop walked, int start) {
      int cost = 0;
      for (WalkedLoop.Access access : walked.accesses()) {
        boolean isOwn = access.stride() > 1 && start != USUAL_START;
        cost += fits(access, start) ? 0 : isOwn ? GATHERED : 1;
      }
      return cost;
    }

    private void align(WalkedLoop walked, List<Statement> result) {
      Statement.Loop loop = walked.loop();
      int from = number(loop.from()).orElseThrow();
      int below = number(loop.below()).orElseThrow();
      int start = start(walked);
      rowsInUse = 0;
      Map<WalkedLoop.Access, Integer> rows = new HashMap<>();
      for (WalkedLoop.Access access : walked.loads()) {
        if (!fits(access, start)) {
          rows.put(access, row(access, start, from, below, result));
        }
      }
      boolean isStaged = !fits(walked.store(), start);
      int target = isStaged ? newRow(below + start) : walked.store().array();
      Affine position = Affine.register(loop.index()).plus(start);
      List<Statement> body = new ArrayList<>();
      for (Statement statement : loop.body()) {
        if (statement instanceof Statement.Load load) {
          Integer row = rows.get(WalkedLoop.Access.of(load.array(), load.position(), loop.index()));
          body.add(row == null ? load : new Statement.Load(load.target(), row, position));
        } else if (statement instanceof Statement.Store store && isStaged) {
          body.add(new Statement.Store(target, position, store.value()));
        } else {
          body.add(statement);
        }
      }
      result.add(new Statement.Loop(loop.index(), loop.from(), loop.below(), 1, List.copyOf(body)));
      if (isStaged) {
        move(
            new WalkedLoop.Access(target, 1, Affine.constant(start)),
            walked.store(),
            from,
            below,
            result);
      }
    }

    /** The array that holds what the loop reads, from the same start. */
    private int row(
        WalkedLoop.Access access, int start, int from, int below, List<Statement> result) {
      if (isConstant(access.array()) && access.rest().isConstant()) {
        int offset = access.rest().constant() - access.stride() * start;
        return streams.of(
            new Streams.Key(access.array(), access.stride(), offset), from + start, below + start);
      }
      int row = newRow(below + start);
      move(access, new WalkedLoop.Access(row, 1, Affine.constant(start)), from, below, result);
      return row;
    }

    private int newRow(int length) {
      rowsInUse++;
      return Alignment.this.row(rowsInUse - 1, length);
    }

    /** target[… i …] := source[… i …]. */
    private void move(
        WalkedLoop.Access source,
        WalkedLoop.Access target,
        int from,
        int below,
        List<Statement> result) {
      if (source.stride() == 1 && target.stride() == 1) {
        result.add(
            new Statement.CopyRow(
                source.array(),
                source.rest().plus(from),
                target.array(),
                target.rest().plus(from),
                Affine.constant(below - from)));
        return;
      }
      Affine index = Affine.register(integers);
      result.add(
          new Statement.Loop(
              integers,
              Affine.constant(from),
              Affine.constant(below),
              1,
              List.of(
                  new Statement.Load(
                      doubles, source.array(), index.times(source.stride()).plus(source.rest())),
                  new Statement.Store(
                      target.array(), index.times(target.stride()).plus(target.rest()), doubles))));
      integers++;
      doubles++;
    }
  }
}
