package dev.nabla.tape;

/**
 * The tree of branch regions: region 0 is always evaluated, every other one only where its branch
 * is taken.
 *
 * <p>Besides its parent each region knows one farther ancestor (skew-binary jumps: Myers, An
 * applicative random-access stack, 1983), so that common ancestors take logarithmic time however
 * deep branches nest.
 */
final class RegionTree {
  static final int ROOT = 0;

  private final IntSequence parents = new IntSequence();
  private final IntSequence jumps = new IntSequence();
  private final IntSequence depths = new IntSequence();

  RegionTree() {
    parents.add(ROOT);
    jumps.add(ROOT);
    depths.add(0);
  }

  int size() {
    return parents.size();
  }

  /** A new region inside {@code parent}. */
  int add(int parent) {
    int jump = jumps.get(parent);
    int farther = jumps.get(jump);
    boolean equalSteps =
        depths.get(parent) - depths.get(jump) == depths.get(jump) - depths.get(farther);
    parents.add(parent);
    jumps.add(equalSteps ? farther : parent);
    depths.add(depths.get(parent) + 1);
    return parents.size() - 1;
  }

  /** The innermost region around both. */
  int commonAncestor(int left, int right) {
    int a = atDepth(left, depths.get(right));
    int b = atDepth(right, depths.get(left));
    while (a != b) {
      boolean apart = jumps.get(a) != jumps.get(b);
      a = apart ? jumps.get(a) : parents.get(a);
      b = apart ? jumps.get(b) : parents.get(b);
    }
    return a;
  }

  private int atDepth(int region, int depth) {
    int ancestor = region;
    while (depths.get(ancestor) > depth) {
      int jump = jumps.get(ancestor);
      ancestor = depths.get(jump) >= depth ? jump : parents.get(ancestor);
    }
    return ancestor;
  }
}
