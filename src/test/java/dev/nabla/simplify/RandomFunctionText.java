package dev.nabla.simplify;

import java.util.List;
import java.util.Random;

/**
 * A random function of x and y in the language, with what is hard on domains: branches, roots,
 * logarithms, quotients, inverse functions, and parts that fold away.
 */
final class RandomFunctionText {
  private static final List<String> PARTIAL =
      List.of("log", "sqrt", "asin", "acos", "tan", "cot", "atanh", "acosh", "log1p");
  private static final List<String> TOTAL =
      List.of("exp", "sin", "cos", "abs", "sign", "cbrt", "atan", "tanh", "asinh", "relu");

  private final Random random;
  private final boolean folds;

  /** The same function twice. */
  record Texts(String written, String kept) {
    Texts map(String before, String after) {
      return new Texts(before + written + after, before + kept + after);
    }

    Texts with(String operator, Texts other) {
      return new Texts(
          "(" + written + operator + other.written + ")", "(" + kept + operator + other.kept + ")");
    }
  }

  /**
   * A generator.
   *
   * @param folds whether some parts fold away: then the second text keeps them by means of
   *     parameters z = 0 and w = 1
   */
  RandomFunctionText(long seed, boolean folds) {
    this.random = new Random(seed);
    this.folds = folds;
  }

  Texts next(int size) {
    if (size <= 1) {
      String leaf = random.nextInt(4) == 0 ? number() : random.nextBoolean() ? "x" : "y";
      return new Texts(leaf, leaf);
    }
    int left = 1 + random.nextInt(size - 1);
    return switch (random.nextInt(folds ? 12 : 9)) {
      case 0 -> next(left).with(" + ", next(size - left));
      case 1 -> next(left).with(" - ", next(size - left));
      case 2 -> next(left).with("*", next(size - left));
      case 3, 4 -> next(left).with("/", next(size - left));
      case 5 ->
          next(size - 1).map("(", ")^" + List.of("2", "3", "(-1)", "(1/2)").get(random.nextInt(4)));
      case 6 -> next(size - 1).map(TOTAL.get(random.nextInt(TOTAL.size())) + "(", ")");
      case 7 -> next(size - 1).map(PARTIAL.get(random.nextInt(PARTIAL.size())) + "(", ")");
      case 8 -> branches(left, size - left);
      case 9 -> folded(next(size - 1), "(0*(", "))", "(z*(", "))");
      case 10 -> folded(next(size - 1), "(", ")^0", "(1 + z*(", "))");
      default -> difference(next(size - 1));
    };
  }

  private static Texts folded(Texts inner, String a, String b, String keptA, String keptB) {
    return new Texts(a + inner.written() + b, keptA + inner.kept() + keptB);
  }

  private static Texts difference(Texts inner) {
    return new Texts(
        "(" + inner.written() + " - " + inner.written() + ")",
        "(" + inner.kept() + " - w*" + inner.kept() + ")");
  }

  private Texts branches(int left, int right) {
    String condition =
        (random.nextBoolean() ? "x" : "y")
            + List.of(" > ", " <= ", " == ").get(random.nextInt(3))
            + number();
    Texts first = next(left);
    Texts second = next(right);
    return first.map("if " + condition + " then ", " else ").with("", second);
  }

  private String number() {
    return List.of("1", "2", "(1/2)", "3", "0").get(random.nextInt(folds ? 4 : 5));
  }
}
