package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * One pass, bottom-up, each node until nothing gets shorter.
 *
 * <p>One instance keeps its memo, so that the entries of a Jacobian share their work. Every
 * traversal is iterative; the work is linear in the DAG.
 */
final class Pass {
  /** Rewrites of one node in a row; strictly falling costs end it long before. */
  private static final int MOST_REWRITES = 64;

  private final ExprPool pool;
  private final Cost cost;
  private final Domains domains;
  private final Rewriting rewriting;
  private final boolean strict;
  private final Trace trace;
  private final Work work;
  private final BitSet extending = new BitSet();
  private final BitSet active = new BitSet();
  private Expr[] memo = new Expr[1 << 10];
  private long visits;

  Pass(
      ExprPool pool,
      Cost cost,
      Domains domains,
      Rewriting rewriting,
      boolean strict,
      Trace trace,
      Work work) {
    this.work = work;
    this.pool = pool;
    this.cost = cost;
    this.domains = domains;
    this.rewriting = rewriting;
    this.strict = strict;
    this.trace = trace;
  }

  /** Whether the form of {@code root} may be defined at more points. */
  boolean mayExtend(Expr root) {
    return extending.get(root.id());
  }

  /** The number of node visits so far. */
  long visits() {
    return visits;
  }

  /** A node under work: what it has become so far and how often it was rewritten. */
  private static final class Frame {
    private final Expr node;
    private Expr current;
    private int rewrites;

    Frame(Expr node) {
      this.node = node;
      this.current = node;
    }
  }

  /** The form of {@code root}. */
  Expr normal(Expr root) {
    Deque<Frame> open = new ArrayDeque<>();
    push(open, root);
    while (!open.isEmpty()) {
      Frame frame = open.peek();
      visits++;
      work.add(1 + frame.current.children().size());
      if (known(frame.node) != null) {
        // It waited below another use of the same node.
        open.pop();
        continue;
      }
      active.set(frame.node.id());
      if (pushMissing(open, frame.current)) {
        continue;
      }
      Expr rebuilt = rebuilt(frame.current);
      inherit(frame);
      if (rebuilt != frame.current) {
        boolean fewer = rebuilt.children().size() < frame.current.children().size();
        if (fewer && rewriting.mayCancel(frame.current)) {
          if (strict && !domains.lost(frame.current, rebuilt).isEmpty()) {
            keep(open, frame);
            continue;
          }
          extending.set(frame.node.id());
        }
        trace.rebuilt(frame.node, frame.current, rebuilt);
        advance(open, frame, rebuilt);
        continue;
      }
      Rewriting.Rewrite step = rewriting.step(frame.current);
      if (step.expr() == frame.current || frame.rewrites > MOST_REWRITES) {
        finish(open, frame);
      } else {
        if (step.extendsDomain()) {
          extending.set(frame.node.id());
        }
        trace.rewrote(frame.node, frame.current, step.expr(), step.rule());
        advance(open, frame, step.expr());
      }
    }
    return known(root);
  }

  private void push(Deque<Frame> open, Expr node) {
    if (known(node) == null && !active.get(node.id())) {
      open.push(new Frame(node));
    }
  }

  /** Whether operands were pushed; one that is being worked on further out counts as done. */
  private boolean pushMissing(Deque<Frame> open, Expr node) {
    int before = open.size();
    for (Expr child : node.children()) {
      push(open, child);
    }
    return open.size() > before;
  }

  private void advance(Deque<Frame> open, Frame frame, Expr next) {
    frame.rewrites++;
    Expr known = known(next);
    if (known != null) {
      frame.current = known;
      if (extending.get(next.id())) {
        extending.set(frame.node.id());
      }
      finish(open, frame);
    } else {
      frame.current = next;
    }
  }

  private void finish(Deque<Frame> open, Frame frame) {
    open.pop();
    active.clear(frame.node.id());
    if (cost.of(frame.current) > cost.of(frame.node)) {
      // Shorter operands may make a longer whole, such as a quotient that lost its denominator.
      frame.current = frame.node;
    }
    trace.finished(frame.node, frame.current);
    remember(frame.node, frame.current);
    if (known(frame.current) == null) {
      remember(frame.current, frame.current);
    }
  }

  /** Leaves the node as it was. */
  private void keep(Deque<Frame> open, Frame frame) {
    frame.current = frame.node;
    finish(open, frame);
  }

  private void inherit(Frame frame) {
    for (Expr child : frame.current.children()) {
      if (extending.get(child.id())) {
        extending.set(frame.node.id());
      }
    }
  }

  private Expr known(Expr node) {
    return node.id() < memo.length ? memo[node.id()] : null;
  }

  private void remember(Expr node, Expr result) {
    if (node.id() >= memo.length) {
      memo = Arrays.copyOf(memo, Math.max(pool.size(), memo.length * 2));
    }
    memo[node.id()] = result;
  }

  private Expr rebuilt(Expr node) {
    List<Expr> children = node.children();
    List<Expr> changed = null;
    for (int i = 0; i < children.size(); i++) {
      Expr image = known(children.get(i));
      if (image != null && image != children.get(i)) {
        changed = changed == null ? new ArrayList<>(children) : changed;
        changed.set(i, image);
      }
    }
    return changed == null ? node : node.rebuild(pool, changed);
  }
}
