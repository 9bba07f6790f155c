package dev.nabla.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The local variables of the method under way: which values they hold, and since when.
 *
 * <p>A slot is free again after the last use of its value, or at the end of the block in which it
 * was taken. One instance serves method after method.
 */
final class Locals {
  private static final int NONE = -1;
  private static final int WIDTH = 2;

  private final int[] slotOf;
  private final Deque<Integer> free = new ArrayDeque<>();
  private final Deque<List<Integer>> blocks = new ArrayDeque<>();

  /** Frame types by slot pair: TOP where nothing is held, or not yet assigned on every path. */
  private final List<Object> types = new ArrayList<>();

  private int base;

  Locals(int valueCount) {
    slotOf = new int[valueCount];
    Arrays.fill(slotOf, NONE);
  }

  /** Starts a method whose parameters take the slots below {@code firstSlot}. */
  void startMethod(int firstSlot) {
    base = firstSlot;
    free.clear();
    types.clear();
    blocks.clear();
    blocks.push(new ArrayList<>());
  }

  void endMethod() {
    leaveBlock();
  }

  void enterBlock() {
    blocks.push(new ArrayList<>());
  }

  void leaveBlock() {
    blocks.pop().forEach(this::release);
  }

  boolean holds(int value) {
    return slotOf[value] != NONE;
  }

  int slot(int value) {
    return slotOf[value];
  }

  /** A slot for a value that is not assigned yet; see {@link #assigned}. */
  int reserve(int value) {
    int pair;
    if (free.isEmpty()) {
      pair = types.size();
      types.add(Opcodes.TOP);
    } else {
      pair = free.pop();
    }
    slotOf[value] = base + WIDTH * pair;
    blocks.peek().add(value);
    return slotOf[value];
  }

  /** From here on the value's slot holds it, on every path. */
  void assigned(int value, boolean condition) {
    types.set(pair(value), condition ? Opcodes.INTEGER : Opcodes.DOUBLE);
  }

  void release(int value) {
    if (holds(value)) {
      types.set(pair(value), Opcodes.TOP);
      free.push(pair(value));
      slotOf[value] = NONE;
    }
  }

  private int pair(int value) {
    return (slotOf[value] - base) / WIDTH;
  }

  /** The number of slots taken so far, parameters included. */
  int limit() {
    return base + WIDTH * types.size();
  }

  /** A stack map frame with an empty stack, after the given types of the parameters. */
  void visitFrame(MethodVisitor code, List<Object> parameters) {
    List<Object> frame = new ArrayList<>(parameters);
    for (Object type : types) {
      frame.add(type);
      if (!type.equals(Opcodes.DOUBLE)) {
        // A double takes both slots of its pair, anything else the first one.
        frame.add(Opcodes.TOP);
      }
    }
    int size = frame.size();
    while (size > 0 && frame.get(size - 1).equals(Opcodes.TOP)) {
      size--;
    }
    code.visitFrame(Opcodes.F_NEW, size, frame.subList(0, size).toArray(), 0, new Object[0]);
  }
}
