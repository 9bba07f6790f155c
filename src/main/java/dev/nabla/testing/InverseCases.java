package dev.nabla.testing;

import dev.nabla.function.ElementaryFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random compositions of functions with an inverse. */
public final class InverseCases implements Generator<InverseCase> {
  /** Pairs f, g with f(g(x)) = x wherever g has a value. */
  private static final List<InverseCase.Pair> PAIRS =
      Stream.of(
              "exp(x) / log(x)",
              "log(x) / exp(x)",
              "expm1(x) / log1p(x)",
              "log1p(x) / expm1(x)",
              "log10(x) / 10^x",
              "10^x / log10(x)",
              "log2(x) / 2^x",
              "2^x / log2(x)",
              "x^3 / cbrt(x)",
              "cbrt(x) / x^3",
              "x^2 / sqrt(x)",
              "sin(x) / asin(x)",
              "cos(x) / acos(x)",
              "tan(x) / atan(x)",
              "cot(x) / acot(x)",
              "sec(x) / asec(x)",
              "csc(x) / acsc(x)",
              "sinh(x) / asinh(x)",
              "asinh(x) / sinh(x)",
              "cosh(x) / acosh(x)",
              "tanh(x) / atanh(x)",
              "atanh(x) / tanh(x)",
              "coth(x) / acoth(x)",
              "acoth(x) / coth(x)",
              "sech(x) / asech(x)",
              "csch(x) / acsch(x)",
              "acsch(x) / csch(x)",
              "sigmoid(x) / -log(1 @ x - 1)",
              "softplus(x) / log(expm1(x))",
              "log(expm1(x)) / softplus(x)")
          .map(InverseCases::pair)
          .toList();

  private static final List<InverseCase.Pair> ARITHMETIC =
      Stream.of("2*x + 1 / (x - 1)*0.5", "-x / -x", "x + 3 / x - 3", "1 @ x / 1 @ x")
          .map(InverseCases::pair)
          .toList();

  private static final int MOST_PAIRS = 3;

  private final List<InverseCase.Pair> pairs;
  private final Points points = new Points(1);

  /** Compositions of those pairs that the functions of a vocabulary occur in. */
  public InverseCases(Vocabulary vocabulary) {
    this.pairs =
        PAIRS.stream()
            .filter(pair -> vocabulary.functions().stream().anyMatch(f -> uses(pair, f)))
            .toList();
  }

  /** Whether some function of the vocabulary has an inverse here. */
  boolean isEmpty() {
    return pairs.isEmpty();
  }

  private static InverseCase.Pair pair(String text) {
    String[] sides = text.split(" / ");
    return new InverseCase.Pair(sides[0].replace('@', '/'), sides[1].replace('@', '/'));
  }

  private static boolean uses(InverseCase.Pair pair, ElementaryFunction function) {
    Pattern call = Pattern.compile("\\b" + function.name() + "\\(");
    return call.matcher(pair.f() + " " + pair.g()).find();
  }

  @Override
  public InverseCase next(RandomGenerator random) {
    List<InverseCase.Pair> chosen = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_PAIRS);
    for (int i = 0; i < count; i++) {
      boolean arithmetic = pairs.isEmpty() || (i > 0 && random.nextBoolean());
      List<InverseCase.Pair> from = arithmetic ? ARITHMETIC : pairs;
      chosen.add(random.nextInt(chosen.size() + 1), from.get(random.nextInt(from.size())));
    }
    return new InverseCase(chosen, points.next(random).get(0));
  }

  @Override
  public Stream<InverseCase> simpler(InverseCase value) {
    Stream<InverseCase> shorter =
        value.pairs().size() == 1
            ? Stream.empty()
            : IntStream.range(0, value.pairs().size())
                .mapToObj(i -> new InverseCase(without(value.pairs(), i), value.point()));
    Stream<InverseCase> rounder =
        Simplicity.simpler(value.point()).map(x -> new InverseCase(value.pairs(), x));
    return Stream.concat(shorter, rounder);
  }

  private static List<InverseCase.Pair> without(List<InverseCase.Pair> pairs, int place) {
    List<InverseCase.Pair> fewer = new ArrayList<>(pairs);
    fewer.remove(place);
    return fewer;
  }
}
