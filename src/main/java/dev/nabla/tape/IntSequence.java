package dev.nabla.tape;

import java.util.Arrays;

/** A growing sequence of integers, without boxing. */
final class IntSequence {
  private int[] elements = new int[8];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return elements[index];
  }

  void set(int index, int element) {
    elements[index] = element;
  }

  void add(int element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  void addAll(IntSequence others) {
    for (int i = 0; i < others.size; i++) {
      add(others.elements[i]);
    }
  }

  int removeLast() {
    return elements[--size];
  }

  boolean isEmpty() {
    return size == 0;
  }

  int[] toArray() {
    return Arrays.copyOf(elements, size);
  }
}
