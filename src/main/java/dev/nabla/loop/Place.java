package dev.nabla.loop;

import java.util.List;

/** Where an array of known sizes lives. */
sealed interface Place {
  /** The size of each axis. */
  List<Integer> sizes();

  /** Element [i₁, …] at offset + Σ_d (i_d − 1) · stride_d of an array. */
  record Flat(int array, int offset, List<Integer> sizes, List<Integer> strides) implements Place {
    public Flat {
      sizes = List.copyOf(sizes);
      strides = List.copyOf(strides);
    }
  }

  /** Element [i₁, …, i_r] at i_r − 1 of the row numbered by the other subscripts, row-major. */
  record Rows(int matrix, List<Integer> sizes) implements Place {
    public Rows {
      sizes = List.copyOf(sizes);
    }

    int columns() {
      return sizes.get(sizes.size() - 1);
    }
  }
}
