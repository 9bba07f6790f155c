package dev.nabla.print;

import dev.nabla.matrix.FormFraction;
import dev.nabla.matrix.MatrixForm;
import dev.nabla.print.LatexPiece.Join;
import dev.nabla.print.LatexPiece.Level;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Products of matrix forms in LaTeX: the numbers as a fraction in front, ⊙ and ⊘ between arrays.
 */
final class LatexProducts {
  private final Function<MatrixForm, LatexPiece> pieces;

  /** Products whose factors are rendered by {@code pieces}. */
  LatexProducts(Function<MatrixForm, LatexPiece> pieces) {
    this.pieces = pieces;
  }

  private LatexPiece at(Level needed, MatrixForm form) {
    return pieces.apply(form).at(needed);
  }

  /** The piece of a product. */
  LatexPiece of(MatrixForm.Times times) {
    if (times.coefficient().isZero()) {
      return atom("0", 1).joining(Join.DIGIT);
    }
    FormFraction fraction = FormFraction.of(times);
    List<LatexPiece> factors = new ArrayList<>();
    number(fraction).ifPresent(factors::add);
    array(fraction).ifPresent(array -> factors.add(factors.isEmpty() ? array : inProduct(array)));
    LatexPiece product = juxtaposed(factors);
    return fraction.negative()
        ? new LatexPiece(
            product.rope().between("-", ""),
            Level.SUM,
            product.width() + 1,
            product.tall(),
            Join.LETTER)
        : product;
  }

  /** A matrix product stays open behind its number: 2 A x. */
  static LatexPiece inProduct(LatexPiece array) {
    return array.level() == Level.TERM ? array : array.at(Level.FACTOR);
  }

  /** The scalar factors in front of the arrays. */
  private Optional<LatexPiece> number(FormFraction fraction) {
    List<LatexPiece> above = new ArrayList<>();
    List<LatexPiece> below = new ArrayList<>();
    if (!fraction.above().equals(BigInteger.ONE)) {
      above.add(atom(fraction.above().toString(), 1).joining(Join.DIGIT));
    }
    if (!fraction.below().equals(BigInteger.ONE)) {
      below.add(atom(fraction.below().toString(), 1).joining(Join.DIGIT));
    }
    if (below.isEmpty() && fraction.scalarsBelow().isEmpty()) {
      fraction.scalarsAbove().forEach(scalar -> above.add(at(Level.TERM, scalar)));
      return above.isEmpty() ? Optional.empty() : Optional.of(juxtaposed(above));
    }
    add(fraction.scalarsAbove(), above);
    add(fraction.scalarsBelow(), below);
    LatexPiece one = atom("1", 1).joining(Join.DIGIT);
    return Optional.of(fraction(above.isEmpty() ? one : juxtaposed(above), juxtaposed(below)));
  }

  /** A factor that stands alone above or below a bar needs no parentheses. */
  private void add(List<MatrixForm> scalars, List<LatexPiece> factors) {
    boolean alone = factors.isEmpty() && scalars.size() == 1;
    scalars.forEach(scalar -> factors.add(at(alone ? Level.SUM : Level.TERM, scalar)));
  }

  private Optional<LatexPiece> array(FormFraction fraction) {
    List<MatrixForm> above = fraction.arraysAbove();
    List<MatrixForm> below = fraction.arraysBelow();
    if (above.isEmpty() && below.isEmpty()) {
      return Optional.empty();
    }
    if (above.size() == 1 && below.isEmpty()) {
      return Optional.of(at(Level.TERM, above.get(0)));
    }
    LatexPiece product = above.isEmpty() ? atom("\\mathbf{1}", 1) : joined(above, " \\odot ");
    if (below.isEmpty()) {
      return Optional.of(product);
    }
    LatexPiece divisor = joined(below, " \\odot ");
    LatexPiece whole = below.size() == 1 ? divisor : divisor.parenthesized();
    return Optional.of(
        new LatexPiece(
            Rope.join(product.rope(), Rope.of(" \\oslash "), whole.rope()),
            Level.TERM,
            product.width() + whole.width() + 2,
            product.tall() || whole.tall(),
            Join.LETTER));
  }

  private LatexPiece joined(List<MatrixForm> factors, String sign) {
    List<Rope> ropes = new ArrayList<>();
    double width = 0;
    boolean tall = false;
    for (MatrixForm factor : factors) {
      LatexPiece piece = at(Level.FACTOR, factor);
      ropes.add(piece.rope().between(ropes.isEmpty() ? "" : sign, ""));
      width += piece.width() + 2;
      tall |= piece.tall();
    }
    return new LatexPiece(Rope.join(ropes), Level.TERM, width, tall, Join.LETTER);
  }

  static LatexPiece fraction(LatexPiece above, LatexPiece below) {
    Rope rope = Rope.join(above.rope().between("\\frac{", "}"), below.rope().between("{", "}"));
    return new LatexPiece(
        rope, Level.FACTOR, Math.max(above.width(), below.width()) + 0.5, true, Join.LETTER);
  }

  static LatexPiece juxtaposed(List<LatexPiece> factors) {
    return factors.stream().reduce(LatexPiece::times).orElseThrow();
  }

  static LatexPiece atom(String latex, double width) {
    return LatexPiece.of(latex, Level.ATOM, width);
  }
}
