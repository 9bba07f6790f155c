package dev.nabla.compile;

import dev.nabla.tape.Opcode;
import dev.nabla.tape.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which method each instruction goes into.
 *
 * <p>A <em>unit</em> is the root block, or a branch block too large to stand in its parent's
 * method; a unit is cut into methods that run one after the other. Sizes are estimates here: the
 * compiler measures, and plans again with a smaller target if one was too low.
 */
final class MethodPlan {
  /** No unit: the block stands in the method of the block around it. */
  static final int INLINE = -1;

  static final int ROOT_UNIT = 0;
  private static final int CALL_SIZE = 8;

  private final CodeSize sizes;
  private final Tape tape;
  private final int target;
  private final int[] methodOf;
  private final int[] blockOf;
  private final int[] unitOf;
  private final int[] constructSize;
  private final List<List<Integer>> units = new ArrayList<>();
  private int methodCount;
  private int blockCount;

  MethodPlan(Tape tape, int target) {
    this.tape = tape;
    this.target = target;
    this.sizes = new CodeSize(tape);
    this.methodOf = new int[tape.size()];
    this.blockOf = new int[tape.size()];
    this.unitOf = new int[tape.size()];
    this.constructSize = new int[tape.size()];
    Arrays.fill(unitOf, INLINE);
    measureBlocks();
    assignMethods();
  }

  // ---- first pass: the sizes of blocks, innermost first

  private static final class OpenBlock {
    private final int opening;
    private int marker;
    private int size;
    private int construct;

    OpenBlock(int opening, int construct) {
      this.opening = opening;
      this.marker = opening;
      this.construct = construct;
    }
  }

  /** Marks the blocks that are units of their own by unitOf[IF or ELSE] = 0 for the time being. */
  private void measureBlocks() {
    Deque<OpenBlock> open = new ArrayDeque<>();
    open.push(new OpenBlock(0, 0));
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      OpenBlock block = open.peek();
      if (opcode == Opcode.IF) {
        open.push(new OpenBlock(i, sizes.estimate(i)));
      } else if (opcode == Opcode.ELSE || opcode == Opcode.END) {
        boolean outlined = block.size > target / 3;
        unitOf[block.marker] = outlined ? 0 : INLINE;
        block.construct += (outlined ? CALL_SIZE : block.size) + sizes.estimate(i);
        block.size = 0;
        block.marker = i;
        if (opcode == Opcode.END) {
          open.pop();
          constructSize[block.opening] = block.construct;
          open.peek().size += block.construct;
        }
      } else {
        block.size += sizes.estimate(i);
      }
    }
  }

  // ---- second pass: units are cut where the next item would not fit

  private static final class Cut {
    private final int block;
    private final int unit;
    private int method;
    private int size;

    Cut(int block, int unit, int method) {
      this.block = block;
      this.unit = unit;
      this.method = method;
    }
  }

  private void assignMethods() {
    Deque<Cut> open = new ArrayDeque<>();
    open.push(newUnit());
    for (int i = 0; i < tape.size(); i++) {
      Opcode opcode = tape.opcode(i);
      if (opcode == Opcode.ELSE || opcode == Opcode.END) {
        open.pop();
        assign(i, open.peek());
      } else {
        addItem(i, open.peek());
      }
      if (opcode == Opcode.IF || opcode == Opcode.ELSE) {
        open.push(enter(i, open.peek()));
      } else if (opcode == Opcode.END) {
        claimSelections(i, open.peek());
      }
    }
  }

  private Cut newUnit() {
    units.add(new ArrayList<>());
    Cut cut = new Cut(blockCount++, units.size() - 1, methodCount++);
    units.get(cut.unit).add(cut.method);
    return cut;
  }

  private Cut enter(int marker, Cut around) {
    if (unitOf[marker] == INLINE) {
      return new Cut(blockCount++, INLINE, around.method);
    }
    Cut cut = newUnit();
    unitOf[marker] = cut.unit;
    return cut;
  }

  private void addItem(int i, Cut cut) {
    if (cut.unit != INLINE) {
      boolean construct = tape.opcode(i) == Opcode.IF;
      int size = construct ? constructSize[i] : sizes.estimate(i, cut.method);
      if (cut.size > 0 && cut.size + size > target) {
        cut.method = methodCount++;
        cut.size = 0;
        units.get(cut.unit).add(cut.method);
        size = construct ? size : sizes.estimate(i, cut.method);
      }
      cut.size += size;
    }
    assign(i, cut);
    sizes.touch(i, cut.method);
  }

  private void assign(int i, Cut cut) {
    methodOf[i] = cut.method;
    blockOf[i] = cut.block;
  }

  /** The selections that a construct makes belong to the method that it ends in. */
  private void claimSelections(int end, Cut cut) {
    for (int i = end - 1; tape.opcode(i) == Opcode.YIELD; i--) {
      assign(tape.immediate(i), cut);
      sizes.touch(tape.immediate(i), cut.method);
    }
  }

  // ---- the plan

  int methodCount() {
    return methodCount;
  }

  int methodOf(int instruction) {
    return methodOf[instruction];
  }

  int blockOf(int instruction) {
    return blockOf[instruction];
  }

  /** The unit called for the block behind an IF or ELSE, or {@link #INLINE}. */
  int unitOf(int marker) {
    return unitOf[marker];
  }

  /** The methods of each unit, in the order to run them. */
  List<List<Integer>> units() {
    return units;
  }

  /** The instructions of each method in order. */
  int[][] instructions() {
    int[] counts = new int[methodCount];
    for (int method : methodOf) {
      counts[method]++;
    }
    int[][] instructions = new int[methodCount][];
    Arrays.setAll(instructions, method -> new int[counts[method]]);
    for (int i = methodOf.length - 1; i >= 0; i--) {
      instructions[methodOf[i]][--counts[methodOf[i]]] = i;
    }
    return instructions;
  }
}
