package dev.nabla.array;

/**
 * What a block of a Jacobian is made of, whatever the sizes.
 *
 * @param kind the class
 * @param detail more of it, such as the bandwidth; may be empty
 */
public record Structure(Kind kind, String detail) {
  /** The classes, from the emptiest to the fullest. */
  public enum Kind {
    ZERO("zero"),
    DIAGONAL("diagonal"),
    BANDED("banded"),
    ONE_HOT("one-hot"),
    BLOCK_DIAGONAL("block diagonal"),
    KRONECKER("Kronecker product"),
    SPARSE("sparse"),
    RANK_ONE("rank one"),
    DIAGONAL_PLUS_RANK_ONE("diagonal plus rank one"),
    DENSE("dense");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  @Override
  public String toString() {
    return detail.isEmpty() ? kind.text : kind.text + ", " + detail;
  }
}
